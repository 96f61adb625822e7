using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>
/// Trains any module as a TorchSharp tutorial would: call, loss, backward, clip, step. This defines what a training is; the fused trainer
/// gives the same in less time. It owns the lifetimes of all tensors that it makes.
/// </summary>
internal sealed class EagerTrainer : EagerPasses, ITrainer
{
    private readonly nn.Module<Tensor, Tensor> module;
    private readonly Settings settings;
    private readonly TrainingData data;
    private readonly Parameter[] parameters;
    private readonly Parameter[] weights;
    private readonly optim.Optimizer optimizer;
    private readonly ImageOrder order;
    private readonly CellGenerator generator;
    private readonly bool drawsInStep;
    private bool hasStepped;

    public EagerTrainer(nn.Module<Tensor, Tensor> module, Settings settings, RandomStreams streams, TrainingData data)
        : base(module, settings.Loss, streams)
    {
        using var section = NativeSection.Enter();
        (this.module, this.settings, this.data) = (module, settings, data);
        parameters = [.. module.parameters()];
        weights = [.. parameters.Where(Layer.IsWeight)];
        order = new(streams, data, settings.BatchSize);
        generator = new(streams, "forward");
        drawsInStep = settings.Optimizer.GetType().Assembly != typeof(Optimizer).Assembly;
        optimizer = Run(drawsInStep, () => settings.Optimizer.Create(
            weights, parameters.Where(parameter => !Layer.IsWeight(parameter)), settings.Penalty.WeightDecay));
    }

    public int StepsPerEpoch => order.Steps;

    public string? WhyNotSaved => optimizer is OptimizerHelper ? null
        : $"the optimizer {settings.Optimizer.Name} ({optimizer.GetType().Name}) has no state_dict";

    public void TrainEpoch(int epoch, CancellationToken cancellation, IStepObserver? observer = null)
    {
        module.train();
        using var epochScope = NewDisposeScope();
        var images = order.Next();
        var inputs = data.Distorted?.Invoke(epoch) ?? data.Images;
        for (var step = 0; step < order.Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var wanted = observer?.Wants(step + 1) ?? StepReadings.None;
            using (NativeSection.Enter())
            {
                using var scope = NewDisposeScope();
                var start = (long)step * order.BatchSize;
                var batch = images.narrow(0, start, Math.Min(order.BatchSize, data.Count - start));
                var progress = new TrainingProgress(((long)epoch * order.Steps) + step, order.Steps, settings.Epochs);
                var before = wanted.HasFlag(StepReadings.Updates) ? Copies() : [];
                var loss = Step(Gather(inputs, batch), Gather(data.Targets, batch), progress);
                if (wanted.HasFlag(StepReadings.Loss))
                {
                    observer!.Loss(step + 1, loss.to(ScalarType.Float64).item<double>(), (int)batch.shape[0]);
                }

                if (wanted.HasFlag(StepReadings.Updates))
                {
                    observer!.Updates(step + 1, Updates(before));
                }
            }

            if (wanted.HasFlag(StepReadings.Parameters))
            {
                Show(() => observer!.Parameters(step + 1));
            }
        }

        module.eval();
    }

    public IReadOnlyList<double> StepSizes()
    {
        using var section = NativeSection.Enter();
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        var states = hasStepped && optimizer is OptimizerHelper helper ? helper.state_dict().State : []; // weights first
        if (states.Count != parameters.Length || weights.Length == 0)
        {
            return [];
        }

        var divisors = weights.Zip(states, (weight, state) => (weight, Divisor: Training.StepSizes.Divisor(settings.Optimizer, state)))
            .ToDictionary(pair => pair.weight, pair => pair.Divisor?.to(ScalarType.Float64).expand_as(pair.weight));
        var rate = optimizer.ParamGroups.First().LearningRate;
        return divisors.ContainsValue(null) ? []
            : [.. Layers.Select(layer => rate / Mean(layer.Weights.Select(weight => divisors[weight]!)))];

        static double Mean(IEnumerable<Tensor> parts) => cat([.. parts.Select(part => part.flatten())]).mean().item<double>();
    }

    public void Save(BinaryWriter writer)
    {
        ((OptimizerHelper)optimizer).save_state_dict(writer);
        order.Save(writer);
        Bytes.Write(writer, generator.State);
    }

    public void Load(BinaryReader reader)
    {
        ((OptimizerHelper)optimizer).load_state_dict(reader);
        order.Load(reader);
        Bytes.Read(reader, generator.State);
    }

    public void Dispose()
    {
        optimizer.Dispose();
        order.Dispose();
        generator.Dispose();
    }

    private Tensor Step(Tensor images, Tensor targets, TrainingProgress progress)
    {
        optimizer.zero_grad();
        var loss = Run(Draws, () => settings.Loss.Mean(module.call(images), targets));
        loss.backward();
        if (settings.ClipValue is { } greatest)
        {
            nn.utils.clip_grad_value_(parameters.Where(parameter => parameter.grad is not null), greatest);
        }

        if (settings.ClipNorm is { } limit)
        {
            nn.utils.clip_grad_norm_(parameters, limit);
        }

        if (settings.Penalty.SignDecay != 0)
        {
            AddSigns(settings.Penalty.SignDecay);
        }

        if (settings.Schedule is { } schedule)
        {
            foreach (var group in optimizer.ParamGroups)
            {
                group.LearningRate = settings.Optimizer.RateOfTorch(schedule.Rate(settings.Optimizer.LearningRate, progress));
            }
        }

        Run(drawsInStep, () => optimizer.step());
        hasStepped = true;
        if (settings.MaxNorm is { } longest)
        {
            LimitNorms(longest);
        }

        return loss;
    }

    // torch.optim knows the part of a penalty that is proportional to weights, but not this.
    private void AddSigns(double decay)
    {
        using var withoutGraph = no_grad();
        foreach (var weight in weights.Where(weight => weight.grad is not null))
        {
            weight.grad!.add_(weight.sign(), decay);
        }
    }

    // A row for each unit, (units, inputs, …).
    private void LimitNorms(double longest)
    {
        using var withoutGraph = no_grad();
        foreach (var weight in weights)
        {
            var rows = weight.detach().flatten(1);
            var norms = rows.pow(2).sum([1L], keepdim: true).sqrt();
            rows.mul_((longest / norms).clamp(max: 1));
        }
    }

    // Who looks may take gradients of its own, after which there are none. An optimizer skips a parameter that has none.
    private void Show(Action look)
    {
        module.eval();
        Parameter[] moving = [.. parameters.Where(parameter => parameter.grad is not null)];
        look();
        using var section = NativeSection.Enter();
        using var scope = NewDisposeScope();
        foreach (var parameter in moving.Where(parameter => parameter.grad is null))
        {
            parameter.grad = zeros_like(parameter);
        }

        module.train();
    }

    private Tensor[][] Copies() => [.. Layers.Select(layer => layer.Weights.Select(weight => weight.detach().clone()).ToArray())];

    private double[] Updates(Tensor[][] before) => [.. Layers.Zip(before, (layer, then) =>
        Math.Sqrt(layer.Weights.Zip(then, (after, old) => SumOfSquares(after.detach() - old)).Sum() / then.Sum(SumOfSquares)))];

    private static double SumOfSquares(Tensor values) => values.to(ScalarType.Float64).pow(2).sum().item<double>();

    private T Run<T>(bool mayDraw, Func<T> action) => mayDraw ? generator.Run(action) : action();

    private Tensor Gather(Tensor rows, Tensor batch) => order.IsInOrder ? rows.alias() : rows.index_select(0, batch);
}

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
    private readonly optim.Optimizer optimizer;
    private readonly ImageOrder order;
    private readonly CellGenerator generator;
    private readonly bool drawsInStep;

    public EagerTrainer(nn.Module<Tensor, Tensor> module, Settings settings, RandomStreams streams, TrainingData data)
        : base(module, settings.Loss, streams)
    {
        using var section = NativeSection.Enter();
        (this.module, this.settings, this.data) = (module, settings, data);
        parameters = [.. module.parameters()];
        order = new(streams, data, settings.BatchSize);
        generator = new(streams, "forward");
        drawsInStep = settings.Optimizer.GetType().Assembly != typeof(Optimizer).Assembly;
        optimizer = Run(drawsInStep, () => settings.Optimizer.Create(
            parameters.Where(Layer.IsWeight), parameters.Where(parameter => !Layer.IsWeight(parameter)), settings.Penalty.WeightDecay));
    }

    public int StepsPerEpoch => order.Steps;

    public string? WhyNotSaved => optimizer is OptimizerHelper ? null
        : $"the optimizer {settings.Optimizer.Name} ({optimizer.GetType().Name}) has no state_dict";

    public void TrainEpoch(int epoch, CancellationToken cancellation)
    {
        module.train();
        using var epochScope = NewDisposeScope();
        var images = order.Next();
        for (var step = 0; step < order.Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var section = NativeSection.Enter();
            using var scope = NewDisposeScope();
            var start = (long)step * order.BatchSize;
            var batch = images.narrow(0, start, Math.Min(order.BatchSize, data.Count - start));
            var progress = new TrainingProgress(((long)epoch * order.Steps) + step, order.Steps, settings.Epochs);
            Step(Gather(data.Images, batch), Gather(data.Targets, batch), progress);
        }

        module.eval();
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

    private void Step(Tensor images, Tensor targets, TrainingProgress progress)
    {
        optimizer.zero_grad();
        Run(Draws, () => settings.Loss.Mean(module.call(images), targets)).backward();
        if (settings.ClipNorm is { } limit)
        {
            nn.utils.clip_grad_norm_(parameters, limit);
        }

        if (settings.Schedule is { } schedule)
        {
            foreach (var group in optimizer.ParamGroups)
            {
                group.LearningRate = schedule.Rate(settings.Optimizer.LearningRate, progress);
            }
        }

        Run(drawsInStep, () => optimizer.step());
    }

    private T Run<T>(bool mayDraw, Func<T> action) => mayDraw ? generator.Run(action) : action();

    private Tensor Gather(Tensor rows, Tensor batch) => order.IsInOrder ? rows.alias() : rows.index_select(0, batch);
}

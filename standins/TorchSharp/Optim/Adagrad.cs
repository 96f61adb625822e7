#nullable disable
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public static Adagrad Adagrad(
                IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10) =>
                new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);

            public static Adagrad Adagrad(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10) =>
                new(parameters.Select(named => named.parameter), lr, lr_decay, weight_decay, initial_accumulator_value, eps);

            public static Adagrad Adagrad(
                IEnumerable<Adagrad.ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10) =>
                new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Rates that shrink with the sum of squared gradients (Duchi et al., 2011).</summary>
    public class Adagrad : OptimizerHelper
    {
        public Adagrad(
            IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
            : this([new ParamGroup { Parameters = parameters }], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
        {
        }

        public Adagrad(
            IEnumerable<ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
        {
            if (lr < 0)
                throw new ArgumentException($"Invalid learning rate: {lr}");
            if (eps < 0)
                throw new ArgumentException($"Invalid ε: {eps}");
            if (lr_decay < 0)
                throw new ArgumentException($"Invalid lr_decay value: {lr_decay}");
            if (weight_decay < 0)
                throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
            if (initial_accumulator_value < 0)
                throw new ArgumentException($"Invalid initial_accumulator_value: {initial_accumulator_value}");
            var defaults = new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                lr_decay = lr_decay,
                initial_accumulator_value = initial_accumulator_value,
                eps = eps,
                weight_decay = weight_decay,
            };
            Start(defaults, parameters);
        }

        public override void add_param_group(Modules.ParamGroup param_group) =>
            AddGroup(param_group, () => new Options(), parameter => new State(parameter));

        public override torch.Tensor step(Func<torch.Tensor> closure = null) => _step<ParamGroup>(group =>
        {
            foreach (var parameter in group.Parameters)
            {
                if (parameter.grad is { } grad)
                    Update(parameter, grad, (State)_state[parameter.Handle], group.Options);
            }
        }, closure);

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
                DisposeStates();
        }

        private static void Update(Parameter parameter, torch.Tensor grad, State state, Options options)
        {
            state.step += 1;
            if (options.weight_decay != 0)
                grad = grad.add(parameter, alpha: options.weight_decay.Value);
            var rate = options.LearningRate.Value / (1 + (state.step - 1) * options.lr_decay.Value);
            state.sum.addcmul_(grad, grad, value: 1);
            parameter.addcdiv_(grad, state.sum.sqrt().add_(options.eps.Value), value: -rate);
        }

        public class Options : OptimizerOptions
        {
            public double? lr_decay;
            public double? initial_accumulator_value;
            public double? eps;
            public double? weight_decay;

            public override void SaveStateDict(BinaryWriter writer)
            {
                base.SaveStateDict(writer);
                writer.Write(lr_decay.Value);
                writer.Write(initial_accumulator_value.Value);
                writer.Write(eps.Value);
                writer.Write(weight_decay.Value);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                base.LoadStateDict(reader);
                lr_decay = reader.ReadDouble();
                initial_accumulator_value = reader.ReadDouble();
                eps = reader.ReadDouble();
                weight_decay = reader.ReadDouble();
            }

            public override void LoadStateDict(OptimizerOptions source)
            {
                base.LoadStateDict(source);
                var other = (Options)source;
                lr_decay = other.lr_decay;
                initial_accumulator_value = other.initial_accumulator_value;
                eps = other.eps;
                weight_decay = other.weight_decay;
            }

            internal override void TakeMissingFrom(OptimizerOptions defaults)
            {
                base.TakeMissingFrom(defaults);
                var other = (Options)defaults;
                lr_decay ??= other.lr_decay;
                initial_accumulator_value ??= other.initial_accumulator_value;
                eps ??= other.eps;
                weight_decay ??= other.weight_decay;
            }
        }

        public class ParamGroup : ParamGroup<Options>
        {
            public ParamGroup()
            {
            }

            public ParamGroup(IEnumerable<Parameter> parameters, Options options)
                : base(parameters, options)
            {
            }

            public ParamGroup(
                IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
                : base(parameters, new Options
                {
                    LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value, eps = eps,
                })
            {
            }
        }

        public sealed class State : OptimizerState, IDisposable
        {
            public long step;
            public torch.Tensor sum;

            public State(Parameter parameter)
                : base(parameter)
            {
            }

            public override void Initialize(OptimizerOptions options)
            {
                step = 0;
                sum?.Dispose();
                sum = torch.full_like(_parameter, ((Options)options).initial_accumulator_value.Value).DetachFromDisposeScope();
            }

            public override void to(torch.Device device)
            {
                sum = sum.to(device);
            }

            public override void SaveStateDict(BinaryWriter writer)
            {
                writer.Write(step);
                sum.Save(writer);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                step = reader.ReadInt64();
                sum.Load(reader);
            }

            public override void LoadStateDict(OptimizerState source)
            {
                var other = (State)source;
                step = other.step;
                Copy(ref sum, other.sum);
            }

            public override bool ApproximatelyEquals(OptimizerState other) =>
                other is State state && step == state.step && Close(sum, state.sum);

            public void Dispose()
            {
                sum?.Dispose();
            }
        }
    }
}

#nullable disable
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public static Adadelta Adadelta(
                IEnumerable<Parameter> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false) =>
                new(parameters, lr, rho, eps, weight_decay, maximize);

            public static Adadelta Adadelta(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), lr, rho, eps, weight_decay, maximize);

            public static Adadelta Adadelta(
                IEnumerable<Adadelta.ParamGroup> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false) =>
                new(parameters, lr, rho, eps, weight_decay, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Rates from running averages of gradients and of steps (Zeiler, 2012).</summary>
    public class Adadelta : OptimizerHelper
    {
        public Adadelta(
            IEnumerable<Parameter> parameters, double lr, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, rho, eps, weight_decay, maximize)
        {
        }

        public Adadelta(
            IEnumerable<ParamGroup> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
        {
            if (lr < 0)
                throw new ArgumentException($"Invalid learning rate: {lr}");
            if (rho < 0 || rho > 1)
                throw new ArgumentException($"Invalid rho value: {rho}");
            if (eps < 0)
                throw new ArgumentException($"Invalid eps value: {eps}");
            if (weight_decay < 0)
                throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
            var defaults = new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                rho = rho,
                eps = eps,
                weight_decay = weight_decay,
                maximize = maximize,
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
            var (rho, eps) = (options.rho.Value, options.eps.Value);
            if (options.maximize.Value)
                grad = -grad;
            if (options.weight_decay != 0)
                grad = grad.add(parameter, alpha: options.weight_decay.Value);
            state.square_avg.mul_(rho).addcmul_(grad, grad, 1 - rho);
            var scale = state.square_avg.add(eps).sqrt_();
            var delta = state.acc_delta.add(eps).sqrt_().div_(scale).mul_(grad);
            parameter.add_(delta, alpha: -options.LearningRate.Value);
            state.acc_delta.mul_(rho).addcmul_(delta, delta, 1 - rho);
        }

        public class Options : OptimizerOptions
        {
            public double? rho;
            public double? eps;
            public double? weight_decay;
            public bool? maximize;

            public override void SaveStateDict(BinaryWriter writer)
            {
                base.SaveStateDict(writer);
                writer.Write(rho.Value);
                writer.Write(eps.Value);
                writer.Write(weight_decay.Value);
                writer.Write(maximize.Value);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                base.LoadStateDict(reader);
                rho = reader.ReadDouble();
                eps = reader.ReadDouble();
                weight_decay = reader.ReadDouble();
                maximize = reader.ReadBoolean();
            }

            public override void LoadStateDict(OptimizerOptions source)
            {
                base.LoadStateDict(source);
                var other = (Options)source;
                rho = other.rho;
                eps = other.eps;
                weight_decay = other.weight_decay;
                maximize = other.maximize;
            }

            internal override void TakeMissingFrom(OptimizerOptions defaults)
            {
                base.TakeMissingFrom(defaults);
                var other = (Options)defaults;
                rho ??= other.rho;
                eps ??= other.eps;
                weight_decay ??= other.weight_decay;
                maximize ??= other.maximize;
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
                IEnumerable<Parameter> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
                : base(parameters, new Options
                {
                    LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize,
                })
            {
            }
        }

        public sealed class State : OptimizerState, IDisposable
        {
            public long step;
            public torch.Tensor square_avg;
            public torch.Tensor acc_delta;

            public State(Parameter parameter)
                : base(parameter)
            {
            }

            public override void Initialize(OptimizerOptions options)
            {
                step = 0;
                Zero(ref square_avg);
                Zero(ref acc_delta);
            }

            public override void to(torch.Device device)
            {
                square_avg = square_avg.to(device);
                acc_delta = acc_delta.to(device);
            }

            public override void SaveStateDict(BinaryWriter writer)
            {
                writer.Write(step);
                square_avg.Save(writer);
                acc_delta.Save(writer);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                step = reader.ReadInt64();
                square_avg.Load(reader);
                acc_delta.Load(reader);
            }

            public override void LoadStateDict(OptimizerState source)
            {
                var other = (State)source;
                step = other.step;
                Copy(ref square_avg, other.square_avg);
                Copy(ref acc_delta, other.acc_delta);
            }

            public override bool ApproximatelyEquals(OptimizerState other) =>
                other is State state && step == state.step && Close(square_avg, state.square_avg) && Close(acc_delta, state.acc_delta);

            public void Dispose()
            {
                square_avg?.Dispose();
                acc_delta?.Dispose();
            }
        }
    }
}

#nullable disable
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public static RMSProp RMSProp(
                IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

            public static RMSProp RMSProp(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), lr, alpha, eps, weight_decay, momentum, centered, maximize);

            public static RMSProp RMSProp(
                IEnumerable<RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Gradients divided by a running root mean square (Tieleman and Hinton, 2012).</summary>
    public class RMSProp : OptimizerHelper, torch.optim.IMomentum
    {
        public RMSProp(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
        {
        }

        public RMSProp(
            IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
        {
            if (lr < 0)
                throw new ArgumentException($"Invalid learning rate: {lr}");
            if (eps < 0)
                throw new ArgumentException($"Invalid ε: {eps}");
            if (alpha < 0)
                throw new ArgumentException($"Invalid alpha: {alpha}");
            if (momentum < 0)
                throw new ArgumentException($"Invalid momentum value: {momentum}");
            if (weight_decay < 0)
                throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
            var defaults = new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                maximize = maximize,
                momentum = momentum,
                alpha = alpha,
                eps = eps,
                weight_decay = weight_decay,
                centered = centered,
            };
            Start(defaults, parameters);
        }

        public double Momentum
        {
            get => ((Options)_defaults).momentum.Value;
            set => ((Options)_defaults).momentum = value;
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
            var alpha = options.alpha.Value;
            if (options.maximize.Value)
                grad = -grad;
            state.step += 1;
            if (options.weight_decay != 0)
                grad = grad.add(parameter, alpha: options.weight_decay.Value);
            state.square_avg.mul_(alpha).addcmul_(grad, grad, value: 1 - alpha);
            var meanSquare = state.square_avg;
            if (options.centered.Value)
            {
                state.grad_avg.mul_(alpha).add_(grad, alpha: 1 - alpha);
                meanSquare = meanSquare.addcmul(state.grad_avg, state.grad_avg, value: -1);
            }

            var denominator = meanSquare.sqrt().add_(options.eps.Value);
            var rate = options.LearningRate.Value;
            if (options.momentum > 0)
            {
                state.momentum_buffer.mul_(options.momentum.Value).addcdiv_(grad, denominator);
                parameter.add_(state.momentum_buffer, alpha: -rate);
            }
            else
            {
                parameter.addcdiv_(grad, denominator, -rate);
            }
        }

        public class Options : OptimizerOptions
        {
            public bool? maximize;
            public double? momentum;
            public double? alpha;
            public double? eps;
            public double? weight_decay;
            public bool? centered;

            public override void SaveStateDict(BinaryWriter writer)
            {
                base.SaveStateDict(writer);
                writer.Write(maximize.Value);
                writer.Write(momentum.Value);
                writer.Write(alpha.Value);
                writer.Write(eps.Value);
                writer.Write(weight_decay.Value);
                writer.Write(centered.Value);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                base.LoadStateDict(reader);
                maximize = reader.ReadBoolean();
                momentum = reader.ReadDouble();
                alpha = reader.ReadDouble();
                eps = reader.ReadDouble();
                weight_decay = reader.ReadDouble();
                centered = reader.ReadBoolean();
            }

            public override void LoadStateDict(OptimizerOptions source)
            {
                base.LoadStateDict(source);
                var other = (Options)source;
                maximize = other.maximize;
                momentum = other.momentum;
                alpha = other.alpha;
                eps = other.eps;
                weight_decay = other.weight_decay;
                centered = other.centered;
            }

            internal override void TakeMissingFrom(OptimizerOptions defaults)
            {
                base.TakeMissingFrom(defaults);
                var other = (Options)defaults;
                maximize ??= other.maximize;
                momentum ??= other.momentum;
                alpha ??= other.alpha;
                eps ??= other.eps;
                weight_decay ??= other.weight_decay;
                centered ??= other.centered;
            }
        }

        public class ParamGroup : ParamGroup<Options>, torch.optim.IMomentum
        {
            public ParamGroup()
            {
            }

            public ParamGroup(IEnumerable<Parameter> parameters, Options options)
                : base(parameters, options)
            {
            }

            public ParamGroup(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0, double momentum = 0.0, bool centered = false)
                : base(parameters, new Options
                {
                    LearningRate = lr, eps = eps, alpha = alpha, weight_decay = weight_decay, momentum = momentum, centered = centered,
                })
            {
            }

            public double Momentum
            {
                get => Options.momentum.Value;
                set => Options.momentum = value;
            }
        }

        public sealed class State : OptimizerState, IDisposable
        {
            public long step;
            public torch.Tensor square_avg;
            public torch.Tensor momentum_buffer;
            public torch.Tensor grad_avg;

            public State(Parameter parameter)
                : base(parameter)
            {
            }

            public override void Initialize(OptimizerOptions options)
            {
                step = 0;
                Zero(ref square_avg);
                Zero(ref momentum_buffer);
                Zero(ref grad_avg);
            }

            public override void to(torch.Device device)
            {
                square_avg = square_avg.to(device);
                momentum_buffer = momentum_buffer?.to(device);
                grad_avg = grad_avg?.to(device);
            }

            public override void SaveStateDict(BinaryWriter writer)
            {
                writer.Write(step);
                square_avg.Save(writer);
                SaveConditionalStateTensor(writer, momentum_buffer);
                SaveConditionalStateTensor(writer, grad_avg);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                step = reader.ReadInt64();
                square_avg.Load(reader);
                LoadConditionalStateTensor(reader, ref momentum_buffer, _parameter.device);
                LoadConditionalStateTensor(reader, ref grad_avg, _parameter.device);
            }

            public override void LoadStateDict(OptimizerState source)
            {
                var other = (State)source;
                step = other.step;
                Copy(ref square_avg, other.square_avg);
                Copy(ref momentum_buffer, other.momentum_buffer);
                Copy(ref grad_avg, other.grad_avg);
            }

            public override bool ApproximatelyEquals(OptimizerState other) =>
                other is State state && step == state.step && Close(square_avg, state.square_avg) && Close(momentum_buffer, state.momentum_buffer) && Close(grad_avg, state.grad_avg);

            public void Dispose()
            {
                square_avg?.Dispose();
                momentum_buffer?.Dispose();
                grad_avg?.Dispose();
            }
        }
    }
}

#nullable disable
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public static ASGD ASGD(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false) =>
                new(parameters, lr, lambd, alpha, t0, weight_decay, maximize);

            public static ASGD ASGD(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), lr, lambd, alpha, t0, weight_decay, maximize);

            public static ASGD ASGD(
                IEnumerable<ParamGroup<ASGD.Options>> parameters, double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false) =>
                new(parameters, lr, lambd, alpha, t0, weight_decay, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Stochastic gradient descent that also keeps the average of the parameters (Polyak and Juditsky, 1992).</summary>
    public class ASGD : OptimizerHelper
    {
        public ASGD(
            IEnumerable<Parameter> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, lambd, alpha, t0, weight_decay, maximize)
        {
        }

        public ASGD(
            IEnumerable<ParamGroup<Options>> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false)
        {
            if (lr < 0)
                throw new ArgumentException($"Invalid learning rate: {lr}");
            var defaults = new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                maximize = maximize,
                lambd = lambd,
                alpha = alpha,
                weight_decay = weight_decay,
                t0 = t0,
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
            var (lambd, rate) = (options.lambd.Value, options.LearningRate.Value);
            if (options.maximize.Value)
                grad = -grad;
            state.step += 1;
            if (options.weight_decay != 0)
                grad = grad.add(parameter, alpha: options.weight_decay.Value);
            parameter.mul_(1 - lambd * state.eta);
            parameter.add_(grad, alpha: -state.eta);
            if (state.mu == 1)
                state.ax.copy_(parameter);
            else
                state.ax.add_(parameter.sub(state.ax).mul(state.mu));
            state.eta = rate / Math.Pow(1 + lambd * rate * state.step, options.alpha.Value);
            state.mu = 1 / Math.Max(1, state.step - options.t0.Value);
        }

        public class Options : OptimizerOptions
        {
            public bool? maximize;
            public double? lambd;
            public double? alpha;
            public double? weight_decay;
            public double? t0;

            public override void SaveStateDict(BinaryWriter writer)
            {
                base.SaveStateDict(writer);
                writer.Write(maximize.Value);
                writer.Write(lambd.Value);
                writer.Write(alpha.Value);
                writer.Write(weight_decay.Value);
                writer.Write(t0.Value);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                base.LoadStateDict(reader);
                maximize = reader.ReadBoolean();
                lambd = reader.ReadDouble();
                alpha = reader.ReadDouble();
                weight_decay = reader.ReadDouble();
                t0 = reader.ReadDouble();
            }

            public override void LoadStateDict(OptimizerOptions source)
            {
                base.LoadStateDict(source);
                var other = (Options)source;
                maximize = other.maximize;
                lambd = other.lambd;
                alpha = other.alpha;
                weight_decay = other.weight_decay;
                t0 = other.t0;
            }

            internal override void TakeMissingFrom(OptimizerOptions defaults)
            {
                base.TakeMissingFrom(defaults);
                var other = (Options)defaults;
                maximize ??= other.maximize;
                lambd ??= other.lambd;
                alpha ??= other.alpha;
                weight_decay ??= other.weight_decay;
                t0 ??= other.t0;
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
                IEnumerable<Parameter> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0)
                : base(parameters, new Options
                {
                    LearningRate = lr, lambd = lambd, alpha = alpha, t0 = t0, weight_decay = weight_decay,
                })
            {
            }
        }

        public sealed class State : OptimizerState, IDisposable
        {
            public long step;
            public double eta;
            public double mu;
            public torch.Tensor ax;

            public State(Parameter parameter)
                : base(parameter)
            {
            }

            public override void Initialize(OptimizerOptions options)
            {
                step = 0;
                eta = options.LearningRate.Value;
                mu = 1;
                Zero(ref ax);
            }

            public override void to(torch.Device device)
            {
                ax = ax.to(device);
            }

            public override void SaveStateDict(BinaryWriter writer)
            {
                writer.Write(step);
                writer.Write(eta);
                writer.Write(mu);
                ax.Save(writer);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                step = reader.ReadInt64();
                eta = reader.ReadDouble();
                mu = reader.ReadDouble();
                ax.Load(reader);
            }

            public override void LoadStateDict(OptimizerState source)
            {
                var other = (State)source;
                step = other.step;
                eta = other.eta;
                mu = other.mu;
                Copy(ref ax, other.ax);
            }

            public override bool ApproximatelyEquals(OptimizerState other) =>
                other is State state && step == state.step && eta == state.eta && mu == state.mu && Close(ax, state.ax);

            public void Dispose()
            {
                ax?.Dispose();
            }
        }
    }
}

#nullable disable
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public static Rprop Rprop(
                IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false) =>
                new(parameters, lr, etaminus, etaplus, min_step, max_step, maximize);

            public static Rprop Rprop(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), lr, etaminus, etaplus, min_step, max_step, maximize);

            public static Rprop Rprop(
                IEnumerable<Rprop.ParamGroup> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false) =>
                new(parameters, lr, etaminus, etaplus, min_step, max_step, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Step sizes from the signs of successive gradients (Riedmiller and Braun, 1993).</summary>
    public class Rprop : OptimizerHelper
    {
        public Rprop(
            IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, etaminus, etaplus, min_step, max_step, maximize)
        {
        }

        public Rprop(
            IEnumerable<ParamGroup> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
        {
            if (lr < 0)
                throw new ArgumentException($"Invalid learning rate: {lr}");
            var defaults = new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                maximize = maximize,
                etaminus = etaminus,
                etaplus = etaplus,
                min_step = min_step,
                max_step = max_step,
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
            if (options.maximize.Value)
                grad = -grad;
            state.step += 1;
            var agreement = grad.mul(state.prev).sign();
            var turned = agreement.lt(0);
            var factor = torch.ones_like(agreement).masked_fill_(agreement.gt(0), options.etaplus.Value).masked_fill_(turned, options.etaminus.Value);
            state.step_size.mul_(factor).clamp_(options.min_step.Value, options.max_step.Value);
            grad = grad.clone().masked_fill_(turned, 0);
            parameter.addcmul_(grad.sign(), state.step_size, -1);
            state.prev.copy_(grad);
        }

        public class Options : OptimizerOptions
        {
            public bool? maximize;
            public double? etaminus;
            public double? etaplus;
            public double? min_step;
            public double? max_step;

            public override void SaveStateDict(BinaryWriter writer)
            {
                base.SaveStateDict(writer);
                writer.Write(maximize.Value);
                writer.Write(etaminus.Value);
                writer.Write(etaplus.Value);
                writer.Write(min_step.Value);
                writer.Write(max_step.Value);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                base.LoadStateDict(reader);
                maximize = reader.ReadBoolean();
                etaminus = reader.ReadDouble();
                etaplus = reader.ReadDouble();
                min_step = reader.ReadDouble();
                max_step = reader.ReadDouble();
            }

            public override void LoadStateDict(OptimizerOptions source)
            {
                base.LoadStateDict(source);
                var other = (Options)source;
                maximize = other.maximize;
                etaminus = other.etaminus;
                etaplus = other.etaplus;
                min_step = other.min_step;
                max_step = other.max_step;
            }

            internal override void TakeMissingFrom(OptimizerOptions defaults)
            {
                base.TakeMissingFrom(defaults);
                var other = (Options)defaults;
                maximize ??= other.maximize;
                etaminus ??= other.etaminus;
                etaplus ??= other.etaplus;
                min_step ??= other.min_step;
                max_step ??= other.max_step;
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
                IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
                : base(parameters, new Options
                {
                    LearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step, max_step = max_step, maximize = maximize,
                })
            {
            }
        }

        public sealed class State : OptimizerState, IDisposable
        {
            public long step;
            public torch.Tensor prev;
            public torch.Tensor step_size;

            public State(Parameter parameter)
                : base(parameter)
            {
            }

            public override void Initialize(OptimizerOptions options)
            {
                step = 0;
                Zero(ref prev);
                step_size?.Dispose();
                step_size = torch.full_like(_parameter, options.LearningRate.Value).DetachFromDisposeScope();
            }

            public override void to(torch.Device device)
            {
                prev = prev.to(device);
                step_size = step_size.to(device);
            }

            public override void SaveStateDict(BinaryWriter writer)
            {
                writer.Write(step);
                prev.Save(writer);
                step_size.Save(writer);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                step = reader.ReadInt64();
                prev.Load(reader);
                step_size.Load(reader);
            }

            public override void LoadStateDict(OptimizerState source)
            {
                var other = (State)source;
                step = other.step;
                Copy(ref prev, other.prev);
                Copy(ref step_size, other.step_size);
            }

            public override bool ApproximatelyEquals(OptimizerState other) =>
                other is State state && step == state.step && Close(prev, state.prev) && Close(step_size, state.step_size);

            public void Dispose()
            {
                prev?.Dispose();
                step_size?.Dispose();
            }
        }
    }
}

using TorchSharp.Utils;

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) =>
                new(num_parameters, init, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A leaky unit that learns its slopes (He et al., 2015).</summary>
    public sealed class PReLU : torch.nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype)
            : base(nameof(PReLU))
        {
            this.init = init;
            this.num_parameters = num_parameters;
            weight = new Parameter(torch.empty(num_parameters, device: device, dtype: dtype).fill_(init));
        }

        public double init { get; }

        public long num_parameters { get; }

        public Parameter weight
        {
            get => _weight!;
            set
            {
                if (ReferenceEquals(value, _weight))
                    return;
                _weight?.Dispose();
                _weight = (Parameter)value.DetachFromDisposeScope();
                ConditionallyRegisterParameter(nameof(weight), _weight);
            }
        }

        public override string GetName() => nameof(PReLU);

        public override Tensor forward(Tensor tensor) => torch.nn.functional.prelu(tensor, weight);
    }
}

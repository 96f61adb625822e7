using TorchSharp.Utils;

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static GroupNorm GroupNorm(
                long num_groups, long num_channels, double eps = 1e-05, bool affine = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_groups, num_channels, eps, affine, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Normalizes over groups of channels of every example (Wu and He, 2018).</summary>
    public sealed class GroupNorm : torch.nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = nameof(bias))]
        private Parameter? _bias;

        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype)
            : base(nameof(GroupNorm))
        {
            this.num_groups = num_groups;
            this.eps = eps;
            this.affine = affine;
            if (!affine)
                return;
            weight = new Parameter(torch.ones(num_channels, dtype, device));
            bias = new Parameter(torch.zeros(num_channels, dtype, device));
        }

        public long num_groups { get; set; }

        public double eps { get; set; }

        public bool affine { get; set; }

        public Parameter? bias
        {
            get => _bias;
            set
            {
                _bias?.Dispose();
                _bias = value?.DetachFromDisposeScope() as Parameter;
                ConditionallyRegisterParameter(nameof(bias), _bias);
            }
        }

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

        public override Tensor forward(Tensor tensor) => tensor.Dimensions >= 3
            ? torch.nn.functional.group_norm(tensor, num_groups, weight, bias, eps)
            : throw new ArgumentException($"Invalid number of dimensions for GroupNorm argument: {tensor.Dimensions}");
    }
}

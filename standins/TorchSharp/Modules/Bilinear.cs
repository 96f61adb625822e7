using TorchSharp.Utils;

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Bilinear Bilinear(
                long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in1_features, in2_features, out_features, hasBias, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>x₁ᵀ W x₂ + b for each output, W (out, in1, in2).</summary>
    public sealed class Bilinear : torch.nn.Module<Tensor, Tensor, Tensor>
    {
        [ComponentName(Name = nameof(bias))]
        private Parameter? _bias;

        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        internal Bilinear(long in1_features, long in2_features, long out_features, bool hasBias, Device? device, ScalarType? dtype)
            : base(nameof(Bilinear))
        {
            this.in1_features = in1_features;
            this.in2_features = in2_features;
            this.out_features = out_features;
            var bound = 1 / Math.Sqrt(in1_features);
            weight = torch.empty(out_features, in1_features, in2_features, device: device, dtype: dtype).AsParameter();
            torch.nn.init.uniform_(weight, -bound, bound);
            if (hasBias)
            {
                bias = torch.empty(out_features, device: device, dtype: dtype).AsParameter();
                torch.nn.init.uniform_(bias, -bound, bound);
            }
        }

        public long in1_features { get; set; }

        public long in2_features { get; set; }

        public long out_features { get; set; }

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

        public override Tensor forward(Tensor input1, Tensor input2) => torch.nn.functional.bilinear(input1, input2, _weight!, _bias);
    }
}

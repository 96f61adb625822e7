using TorchSharp.Utils;

namespace TorchSharp
{
    public enum PaddingModes
    {
        Zeros = 0,
        Reflect = 1,
        Replicate = 2,
        Circular = 3,
        Constant = 4,
    }

    public enum Padding
    {
        Valid = 0,
        Same = 1,
    }
}

namespace TorchSharp.Modules
{
    /// <summary>What the convolutions have in common. Weight (out, in/groups, kernel...) and bias (out) are drawn as in <see cref="Linear"/>.</summary>
    public abstract class Convolution : torch.nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = nameof(bias))]
        protected Parameter? _bias;

        [ComponentName(Name = nameof(weight))]
        protected Parameter? _weight;

        // As padding functions take it: the last dimension first, two numbers each.
        protected long[] _reversed_padding_repeated_twice = [];

        protected Convolution(
            string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type,
            long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device = null,
            ScalarType? dtype = null)
            : base(name)
        {
            if (transposed && padding_mode != PaddingModes.Zeros)
                throw new ArgumentException("Only PaddingModes.Zeros is supported for ConvTransposeND", nameof(padding_mode));
            this.in_channels = in_channels;
            this.out_channels = out_channels;
            this.kernel_size = kernel_size;
            this.stride = stride;
            this.dilation = dilation;
            this.transposed = transposed;
            this.output_padding = output_padding;
            this.groups = groups;
            this.padding_mode = padding_mode;
            if (padding_type is { } kind)
                SetPadding(kind);
            else
                SetPadding(padding ?? new long[kernel_size.Length]);
            long[] shape = transposed ? [in_channels, out_channels / groups, .. kernel_size] : [out_channels, in_channels / groups, .. kernel_size];
            weight = torch.empty(shape, device: device, dtype: dtype).AsParameter();
            if (bias)
                this.bias = torch.empty(out_channels, device: device, dtype: dtype).AsParameter();
            reset_parameters();
        }

        public long in_channels { get; }

        public long out_channels { get; }

        public bool transposed { get; }

        public Padding? padding_type { get; private set; }

        public long[]? padding { get; private set; }

        public PaddingModes padding_mode { get; set; }

        public long groups { get; set; }

        public long[] kernel_size { get; set; }

        public long[] stride { get; set; }

        public long[] dilation { get; set; }

        public long[] output_padding { get; set; }

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

        public void reset_parameters()
        {
            torch.nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
            if (bias is not null)
                torch.nn.init.UniformByFanIn(bias, weight);
        }

        public void SetPadding(long[] padding)
        {
            padding_type = null;
            this.padding = padding;
            _reversed_padding_repeated_twice = padding.Reverse().SelectMany(size => new[] { size, size }).ToArray();
        }

        public void SetPadding(Padding padding)
        {
            if (transposed)
                throw new ArgumentException("Cannot set padding type on ConvTransposeND");
            this.padding = null;
            padding_type = padding;
            _reversed_padding_repeated_twice = new long[2 * kernel_size.Length];
            if (padding != Padding.Same)
                return;
            if (stride.Any(step => step != 1))
                throw new ArgumentException("padding='same' is not supported for strided convolutions");
            for (var i = 0; i < kernel_size.Length; i++)
            {
                var total = dilation[i] * (kernel_size[i] - 1);
                _reversed_padding_repeated_twice[2 * i] = total / 2;
                _reversed_padding_repeated_twice[2 * i + 1] = total - total / 2;
            }
        }

        protected bool ValidateShape(Tensor input, long dimensions)
        {
            var shape = input.shape;
            return (shape.Length == dimensions + 2 && shape[1] == in_channels) || (shape.Length == dimensions + 1 && shape[0] == in_channels);
        }
    }
}

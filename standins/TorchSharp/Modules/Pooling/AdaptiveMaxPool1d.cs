namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static AdaptiveMaxPool1d AdaptiveMaxPool1d(long output_size) => new(output_size);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The largest values of as many windows as outputs are wanted.</summary>
    public sealed class AdaptiveMaxPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveMaxPool1d(long output_size)
            : base(nameof(AdaptiveMaxPool1d))
        {
            this.output_size = output_size;
        }

        public long output_size { get; set; }

        public override Tensor forward(Tensor input) => torch.nn.functional.adaptive_max_pool1d(input, output_size);

        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            torch.nn.functional.adaptive_max_pool1d_with_indices(input, output_size);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) => new(output_size);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Means of as many windows as outputs are wanted.</summary>
    public sealed class AdaptiveAvgPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveAvgPool1d(long output_size)
            : base(nameof(AdaptiveAvgPool1d))
        {
            this.output_size = output_size;
        }

        public long output_size { get; set; }

        public override Tensor forward(Tensor input) => torch.nn.functional.adaptive_avg_pool1d(input, output_size);
    }
}

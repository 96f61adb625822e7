namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) => new(encoder_layer, num_layers);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Several encoding layers, each beginning as a copy of the one given.</summary>
    public sealed class TransformerEncoder : torch.nn.Module<Tensor, Tensor, Tensor, Tensor>, torch.nn.IModule<Tensor, Tensor, Tensor>, torch.nn.IModule<Tensor, Tensor>
    {
        private readonly NativeWeights _weights = new();
        private readonly TransformerBlock[] _blocks;

        internal TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers)
            : base(IntPtr.Zero, IntPtr.Zero)
        {
            _blocks = TransformerStack.Copies(_weights, "", encoder_layer.Weights, encoder_layer.Shape, num_layers, decodes: false, register_parameter);
        }

        public enum Activations
        {
            ReLU = 0,
            GELU = 1,
        }

        public override Tensor forward(Tensor src, Tensor src_mask, Tensor src_key_padding_mask) =>
            TransformerStack.Encode(_blocks, src, src_mask, src_key_padding_mask, training);

        public Tensor call(Tensor src, Tensor src_mask) => base.call(src, src_mask, null!);

        public Tensor call(Tensor src) => base.call(src, null!, null!);

        protected override void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
        {
            base._toEpilog(dtype, device, non_blocking);
            _weights.Follow(this);
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
                _weights.Dispose();
        }
    }
}

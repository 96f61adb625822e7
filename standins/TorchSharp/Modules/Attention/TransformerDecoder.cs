namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static TransformerDecoder TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers) => new(decoder_layer, num_layers);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Several decoding layers, each beginning as a copy of the one given.</summary>
    public sealed class TransformerDecoder : torch.nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>
    {
        private readonly NativeWeights _weights = new();
        private readonly TransformerBlock[] _blocks;

        internal TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers)
            : base(IntPtr.Zero, IntPtr.Zero)
        {
            _blocks = TransformerStack.Copies(_weights, "", decoder_layer.Weights, decoder_layer.Shape, num_layers, decodes: true, register_parameter);
        }

        public override Tensor forward(
            Tensor tgt, Tensor memory, Tensor tgt_mask, Tensor memory_mask = null!, Tensor tgt_key_padding_mask = null!,
            Tensor memory_key_padding_mask = null!) =>
            TransformerStack.Decode(_blocks, tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask, training);

        public new Tensor call(
            Tensor tgt, Tensor memory, Tensor tgt_mask, Tensor memory_mask = null!, Tensor tgt_key_padding_mask = null!,
            Tensor memory_key_padding_mask = null!) =>
            base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

        public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null!, null!, null!, null!);

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

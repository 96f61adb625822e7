namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static TransformerDecoderLayer TransformerDecoderLayer(
                long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(new TransformerShape(d_model, nhead, dim_feedforward, dropout, activation));
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Attention of a sequence to itself, then to another, and a small network at every place. Inputs (length, batch, features).</summary>
    public sealed class TransformerDecoderLayer : torch.nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>, torch.nn.IModule<Tensor, Tensor, Tensor>
    {
        private readonly NativeWeights _weights = new();
        private readonly TransformerBlock _block;

        internal TransformerDecoderLayer(TransformerShape shape)
            : base(IntPtr.Zero, IntPtr.Zero)
        {
            Shape = shape;
            _block = new TransformerBlock(_weights, "", shape, decodes: true);
            foreach (var (name, parameter) in _block.Create())
                register_parameter(name, parameter);
        }

        internal TransformerShape Shape { get; }

        internal NativeWeights Weights => _weights;

        public override Tensor forward(
            Tensor tgt, Tensor memory, Tensor tgt_mask, Tensor memory_mask, Tensor tgt_key_padding_mask, Tensor memory_key_padding_mask) =>
            _block.Decode(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask, training);

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

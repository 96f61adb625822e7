namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static TransformerEncoderLayer TransformerEncoderLayer(
                long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(new TransformerShape(d_model, nhead, dim_feedforward, dropout, activation));
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Attention of a sequence to itself, and a small network at every place. Input (length, batch, features).</summary>
    public sealed class TransformerEncoderLayer : torch.nn.Module<Tensor, Tensor>, torch.nn.IModule<Tensor, Tensor, Tensor>, torch.nn.IModule<Tensor, Tensor, Tensor, Tensor>
    {
        private readonly NativeWeights _weights = new();
        private readonly TransformerBlock _block;

        internal TransformerEncoderLayer(TransformerShape shape)
            : base(IntPtr.Zero, IntPtr.Zero)
        {
            Shape = shape;
            _block = new TransformerBlock(_weights, "", shape, decodes: false);
            foreach (var (name, parameter) in _block.Create())
                register_parameter(name, parameter);
        }

        internal TransformerShape Shape { get; }

        internal NativeWeights Weights => _weights;

        public override Tensor forward(Tensor src) => _block.Encode(src, null, null, training);

        public Tensor call(Tensor src, Tensor src_mask) => _block.Encode(src, src_mask, null, training);

        public Tensor call(Tensor src, Tensor src_mask, Tensor src_key_padding_mask) => _block.Encode(src, src_mask, src_key_padding_mask, training);

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

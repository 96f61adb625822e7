namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public enum Activations
            {
                ReLU = 0,
                GELU = 1,
            }

            public static Transformer Transformer(
                long d_model = 512, long nhead = 8, long num_encoder_layers = 6, long num_decoder_layers = 6, long dim_feedforward = 2048,
                double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(new TransformerShape(d_model, nhead, dim_feedforward, dropout, activation), num_encoder_layers, num_decoder_layers);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>An encoder and a decoder (Vaswani et al., 2017). Inputs (length, batch, features).</summary>
    public sealed class Transformer : torch.nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly NativeWeights _weights = new();
        private readonly TransformerShape _shape;
        private readonly TransformerBlock[] _encoder;
        private readonly TransformerBlock[] _decoder;

        internal Transformer(TransformerShape shape, long encoderLayers, long decoderLayers)
            : base(IntPtr.Zero, IntPtr.Zero)
        {
            _shape = shape;
            _encoder = TransformerStack.New(_weights, "encoder.", shape, encoderLayers, decodes: false, register_parameter);
            _decoder = TransformerStack.New(_weights, "decoder.", shape, decoderLayers, decodes: true, register_parameter);
            foreach (var weight in _weights.Flat.Where(weight => weight.dim() > 1))
                torch.nn.init.xavier_uniform_(weight);
        }

        public override Tensor forward(Tensor src, Tensor tgt) => call(src, tgt, null!);

        public Tensor call(
            Tensor src, Tensor tgt, Tensor src_mask, Tensor? tgt_mask = null, Tensor? memory_mask = null, Tensor? src_key_padding_mask = null,
            Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
        {
            Require(src.dim() == 3 && tgt.dim() == 3, $"src and tgt should have 3 dimensions, but got {src.dim()} and {tgt.dim()}");
            Require(src.shape[1] == tgt.shape[1], $"src and tgt should have equal batch size (at dim 1), but got {src.shape[1]} and {tgt.shape[1]}");
            Require(
                src.shape[2] == _shape.Width && tgt.shape[2] == _shape.Width,
                $"src and tgt should have same feature size as d_model (at dim 2), but got {src.shape[2]} and {tgt.shape[2]} while d_model is {_shape.Width}");
            using var scope = torch.NewDisposeScope();
            var memory = Dense.Normalize(_weights, "encoder.norm", TransformerStack.Encode(_encoder, src, src_mask, src_key_padding_mask, training));
            var output = TransformerStack.Decode(
                _decoder, tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask, training);
            return Dense.Normalize(_weights, "decoder.norm", output).MoveToOuterDisposeScope();
        }

        private static void Require(bool condition, string message)
        {
            if (!condition)
                throw new System.Runtime.InteropServices.ExternalException(message);
        }

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

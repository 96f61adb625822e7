namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static MultiheadAttention MultiheadAttention(
                long embedded_dim, long num_heads, double dropout = 0.0, bool bias = true, bool add_bias_kv = false, bool add_zero_attn = false,
                long? kdim = null, long? vdim = null) =>
                new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim, vdim);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Attention by several heads (Vaswani et al., 2017). Inputs (length, batch, features).</summary>
    public sealed class MultiheadAttention : torch.nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>>
    {
        private readonly NativeWeights _weights = new();
        private readonly AttentionBlock _block;

        internal MultiheadAttention(
            long embedded_dim, long num_heads, double dropout, bool bias, bool add_bias_kv, bool add_zero_attn, long? kdim, long? vdim)
            : base(IntPtr.Zero, IntPtr.Zero)
        {
            _block = new AttentionBlock(_weights, "", embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim, vdim);
            foreach (var (name, parameter) in _block.Create())
                register_parameter(name, parameter);
        }

        /// <summary>The outputs, and where each looked; the latter is empty unless wanted.</summary>
        public override Tuple<Tensor, Tensor> forward(
            Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
        {
            var (output, attention) = _block.Forward(query, key, value, key_padding_mask, need_weights, attn_mask, training);
            return Tuple.Create(output, attention ?? Tensor.Invalid());
        }

        public new Tuple<Tensor, Tensor> call(
            Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
            base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

        public override string GetName() => "torch::nn::MultiheadAttention"; // the others end in Impl

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

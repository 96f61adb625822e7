namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>softmax(query · keyᵀ / √d + mask) · value (Vaswani et al., 2017); a mask of truth values says where to look.</summary>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false)
            {
                if (p < 0)
                    throw new ArgumentException("Dropout probability must be greater than or equal to zero.");
                if (is_casual && attn_mask is not null)
                    throw new ArgumentException("Casual attention masking cannot pass a mask.");
                using var scaled = query.mul(1 / Math.Sqrt(query.shape[^1]));
                using var across = key.transpose(-2, -1);
                using var scores = scaled.matmul(across);
                using var past = is_casual ? Past(scores) : null;
                using var masked = Masked(scores, past ?? attn_mask);
                using var weights = masked.softmax(-1);
                using var kept = p > 0 ? dropout(weights, p, training: true) : weights.alias();
                return kept.matmul(value);
            }

            private static Tensor Past(Tensor scores)
            {
                using var all = ones(scores.shape[^2..], ScalarType.Bool, scores.device);
                return all.tril();
            }

            private static Tensor Masked(Tensor scores, Tensor? mask)
            {
                if (mask is null)
                    return scores.alias();
                if (mask.dtype != ScalarType.Bool)
                    return scores.add(mask);
                using var hidden = mask.logical_not();
                return scores.masked_fill(hidden, double.NegativeInfinity);
            }
        }
    }
}

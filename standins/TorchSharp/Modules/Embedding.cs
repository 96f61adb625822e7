using System.Runtime.InteropServices;

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Embedding Embedding(
                long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
                new(num_embeddings, embedding_dims, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse, device, dtype);

            public static Embedding Embedding_from_pretrained(
                Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
                new(embeddings, freeze, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse, device, dtype);
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op Embedding = new("embedding");
        internal static readonly Op EmbeddingRenormInPlace = new("embedding_renorm_");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A row of the weight (embeddings, dims) for each index; the rows start as N(0, 1), the padding row as zeros.</summary>
    public sealed class Embedding : torch.nn.Module<Tensor, Tensor>
    {
        private readonly NativeWeights _weights = new();
        private readonly long? _padding_idx;
        private readonly double? _max_norm;
        private readonly double _norm_type;
        private readonly bool _scale_grad_by_freq;
        private readonly bool _sparse;

        internal Embedding(
            long num_embeddings, long embedding_dims, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse,
            Device? device, ScalarType? dtype)
            : this(padding_idx, num_embeddings, max_norm, norm_type, scale_grad_by_freq, sparse)
        {
            var parameter = _weights.Add(nameof(weight), null, torch.ScalarType.Float32, num_embeddings, embedding_dims);
            register_parameter(nameof(weight), parameter);
            torch.nn.init.normal_(parameter);
            if (_padding_idx is { } padding)
            {
                using var untracked = torch.no_grad();
                using var row = parameter.select(0, padding);
                row.fill_(0);
            }

            MoveTo(device, dtype);
        }

        internal Embedding(
            Tensor embeddings, bool freeze, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse, Device? device,
            ScalarType? dtype)
            : this(padding_idx, embeddings.shape[0], max_norm, norm_type, scale_grad_by_freq, sparse)
        {
            register_parameter(nameof(weight), _weights.Add(nameof(weight), embeddings, requiresGrad: !freeze));
            MoveTo(device, dtype);
        }

        private Embedding(long? padding_idx, long rows, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse)
            : base(IntPtr.Zero, IntPtr.Zero)
        {
            if (padding_idx is { } index && (index >= rows || index < -rows))
                throw new ExternalException("Padding_idx must be within num_embeddings");
            _padding_idx = padding_idx < 0 ? padding_idx + rows : padding_idx;
            _max_norm = max_norm;
            _norm_type = norm_type;
            _scale_grad_by_freq = scale_grad_by_freq;
            _sparse = sparse;
        }

        public Parameter? weight
        {
            get => _weights.Get(nameof(weight));
            set
            {
                _weights.Replace(nameof(weight), value!);
                ConditionallyRegisterParameter(nameof(weight), value);
            }
        }

        public override Tensor forward(Tensor input)
        {
            if (_max_norm is { } longest)
            {
                using var untracked = torch.no_grad();
                using var indices = input.contiguous();
                NnAten.EmbeddingRenormInPlace.Run(_weights[0], indices, longest, _norm_type);
            }

            return NnAten.Embedding.Call(_weights[0], input, _padding_idx ?? -1, _scale_grad_by_freq, _sparse);
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
                _weights.Dispose();
        }

        private void MoveTo(Device? device, ScalarType? dtype)
        {
            var (targetDevice, targetType) = GetDefaultDeviceAndType(device, dtype);
            _to(targetDevice, targetType, false);
        }
    }
}

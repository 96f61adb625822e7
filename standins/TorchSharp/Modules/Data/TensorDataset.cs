#nullable disable
namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class utils
        {
            public static partial class data
            {
                public static TensorDataset TensorDataset(params Tensor[] tensors) => new(tensors);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Tensors whose first dimension counts the examples.</summary>
    public class TensorDataset : torch.utils.data.IterableDataset
    {
        private readonly Tensor[] _tensors;

        internal TensorDataset(Tensor[] tensors)
        {
            if (tensors is null || tensors.Length == 0)
                throw new ArgumentNullException(nameof(tensors));
            if (tensors.Any(tensor => tensor.shape[0] != tensors[0].shape[0]))
                throw new ArgumentException("All tensors must have the same first dimension size.", nameof(tensors));
            _tensors = tensors.Select(tensor => tensor.alias().DetachFromDisposeScope()).ToArray();
        }

        public override long Count => _tensors[0].shape[0];

        public IList<Tensor> this[long index] => _tensors.Select(tensor => tensor.select(0, index)).ToList();

        public override IList<Tensor> GetTensor(long index) => this[index];

        protected override void Dispose(bool disposing)
        {
            if (!disposing)
                return;
            foreach (var tensor in _tensors)
                tensor.Dispose();
        }
    }
}

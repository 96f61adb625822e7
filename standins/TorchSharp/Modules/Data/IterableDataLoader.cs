#nullable disable
namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class utils
        {
            public static partial class data
            {
                public static Modules.IterableDataLoader DataLoader(
                    IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, Device device = null, int num_worker = 1,
                    bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                    new(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset);

                public static Modules.IterableDataLoader DataLoader(
                    IterableDataset dataset, int batchSize, bool shuffle = false, Device device = null, int? seed = null, int num_worker = 1,
                    bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                    new(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Batches of examples that are lists of tensors.</summary>
    public class IterableDataLoader : DataLoader<IList<Tensor>, IList<Tensor>>
    {
        public IterableDataLoader(
            torch.utils.data.IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, Device device = null, int num_worker = 1,
            bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
            : base(dataset, batchSize, Collate, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
        {
        }

        public IterableDataLoader(
            torch.utils.data.IterableDataset dataset, int batchSize, bool shuffle = false, Device device = null, int? seed = null, int num_worker = 1,
            bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
            : base(dataset, batchSize, Collate, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
        {
        }

        private static IList<Tensor> Collate(IEnumerable<IList<Tensor>> examples, Device device)
        {
            var all = examples.ToList();
            return Enumerable.Range(0, all[0].Count).Select(i => Stack(all.Select(example => example[i]), device)).ToList();
        }
    }
}

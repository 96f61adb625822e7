#nullable disable
namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class utils
        {
            public static partial class data
            {
                public static Modules.DataLoader DataLoader(
                    Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device device = null, int num_worker = 1,
                    bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                    new(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset);

                public static Modules.DataLoader DataLoader(
                    Dataset dataset, int batchSize, bool shuffle = false, Device device = null, int? seed = null, int num_worker = 1,
                    bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                    new(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Batches of examples that are tensors by name.</summary>
    public class DataLoader : DataLoader<Dictionary<string, Tensor>, Dictionary<string, Tensor>>
    {
        public DataLoader(
            torch.utils.data.Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device device = null, int num_worker = 1,
            bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
            : base(dataset, batchSize, Collate, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
        {
        }

        public DataLoader(
            torch.utils.data.Dataset dataset, int batchSize, bool shuffle = false, Device device = null, int? seed = null, int num_worker = 1,
            bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
            : base(dataset, batchSize, Collate, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
        {
        }

        private static Dictionary<string, Tensor> Collate(IEnumerable<Dictionary<string, Tensor>> examples, Device device)
        {
            var all = examples.ToList();
            var batch = new Dictionary<string, Tensor>();
            foreach (var name in all[0].Keys)
                batch[name] = Stack(all.Select(example => example[name]), device);
            return batch;
        }
    }
}

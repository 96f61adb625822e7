using System.Collections;
using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>Goes through a data set batch by batch. A batch is disposed when the next one is asked for, unless disposeBatch is false.</summary>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    public DataLoader(
        torch.utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler, Device? device = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        this.dataset = dataset;
        batch_size = batchSize;
        this.collate_fn = collate_fn;
        sampler = shuffler;
        Device = device ?? torch.CPU;
        num_workers = Math.Max(num_worker, 1);
        this.drop_last = drop_last;
        DisposeBatch = disposeBatch;
        DisposeDataset = disposeDataset;
    }

    public DataLoader(
        torch.utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false, Device? device = null,
        int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : this(
            dataset, batchSize, collate_fn, shuffle ? new FisherYatesShuffler(dataset.Count, seed) : InOrder(dataset.Count), device, num_worker,
            drop_last, disposeBatch, disposeDataset)
    {
    }

    public torch.utils.data.Dataset<T> dataset { get; }

    public int batch_size { get; }

    public bool drop_last { get; }

    public IEnumerable<long> sampler { get; }

    public int num_workers { get; }

    public Func<IEnumerable<T>, Device, S> collate_fn { get; }

    public Device Device { get; }

    public bool DisposeBatch { get; }

    public bool DisposeDataset { get; }

    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count - 1) / batch_size + 1;

    public IEnumerator<S> GetEnumerator()
    {
        foreach (var indices in sampler.Chunk(batch_size))
        {
            if (drop_last && indices.Length < batch_size)
                yield break;
            var (batch, owned) = Load(indices);
            try
            {
                yield return batch;
            }
            finally
            {
                if (DisposeBatch)
                {
                    foreach (var disposable in owned)
                        disposable.Dispose();
                }
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset)
            dataset.Dispose();
    }

    private protected static Tensor Stack(IEnumerable<Tensor> examples, Device device)
    {
        using var scope = torch.NewDisposeScope();
        var batch = torch.stack(examples.ToArray());
        if (batch.device_type != device.type || batch.device_index != device.index)
            batch = batch.to(device);
        return batch.MoveToOuterDisposeScope();
    }

    private static IEnumerable<long> InOrder(long count)
    {
        for (var i = 0L; i < count; i++)
            yield return i;
    }

    // The batch, and what was made for it, in no dispose scope: the loop's body may open and close any.
    private (S batch, List<IDisposable> owned) Load(long[] indices)
    {
        using var scope = torch.NewDisposeScope();
        var examples = new T[indices.Length];
        var made = new List<IDisposable>[indices.Length];
        void Get(int i)
        {
            using var own = torch.NewDisposeScope(); // the scope of whichever thread this runs on
            examples[i] = dataset.GetTensor(indices[i]);
            made[i] = [.. own.DisposablesView];
            own.Detach(made[i]);
        }

        if (num_workers == 1)
        {
            for (var i = 0; i < indices.Length; i++)
                Get(i);
        }
        else
        {
            Parallel.For(0, indices.Length, new ParallelOptions { MaxDegreeOfParallelism = num_workers }, Get);
        }

        var batch = collate_fn(examples, Device);
        List<IDisposable> owned = [.. scope.DisposablesView];
        scope.Detach(owned);
        if (DisposeBatch)
        {
            foreach (var disposable in made.SelectMany(own => own))
                disposable.Dispose();
        }

        return (batch, owned);
    }
}

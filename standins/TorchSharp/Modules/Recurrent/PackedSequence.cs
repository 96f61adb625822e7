namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>
                /// Sequences of different lengths without padding: the first elements of all, then the second of those that have one, and so on. The indices
                /// tell how the sequences were sorted by length; they are invalid tensors where they came sorted.
                /// </summary>
                public sealed class PackedSequence : IDisposable, IScoped
                {
                    public readonly Tensor data;
                    public readonly Tensor batch_sizes;
                    public readonly Tensor sorted_indices;
                    public readonly Tensor unsorted_indices;
                    private DisposeScope? _scope;

                    // The tensors belong to the sequence from now on and leave their scope.
                    private PackedSequence(Tensor data, Tensor batchSizes, Tensor? sortedIndices, Tensor? unsortedIndices)
                    {
                        this.data = data.DetachFromDisposeScope();
                        batch_sizes = batchSizes.DetachFromDisposeScope();
                        sorted_indices = sortedIndices?.DetachFromDisposeScope() ?? new Tensor(0, register: false);
                        unsorted_indices = unsortedIndices?.DetachFromDisposeScope() ?? new Tensor(0, register: false);
                        _scope = DisposeScopeManager.OfThread.Register(this);
                    }

                    internal bool IsInvalid => data.IsInvalid;

                    /// <summary>Makes a sequence of tensors; whatever else is made on the way does not show in the thread's statistics, nor do its disposals.</summary>
                    internal static PackedSequence Create(
                        Func<(Tensor data, Tensor batchSizes, Tensor? sortedIndices, Tensor? unsortedIndices)> make)
                    {
                        var statistics = DisposeScopeManager.OfThread.Tensors;
                        var (createdIn, createdOutside) = (statistics.CreatedInScopeCount, statistics.CreatedOutsideScopeCount);
                        var (disposedIn, disposedOutside) = (statistics.DisposedInScopeCount, statistics.DisposedOutsideScopeCount);
                        var (data, batchSizes, sortedIndices, unsortedIndices) = make();
                        var count = sortedIndices is null ? 2 : 4;
                        var inScope = data.OwningDisposeScope is not null;
                        statistics.CreatedInScopeCount = createdIn + (inScope ? count : 0);
                        statistics.CreatedOutsideScopeCount = createdOutside + (inScope ? 0 : count);
                        (statistics.DisposedInScopeCount, statistics.DisposedOutsideScopeCount) = (disposedIn, disposedOutside);
                        return new PackedSequence(data, batchSizes, sortedIndices, unsortedIndices);
                    }

                    DisposeScope? IScoped.OwningDisposeScope
                    {
                        get => _scope;
                        set => _scope = value;
                    }

                    internal long LargestBatch
                    {
                        get
                        {
                            using var first = batch_sizes.select(0, 0);
                            return first.item<long>();
                        }
                    }

                    public void Dispose()
                    {
                        if (IsInvalid)
                            return;
                        var manager = DisposeScopeManager.OfThread;
                        manager.Disposing(this);
                        if (_scope is not null)
                        {
                            // The tensors are in no scope, but count as if they were in the sequence's.
                            var count = sorted_indices.IsInvalid ? 2 : 4;
                            manager.Tensors.DisposedInScopeCount += count;
                            manager.Tensors.DisposedOutsideScopeCount -= count;
                        }

                        _scope?.Remove(this);
                        data.Dispose();
                        batch_sizes.Dispose();
                        sorted_indices.Dispose();
                        unsorted_indices.Dispose();
                    }

                    public PackedSequence MoveToOuterDisposeScope()
                    {
                        _scope?.MoveToOuter(this);
                        return this;
                    }

                    public PackedSequence DetachFromDisposeScope()
                    {
                        _scope?.Detach(this);
                        return this;
                    }

                    public PackedSequence MoveToOtherDisposeScope(PackedSequence other) => MoveToOtherDisposeScope(other._scope);

                    public PackedSequence MoveToOtherDisposeScope(DisposeScope? other)
                    {
                        if (_scope is null)
                            other?.Attach(this);
                        else
                            _scope.MoveToOther(other, this);
                        return this;
                    }

                    /// <summary>Hidden states (layers, batch, hidden) in the order of the packed sequences, and back.</summary>
                    internal Tensor Sort(Tensor hidden) => sorted_indices.IsInvalid ? hidden : hidden.index_select(1, sorted_indices);

                    internal Tensor Unsort(Tensor hidden)
                    {
                        if (unsorted_indices.IsInvalid)
                            return hidden;
                        using (hidden)
                            return hidden.index_select(1, unsorted_indices);
                    }

                    internal PackedSequence WithData(Tensor other) => Create(() => (
                        other, batch_sizes.alias(), sorted_indices.IsInvalid ? null : sorted_indices.alias(),
                        unsorted_indices.IsInvalid ? null : unsorted_indices.alias()));
                }
            }
        }
    }
}

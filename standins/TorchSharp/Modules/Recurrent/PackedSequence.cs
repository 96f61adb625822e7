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

                    internal PackedSequence(Tensor data, Tensor batchSizes, Tensor? sortedIndices, Tensor? unsortedIndices)
                    {
                        this.data = data.DetachFromDisposeScope();
                        batch_sizes = batchSizes.DetachFromDisposeScope();
                        sorted_indices = sortedIndices?.DetachFromDisposeScope() ?? new Tensor(0, register: false);
                        unsorted_indices = unsortedIndices?.DetachFromDisposeScope() ?? new Tensor(0, register: false);
                        if (DisposeScopeManager.OfThread.CurrentDisposeScope is { } scope)
                            scope.Add(this);
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

                    internal PackedSequence WithData(Tensor other) => new(
                        other, batch_sizes.alias(), sorted_indices.IsInvalid ? null : sorted_indices.alias(),
                        unsorted_indices.IsInvalid ? null : unsorted_indices.alias());
                }
            }
        }
    }
}

namespace TorchSharp;

/// <summary>
/// Owns what its thread creates until it is disposed. The disposables stand in an array without order; a tensor knows its own place, so that adding and
/// removing cost a few instructions.
/// </summary>
public sealed partial class DisposeScope : IDisposable
{
    private DisposeScopeManager? manager;
    private IDisposable[] items;
    private int count;

    internal DisposeScope(DisposeScopeManager manager)
    {
        this.manager = manager;
        OuterScope = manager.CurrentDisposeScope;
        items = manager.TakeArray();
    }

    /// <summary>A scope that was forgotten: nobody can reach its tensors any more either.</summary>
    ~DisposeScope()
    {
        for (int k = 0; k < count; k++)
        {
            if (items[k] is Tensor tensor && tensor.Abandon()) manager!.Live.Finalized();
        }
    }

    internal DisposeScope? OuterScope { get; set; }

    public IReadOnlyList<IDisposable> DisposablesView => Open && count == 0 ? [] : items[..count];

    public int DisposablesCount => Open ? count : 0;

    // True, or the exception for a scope that is already closed.
    private bool Open
    {
        get
        {
            ObjectDisposedException.ThrowIf(manager is null, this);
            return true;
        }
    }

    public void Attach(IDisposable disposable) => Attach((IEnumerable<IDisposable>)[disposable]);

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        _ = Open;
        var attached = new List<IDisposable>();
        foreach (var disposable in disposables)
        {
            if (Adopt(disposable)) StatisticsOf(disposable).AttachedToScopeCount++;
            attached.Add(disposable);
        }
        return attached;
    }

    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    public void Detach(IEnumerable<IDisposable> disposables)
    {
        _ = Open;
        foreach (var disposable in disposables) DetachOne(disposable);
    }

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(OuterScope, disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope, disposables);

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) => MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        _ = Open;
        foreach (var disposable in disposables) MoveOne(scope, disposable);
    }

    public void DisposeEverything()
    {
        _ = Open;
        DisposeItems();
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        _ = Open;
        var kept = inKeep.ToHashSet(ReferenceEqualityComparer.Instance);
        var all = items[..count];
        foreach (var item in all)
        {
            if (!kept.Contains(item)) item.Dispose();
        }
        // As in the package, what is kept is in the scope from now on even if it was not before; only tensors of this scope were its to give.
        foreach (var item in kept) Adopt((IDisposable)item!);
    }

    public void Dispose()
    {
        if (manager is null) return;
        DisposeItems();
        manager.RemoveDisposeScope(this);
        manager.GiveBack(items);
        manager = null;
        items = [];
        GC.SuppressFinalize(this);
    }

    public void MarkAsDisposed(IDisposable disposable)
    {
        _ = Open;
        Remove(disposable);
    }

    public bool Contains(IDisposable disposable) => IndexOf(disposable) >= 0;

    /// <summary>Puts one disposable in the place of another.</summary>
    internal static void ReplaceWith(Tensor original, Tensor replacement)
    {
        if (original.OwningDisposeScope is not { } scope || !scope.Remove(original)) return;
        scope.Adopt(replacement);
    }

    internal void Add(Tensor tensor)
    {
        if (count == items.Length) Array.Resize(ref items, 2 * count);
        tensor.OwningDisposeScope = this;
        tensor.PlaceInScope = count;
        items[count++] = tensor;
    }

    internal void Add(IScoped item)
    {
        if (count == items.Length) Array.Resize(ref items, 2 * count);
        item.OwningDisposeScope = this;
        items[count++] = item;
    }

    /// <summary>Takes a disposable out; the last one moves to its place.</summary>
    internal bool Remove(IDisposable disposable)
    {
        int place = IndexOf(disposable);
        if (place < 0) return false;
        var last = items[--count];
        items[place] = last;
        items[count] = null!;
        if (last is Tensor moved) moved.PlaceInScope = place;
        SetOwner(disposable, null);
        return true;
    }

    internal void DetachOne(IDisposable disposable)
    {
        if (!Remove(disposable)) return;
        StatisticsOf(disposable).DetachedFromScopeCount++;
        (disposable as Tensor)?.Guard();
    }

    internal void MoveOne(DisposeScope? scope, IDisposable disposable)
    {
        _ = Open;
        if (scope is null) DetachOne(disposable);
        else if (scope != this && Remove(disposable)) scope.Adopt(disposable);
    }

    // False if it is in this scope already.
    private bool Adopt(IDisposable disposable)
    {
        switch (disposable)
        {
            case Tensor tensor:
                if (tensor.OwningDisposeScope == this) return false;
                tensor.OwningDisposeScope?.Remove(tensor);
                Add(tensor);
                return true;
            case IScoped item:
                if (item.OwningDisposeScope == this) return false;
                item.OwningDisposeScope?.Remove(item);
                Add(item);
                return true;
            default:
                throw new InvalidOperationException("DisposeScope can only manage Tensor or PackedSequence");
        }
    }

    private int IndexOf(IDisposable disposable)
    {
        if (disposable is Tensor tensor) return tensor.OwningDisposeScope == this ? tensor.PlaceInScope : -1;
        return Array.FindIndex(items, 0, count, item => ReferenceEquals(item, disposable));
    }

    private static void SetOwner(IDisposable disposable, DisposeScope? scope)
    {
        if (disposable is Tensor tensor) tensor.OwningDisposeScope = scope;
        else if (disposable is IScoped item) item.OwningDisposeScope = scope;
    }

    private LifetimeStatistics StatisticsOf(IDisposable disposable) =>
        disposable is Tensor ? manager!.Tensors : manager!.StatisticsInstance.PackedSequenceStatistics;

    // Releases the tensors in one native call; a subclass may do more when it is disposed, so that is left to it.
    private unsafe void DisposeItems()
    {
        const int batch = 64;
        var handles = stackalloc nint[batch];
        int collected = 0;
        while (count > 0)
        {
            var item = items[count - 1];
            if (item is Tensor { HasPlainDispose: true } tensor)
            {
                items[--count] = null!;
                var handle = tensor.LetGo();
                if (handle == 0) continue; // it was taken out of the tensor before
                handles[collected++] = handle;
                if (collected == batch) Release(handles, ref collected);
            }
            else
            {
                item.Dispose(); // which takes it out of the scope, unless it was empty already
                Remove(item);
            }
        }
        Release(handles, ref collected);
    }

    private static unsafe void Release(nint* handles, ref int collected)
    {
        if (collected == 0) return;
        Native.standin_release_all(handles, collected);
        var thread = DisposeScopeManager.OfThread;
        thread.Live.Released(collected);
        thread.Tensors.DisposedInScopeCount += collected;
        collected = 0;
    }
}

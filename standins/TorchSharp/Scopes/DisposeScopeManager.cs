namespace TorchSharp;

/// <summary>The dispose scopes of one thread, innermost first, and what happened in them.</summary>
public class DisposeScopeManager
{
    [ThreadStatic] private static DisposeScopeManager? thread;

    internal readonly LifetimeStatistics Tensors;
    internal readonly LiveTensors Live = new();

    private IDisposable[]? spare; // the array of the scope closed last, for the next one

    public DisposeScopeManager() => Tensors = StatisticsInstance.TensorStatistics;

    public static ThreadDisposeScopeStatistics Statistics => OfThread.StatisticsInstance;

    internal static DisposeScopeManager OfThread => thread ??= new DisposeScopeManager();

    internal ThreadDisposeScopeStatistics StatisticsInstance { get; } = new();

    internal DisposeScope? CurrentDisposeScope { get; private set; }

    internal DisposeScope NewDisposeScope() => CurrentDisposeScope = new DisposeScope(this);

    /// <summary>The scope that a new disposable, other than a tensor, belongs to.</summary>
    internal DisposeScope? Register(IScoped item)
    {
        var statistics = StatisticsInstance.PackedSequenceStatistics;
        if (CurrentDisposeScope is not { } scope)
        {
            statistics.CreatedOutsideScopeCount++;
            return null;
        }
        statistics.CreatedInScopeCount++;
        scope.Add(item);
        return scope;
    }

    internal void Disposing(IScoped item)
    {
        var statistics = StatisticsInstance.PackedSequenceStatistics;
        if (item.OwningDisposeScope is null) statistics.DisposedOutsideScopeCount++;
        else statistics.DisposedInScopeCount++;
    }

    internal void RemoveDisposeScope(DisposeScope removed)
    {
        if (CurrentDisposeScope == removed)
        {
            CurrentDisposeScope = removed.OuterScope;
            return;
        }
        for (var scope = CurrentDisposeScope; scope is not null; scope = scope.OuterScope)
        {
            if (scope.OuterScope != removed) continue;
            scope.OuterScope = removed.OuterScope;
            return;
        }
    }

    internal IDisposable[] TakeArray() => Interlocked.Exchange(ref spare, null) ?? new IDisposable[32];

    internal void GiveBack(IDisposable[] array)
    {
        if (array.Length <= 4096) spare = array;
    }
}

/// <summary>What besides tensors a scope may own: packed sequences.</summary>
internal interface IScoped : IDisposable
{
    DisposeScope? OwningDisposeScope { get; set; }
}

using System.Collections.Concurrent;
using Experiments.Running;

namespace Experiments.Tests.MadeUp;

/// <summary>Keeps what a run reports, in its order, and may do something on an event.</summary>
internal sealed class RunEvents : IProgress<RunEvent>
{
    private readonly ConcurrentQueue<RunEvent> events = [];

    /// <summary>Done on every event; what it throws a display would have thrown.</summary>
    public Action<RunEvent> On { private get; set; } = _ => { };

    /// <summary>Whatever does not happen to every cell, as text.</summary>
    public IReadOnlyList<string> Lines => [.. events.Select(Line).OfType<string>()];

    public void Report(RunEvent value)
    {
        events.Enqueue(value);
        On(value);
    }

    /// <summary>All events of a kind.</summary>
    public IReadOnlyList<T> Of<T>()
        where T : RunEvent => [.. events.OfType<T>()];

    private static string? Line(RunEvent value) => value switch
    {
        RunEvent.Resumed(_, var epoch) => $"resumed after {epoch}",
        RunEvent.Waiting(var cell, var holder) => $"{cell} waits for {holder?.Split(" on ")[0]}",
        RunEvent.FoundDone(var cell, _) => $"{cell} is done by another",
        RunEvent.Noted(_, var text) => text,
        RunFailure(var variant, var seed, var problem) => $"{variant.Name}, seed {seed}: {problem.Message}",
        _ => null,
    };
}

using System.Collections.Concurrent;
using Experiments.Models;
using Experiments.Results;
using Experiments.Running;

namespace Experiments.Tests.Running;

/// <summary>Several commands on one results folder at the same time.</summary>
public sealed class ConcurrencyTests : IDisposable
{
    private const int Patience = 120_000; // ms: whatever waits for ever is to fail by its name
    private static readonly string[] Names = ["a", "b", "c", "d", "e", "f"];

    private readonly ResultStore store = new(Directory.CreateTempSubdirectory().FullName);
    private readonly ConcurrentBag<string> computed = [];

    public void Dispose() => Directory.Delete(store.Folder, recursive: true);

    [Fact(Timeout = Patience)]
    public async Task Two_runs_of_the_same_study_compute_every_cell_once_and_both_end_with_all()
    {
        var plan = Plan.Make(Study([0, 1], pause: 5), "0", store);
        var cancel = TestContext.Current.CancellationToken;

        var failed = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Run(plan, new RunEvents(), cancel), cancel)));

        Assert.All(failed, Assert.Empty);
        Assert.Equal(Names.SelectMany(name => new[] { $"{name} 0", $"{name} 1" }), computed.Order());
        Assert.Equal(0, Plan.Make(Study([0, 1]), "0", store).MissingCells);
        Assert.Empty(Directory.GetFiles(store.Folder, "*.lock", SearchOption.AllDirectories));
    }

    [Fact(Timeout = Patience)]
    public async Task A_cell_that_another_works_on_comes_last_and_is_waited_for_and_not_computed_again_if_it_is_finished_by_then()
    {
        var plan = Plan.Make(Study([0]), "0", store);
        var held = WorkLock.TryTake(store.LockOf(plan.Variants[0].Key, 0), out _)!;
        var heard = new RunEvents();
        var run = Task.Run(() => Run(plan, heard, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        while (!heard.Lines.Any(line => line.Contains("waits", StringComparison.Ordinal)))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        store.Write(plan.Variants[0].Key, 0, []);
        held.Dispose();

        Assert.Empty(await run);
        Assert.Equal(Names[1..].Select(name => $"{name}, seed 0"), heard.Of<RunEvent.Finished>().Select(done => $"{done.Cell}").Order());
        Assert.Single(heard.Lines, line => line == $"a, seed 0 waits for process {Environment.ProcessId}");
        Assert.Equal("a, seed 0 is done by another", heard.Lines[^1]);
        Assert.DoesNotContain("a 0", computed);
    }

    [Fact(Timeout = Patience)]
    public async Task While_another_works_on_one_seed_of_a_variant_the_other_seeds_are_computed()
    {
        var plan = Plan.Make(Study([0, 1, 2]), "0", store);
        using var held = WorkLock.TryTake(store.LockOf(plan.Variants[0].Key, 1), out _)!;
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var heard = new RunEvents();
        var run = Task.Run(() => Run(plan, heard, cancel.Token), TestContext.Current.CancellationToken);
        while (!heard.Lines.Any(line => line.Contains("waits", StringComparison.Ordinal)))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal([0, 2], store.Seeds(plan.Variants[0].Key));
        Assert.Equal((3 * Names.Length) - 1, computed.Count);
    }

    [Fact(Timeout = Patience)]
    public async Task A_cell_that_a_vanished_command_has_left_undone_is_taken_over()
    {
        var plan = Plan.Make(Study([0, 1]), "0", store);
        var held = WorkLock.TryTake(store.LockOf(plan.Variants[0].Key, 0), out _)!;
        var heard = new RunEvents();
        var run = Task.Run(() => Run(plan, heard, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        while (!heard.Lines.Any(line => line.Contains("waits", StringComparison.Ordinal)))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.DoesNotContain("a 0", computed);
        held.Dispose();

        Assert.Empty(await run);
        Assert.Single(computed, cell => cell == "a 0");
    }

    [Fact]
    public void A_run_that_waits_for_another_can_be_interrupted()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var plan = Plan.Make(Study([0]), "0", store);
        using var held = WorkLock.TryTake(store.LockOf(plan.Variants[0].Key, 0), out _)!;

        Assert.Throws<OperationCanceledException>(() =>
            new Runner(store).Run(plan, Digits.Of(10, 10), cancel.Token));
    }

    private Study Study(int[] seeds, int pause = 0) => new(
        "study",
        [.. Names.Select(name => new Variant(name, new Computation(name, (seed, _) => Compute(name, seed, pause)), new()))],
        seeds);

    private IEnumerable<Measurement> Compute(string name, RandomStreams seed, int pause)
    {
        computed.Add($"{name} {seed.Seed}");
        Thread.Sleep(pause);
        return [new(0, 0, "", "number", null, seed.Seed)];
    }

    private IReadOnlyList<RunFailure> Run(Plan plan, RunEvents heard, CancellationToken cancel) =>
        new Runner(store, heard) { Jobs = 2 }.Run(plan, Digits.Of(10, 10), cancel);
}

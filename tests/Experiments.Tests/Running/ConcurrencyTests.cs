using System.Collections.Concurrent;
using Experiments.Networks;
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

        var failed = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Run(plan, new Heard(), cancel), cancel)));

        Assert.Equal([0, 0], failed);
        Assert.Equal(Names.SelectMany(name => new[] { $"{name} 0", $"{name} 1" }), computed.Order());
        Assert.Equal(0, Plan.Make(Study([0, 1]), "0", store).MissingCells);
        Assert.Empty(Directory.GetFiles(store.Folder, "lock", SearchOption.AllDirectories));
    }

    [Fact(Timeout = Patience)]
    public async Task A_cohort_that_another_works_on_comes_last_and_what_is_finished_by_then_is_not_done_again()
    {
        var plan = Plan.Make(Study([0]), "0", store);
        var held = WorkLock.TryTake(store.FolderOf(plan.Cohorts[0].Key), out _)!;
        var heard = new Heard();
        var run = Task.Run(() => Run(plan, heard, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        while (heard.Lines.Count(line => line.StartsWith("finished", StringComparison.Ordinal)) < Names.Length - 1)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        store.Write(plan.Cohorts[0].Key, Cohorts.Record(plan.Cohorts[0]));
        store.Write(plan.Cohorts[0].Key, 0, []);
        held.Dispose();

        Assert.Equal(0, await run);
        Assert.Equal($"a waits for process {Environment.ProcessId}", heard.Lines.First());
        Assert.Equal("a is done by another", heard.Lines.Last());
        Assert.DoesNotContain("a 0", computed);
    }

    [Fact(Timeout = Patience)]
    public async Task What_a_vanished_command_has_left_undone_is_taken_over()
    {
        var plan = Plan.Make(Study([0, 1]), "0", store);
        var held = WorkLock.TryTake(store.FolderOf(plan.Cohorts[0].Key), out _)!;
        var heard = new Heard();
        var run = Task.Run(() => Run(plan, heard, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        store.Write(plan.Cohorts[0].Key, Cohorts.Record(plan.Cohorts[0]));
        store.Write(plan.Cohorts[0].Key, 0, []);
        held.Dispose();

        Assert.Equal(0, await run);
        Assert.DoesNotContain("a 0", computed);
        Assert.Contains("a 1", computed);
    }

    [Fact]
    public void A_run_that_waits_for_another_can_be_interrupted()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var plan = Plan.Make(Study([0]), "0", store);
        using var held = WorkLock.TryTake(store.FolderOf(plan.Cohorts[0].Key), out _)!;

        Assert.Throws<OperationCanceledException>(() =>
            new Runner(store, new Heard()).Run(plan, Digits.Of(10, 10), Cohorts.Record, cancel.Token));
    }

    private Study Study(int[] seeds, int pause = 0) => new(
        "study",
        [.. Names.Select(name => new Experiments.Training.Variant(name, new Computation(name, (seed, _) => Compute(name, seed, pause)), new()))],
        seeds);

    private IEnumerable<Measurement> Compute(string name, SeedStreams seed, int pause)
    {
        computed.Add($"{name} {seed.Seed}");
        Thread.Sleep(pause);
        return [new(0, 0, "", "number", null, seed.Seed)];
    }

    private int Run(Plan plan, Heard heard, CancellationToken cancel) => new Runner(store, heard) { Jobs = 2 }.Run(plan, Digits.Of(10, 10), Cohorts.Record, cancel);

    private sealed class Heard : IRunObserver
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public void Started(Cohort cohort)
        {
        }

        public void Advanced(Cohort cohort, int epoch, double? accuracy)
        {
        }

        public void Finished(Cohort cohort, TimeSpan time) => Lines.Enqueue($"finished {cohort.Variant.Name}");

        public void Failed(Cohort cohort, Exception problem) => Lines.Enqueue($"failed {cohort.Variant.Name}: {problem}");

        public void Waits(Cohort cohort, LockHolder? holder) => Lines.Enqueue($"{cohort.Variant.Name} waits for process {holder?.Process}");

        public void FoundDone(Cohort cohort) => Lines.Enqueue($"{cohort.Variant.Name} is done by another");
    }
}

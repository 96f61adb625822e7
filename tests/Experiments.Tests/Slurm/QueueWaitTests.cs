using Experiments.Results;
using Experiments.Running;
using Experiments.Running.Slurm;
using Experiments.Tests.CommandLine;

namespace Experiments.Tests.Slurm;

/// <summary>Waiting, with a queue that says what a test has it say. SlurmRunTests asks a real one.</summary>
public sealed class QueueWaitTests : IDisposable
{
    private readonly Data.TemporaryFolder folder = new();
    private readonly Plan plan;
    private readonly Events events = new();
    private readonly CancellationTokenSource stop = new();

    public QueueWaitTests()
    {
        var recipe = new Widths();
        plan = Plan.Make(new("widths", [.. recipe.Variants(recipe.Defaults)], [0]), "0", new ResultStore(folder.Path));
    }

    private PlannedCell First => plan.Cells[0];

    [Fact]
    public void A_cell_that_a_task_computes_is_seen_with_its_epochs()
    {
        Wait(("RUNNING", [At(2, 0.3)]), ("RUNNING", [At(2, 0.3)]), ("RUNNING", null), ("RUNNING", [At(7, 0.6)]));

        Assert.Equal(
            [new RunEvent.Started(First, 2), new RunEvent.Advanced(First, 2, 0.3), new RunEvent.Advanced(First, 7, 0.6)], events.OfCells);
    }

    [Theory]
    [InlineData("PENDING")] // preempted: it is queued again, and what it said last is still there
    [InlineData("FAILED")]
    public void A_cell_whose_task_does_not_run_any_more_is_under_way_no_longer(string state)
    {
        Wait(("RUNNING", [At(2, 0.3)]), (state, [At(2, 0.3)]));

        Assert.Equal(new RunEvent.PutBack(First), events.OfCells[^1]);
    }

    [Fact]
    public void A_task_is_not_given_up_as_long_as_the_queue_does_not_answer()
    {
        Wait((null, []), (null, []), (null, []));

        Assert.All(events.All, happened => Assert.Equal(new RunEvent.Queue("the queue does not answer"), happened));
    }

    [Fact]
    public void One_look_at_an_ended_task_does_not_decide()
    {
        Wait(("NODE_FAIL", []), ("PENDING", []), ("NODE_FAIL", []), ("PENDING", []));

        Assert.DoesNotContain(events.All, happened => happened is RunFailure);
    }

    [Fact]
    public void A_task_that_has_ended_without_its_cell_has_failed_with_the_reason()
    {
        Wait(("OUT_OF_MEMORY", []), ("OUT_OF_MEMORY", []), (null, []));

        var failure = Assert.Single(events.All.OfType<RunFailure>());
        Assert.StartsWith("task 1 of experiments-depth-1 had too little memory (--mem). Its log: ", failure.Problem.Message);
    }

    public void Dispose()
    {
        stop.Dispose();
        folder.Dispose();
    }

    private CellState At(int epoch, double accuracy) => new(First.Variant.Name, First.Seed, epoch, accuracy);

    // Looks as often as there is something to see, and is then interrupted.
    private void Wait(params (string? State, IReadOnlyList<CellState>? Cells)[] looks)
    {
        var at = -1;
        var submission = new Submission(folder.File("depth-1"));
        var wait = new QueueWait(
            new ResultStore(folder.Path), [First], new Dictionary<PlannedCell, (Submission, int)> { [First] = (submission, 1) }, events)
        {
            Pause = TimeSpan.Zero, Grace = TimeSpan.Zero,
            Queue = () =>
            {
                at++;
                if (at == looks.Length - 1)
                {
                    stop.Cancel();
                }

                return looks[at].State is { } state
                    ? new Dictionary<SlurmTask, SlurmState> { [new(submission.Job, 1)] = new("7", state, "None") } : null;
            },
            UnderWay = (_, _) => looks[at].Cells,
        };
        try
        {
            wait.Run(stop.Token);
        }
        catch (OperationCanceledException)
        {
            // All looks are taken.
        }
    }

    private sealed class Events : IProgress<RunEvent>
    {
        public List<RunEvent> All { get; } = [];

        public IReadOnlyList<RunEvent> OfCells => [.. All.Where(happened => happened is not RunEvent.Queue)];

        public void Report(RunEvent value) => All.Add(value);
    }
}

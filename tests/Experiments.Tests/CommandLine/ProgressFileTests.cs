using Experiments.CommandLine.Progress;
using Experiments.Reports.Live;
using Experiments.Results;
using Experiments.Running;

namespace Experiments.Tests.CommandLine;

public sealed class ProgressFileTests : IDisposable
{
    private readonly string results = Directory.CreateTempSubdirectory("experiments-").FullName;
    private readonly Plan plan;
    private readonly PlannedCell first;

    public ProgressFileTests()
    {
        var recipe = new Widths();
        plan = Plan.Make(new("widths", [.. recipe.Variants(recipe.Defaults)], [0, 1]), "0", new ResultStore(results));
        first = plan.Cells[0];
    }

    private string Folder => RunUnderWay.FolderIn(results);

    [Fact]
    public void A_run_under_way_says_what_it_does_and_how_far_it_is()
    {
        using var file = Begin();
        file.Report(new RunEvent.Started(first));
        file.Report(new RunEvent.Advanced(first, 0, 0.1));
        file.Report(new RunEvent.Advanced(first, 1, 0.5));
        file.Report(new RunEvent.Advanced(first, 2, null));

        var run = Seen(run => run.Running is [{ Epoch: 2 }]);
        Assert.Equal(("widths", "run widths --seeds 2"), (run.Recipe, run.Command));
        Assert.Equal(["r.", ".."], run.Variants.Select(variant => variant.States));
        Assert.Equal((4, 0, 0.5), (run.Cells, run.Ended, run.Done));
        Assert.Equal([0.5], run.Running[0].Accuracies);
        Assert.Equal((first.Variant.Name, 0, 4), (run.Running[0].Variant, run.Running[0].Seed, run.Running[0].Epochs));
        Assert.Null(run.SilentFor);
    }

    [Fact]
    public void Cells_that_are_done_or_failed_are_under_way_no_more()
    {
        using var file = Begin();
        file.Report(new RunEvent.Started(first));
        file.Report(new RunEvent.Finished(first, TimeSpan.Zero, null));
        file.Report(new RunEvent.FoundDone(plan.Cells[1]));
        file.Report(new RunEvent.Started(plan.Cells[2]));
        file.Report(new RunFailure(plan.Cells[2].Variant, plan.Cells[2].Seed, new IOException()));
        file.Report(new RunEvent.Waiting(plan.Cells[3], null));

        var run = Seen(run => run.Ended == 3);
        Assert.Equal(["dd", "fw"], run.Variants.Select(variant => variant.States));
        Assert.Empty(run.Running);
    }

    [Fact]
    public void At_the_end_nothing_is_left()
    {
        using (Begin())
        {
            Seen(_ => true);
        }

        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void Two_runs_are_seen_at_once_and_end_each_for_itself()
    {
        using var file = Begin();
        using (Begin())
        {
            Wait(() => RunUnderWay.In(results).Count == 2);
        }

        Assert.Single(RunUnderWay.In(results));
    }

    [Fact]
    public void A_run_that_was_killed_is_told_by_its_silence()
    {
        var path = Kill();
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow - TimeSpan.FromSeconds(40));

        Assert.InRange(Assert.Single(RunUnderWay.In(results)).SilentFor!.Value, 40, 60);
    }

    [Fact]
    public void A_run_that_was_killed_long_ago_is_forgotten()
    {
        File.SetLastWriteTimeUtc(Kill(), DateTime.UtcNow - TimeSpan.FromHours(2));

        Assert.Empty(RunUnderWay.In(results));
    }

    [Fact]
    public void The_next_run_clears_away_what_a_killed_one_left()
    {
        var path = Kill();
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow - TimeSpan.FromMinutes(1));

        using var file = Begin();

        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"recipe\": ")]
    [InlineData("null")]
    [InlineData("[]")]
    public void A_file_that_is_being_written_is_passed_over(string text)
    {
        File.WriteAllText(Kill(), text);

        Assert.Empty(RunUnderWay.In(results));
    }

    [Fact]
    public void Where_it_cannot_be_written_the_run_goes_on()
    {
        File.WriteAllText(Folder, "in the way");

        using var file = Begin();
        file.Report(new RunEvent.Started(first));

        Assert.Empty(RunUnderWay.In(results));
    }

    public void Dispose() => Directory.Delete(results, recursive: true);

    private ProgressFile Begin() => new(plan, "widths", "run widths --seeds 2", ["widths"], RunUnderWay.NewIn(results, "widths"));

    // The file of a run that ended without a word.
    private string Kill()
    {
        byte[] content;
        using (Begin())
        {
            content = Seen(_ => true).ToJson();
        }

        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, "widths-0.json");
        File.WriteAllBytes(path, content);
        return path;
    }

    private RunUnderWay Seen(Func<RunUnderWay, bool> isIt)
    {
        RunUnderWay? seen = null;
        Wait(() => (seen = RunUnderWay.In(results).SingleOrDefault()) is not null && isIt(seen));
        return seen!;
    }

    private static void Wait(Func<bool> until) => Assert.True(SpinWait.SpinUntil(until, TimeSpan.FromSeconds(20)));
}

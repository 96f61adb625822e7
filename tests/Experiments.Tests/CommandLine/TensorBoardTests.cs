using Experiments.CommandLine.Progress;
using Experiments.Reports.TensorBoard;
using Experiments.Tests.Reports.TensorBoard;

namespace Experiments.Tests.CommandLine;

public sealed class TensorBoardTests : IDisposable
{
    private const string Run = "run widths --dataset digits --seeds 2 --jobs 1";
    private readonly Workplace workplace = new();

    [Fact]
    public void A_run_writes_an_event_file_for_each_cell_beside_its_results()
    {
        workplace.Do($"{Run} --tensorboard tb");

        Assert.Equal(
            workplace.Cells.Select(cell => $"tb/{cell["data/results/".Length..^".csv".Length]}/{TensorBoardRun.FileName}"), EventFiles);
        var scalars = EventReader.Scalars(EventReader.Read(Path.Combine(workplace.Folder, EventFiles[0])));
        Assert.Equal([0, 12, 24, 36, 48], scalars.Keys.Where(key => key.Tag == "accuracy/validation").Select(key => key.Step));
    }

    [Fact]
    public void A_cell_has_its_event_file_as_soon_as_it_is_done()
    {
        using var interrupt = new Interrupt();

        var call = workplace.Call(
            Workplace.Split("run interrupted --dataset digits --jobs 1 --tensorboard tb"), [new Interrupted(interrupt.Cancel)], interrupt);

        Assert.Equal(130, call.ExitCode);
        Assert.Equal(2, EventFiles.Count);
    }

    [Fact]
    public void A_run_that_finds_cells_done_writes_the_event_files_of_all()
    {
        workplace.Do(Run);
        workplace.Do($"{Run.Replace("2", "3", StringComparison.Ordinal)} --tensorboard tb");

        Assert.Equal(6, EventFiles.Count);
    }

    [Fact]
    public void A_report_writes_the_very_files_that_the_run_wrote()
    {
        workplace.Do($"{Run} --tensorboard live");

        var call = workplace.Do("report widths --dataset digits --tensorboard tb");

        Assert.Empty(call.Out);
        Assert.Contains("the event files of 4 cells are in tb. To look at them: tensorboard --logdir tb\n", call.Error);
        Assert.Equal(4, EventFiles.Count);
        Assert.All(EventFiles, file => Assert.Equal(
            File.ReadAllBytes(Path.Combine(workplace.Folder, "live", file["tb/".Length..])),
            File.ReadAllBytes(Path.Combine(workplace.Folder, file))));
    }

    [Fact]
    public void A_report_may_be_asked_for_as_well()
    {
        workplace.Do(Run);

        workplace.Do("report widths --dataset digits --tensorboard tb --out report.md");

        Assert.Equal(4, EventFiles.Count);
        Assert.Contains("report.md", workplace.Files);
    }

    [Theory]
    [InlineData(Run)]
    [InlineData("report")]
    public void A_file_where_the_folder_should_be_is_refused_before_anything_is_done(string words)
    {
        File.WriteAllText(Path.Combine(workplace.Folder, "tb"), "");

        var call = workplace.Call($"{words} --tensorboard tb");

        Assert.Equal(2, call.ExitCode);
        Assert.Equal("experiments: --tensorboard: tb is a file, not a folder. Choose another path.\n", call.Error);
        Assert.Empty(workplace.Cells);
    }

    [Fact]
    public void Event_files_that_cannot_be_written_cost_no_cell()
    {
        workplace.Do("run widths --dataset digits --seeds 1 --jobs 1 --tensorboard tb");
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(Path.Combine(workplace.Folder, EventFiles[0])))!;
        File.WriteAllText(Path.Combine(folder, "seed-1"), "in the way");

        var call = workplace.Do($"{Run} --tensorboard tb");

        Assert.Contains("Event files cannot be written to ", call.Error);
        Assert.Contains(" Choose another folder with --tensorboard. The run goes on without event files.\n", call.Error);
        Assert.Equal(4, workplace.Cells.Count);
    }

    public void Dispose() => workplace.Dispose();

    private List<string> EventFiles => [.. workplace.Files.Where(file => file.StartsWith("tb/", StringComparison.Ordinal))];
}

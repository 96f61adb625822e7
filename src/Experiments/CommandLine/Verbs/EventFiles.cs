using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.Reports.TensorBoard;

namespace Experiments.CommandLine.Verbs;

/// <summary>Writes the event files that <c>--tensorboard</c> asks for: of stored cells, and of those of a run as they are done.</summary>
internal sealed class EventFiles : IProgress<RunEvent>
{
    private readonly CommandContext context;
    private readonly string folder;
    private bool failed;

    private EventFiles(CommandContext context, string folder) => (this.context, this.folder) = (context, folder);

    /// <summary>The files in a folder; null if none is asked for. A folder that cannot be is a mistake of the user's.</summary>
    public static EventFiles? In(CommandContext context, string? folder)
    {
        if (folder is not null && PathValidation.FolderMistake("--tensorboard", folder, context.Terminal) is { } mistake)
        {
            context.Mistakes.Add(mistake);
        }

        return folder is null ? null : new(context, Path.GetFullPath(folder, context.Terminal.CurrentFolder));
    }

    /// <summary>Writes those of stored results, and says how to look at them.</summary>
    /// <exception cref="FailureException">They cannot be written.</exception>
    public void Write(IEnumerable<ResultTable> tables)
    {
        var cells = 0;
        foreach (var (results, record) in tables.SelectMany(results => results.Records, (results, record) => (results, record)))
        {
            var seeds = results.SeedsOf(record.Variant);
            Write(record, seeds);
            cells += seeds.Count;
        }

        var path = context.Terminal.Shorten(folder);
        context.Info(
            $"the event files of {NumberText.Count(cells, "cell")} are in {path}. To look at them: "
                + Shell.Join(["tensorboard", "--logdir", path]));
    }

    /// <summary>Writes those of cells that a run does not have to compute.</summary>
    public void Write(Plan plan)
    {
        foreach (var variant in plan.Variants.Where(variant => variant.Present.Count > 0 && variant.RecordProblem is null))
        {
            Write(context.Store.Record(variant.Key), variant.Present);
        }
    }

    /// <inheritdoc/>
    public void Report(RunEvent value)
    {
        var done = value is RunEvent.Finished finished ? finished.Cell : (value as RunEvent.FoundDone)?.Cell;
        try
        {
            if (done is not null && !failed)
            {
                Write(context.Store.Record(done.Variant.Key), [done.Seed]);
            }
        }
        catch (Exception problem) when (problem is FailureException or BadResultException)
        {
            failed = true; // said once, and no cell is lost by it
            context.Warn($"{problem.Message} The run goes on without event files.");
        }
    }

    private void Write(RunRecord record, IReadOnlyList<int> seeds)
    {
        try
        {
            TensorBoardRun.Write(context.Store, record, seeds, folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(
                $"Event files cannot be written to {folder}: {problem.Message} Choose another folder with --tensorboard.");
        }
    }
}

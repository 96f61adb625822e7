using Experiments.Reports.Live;

namespace Experiments.CommandLine.Progress;

/// <summary>
/// Writes how a run goes to a file, for <c>report --serve</c> and for the command that waits for tasks of a queue: at most twice a second,
/// and every two seconds as a sign of life. It is in nobody's way: where it cannot be written, nothing is shown.
/// </summary>
internal sealed class ProgressFile : IProgress<RunEvent>, IDisposable
{
    private const int MostAccuracies = 200;
    private readonly Lock gate = new();
    private readonly string path;
    private readonly RunUnderWay start;
    private readonly Plan plan;
    private readonly Dictionary<(ResultKey Key, int Seed), char> states;
    private readonly Dictionary<(ResultKey Key, int Seed), (CellProgress Progress, List<double> Accuracies)> running = [];
    private readonly Timer pulse;
    private readonly TimeSpan pause;
    private readonly Stopwatch sinceWritten = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private int ended;
    private bool isOver;

    /// <summary>Begins.</summary>
    /// <param name="plan">What is being carried out.</param>
    /// <param name="recipe">The recipe.</param>
    /// <param name="command">The command as it was typed.</param>
    /// <param name="words">What was asked for, as words after <c>run</c>.</param>
    /// <param name="path">The file; it is removed at the end, and so is its folder if nothing else is in it.</param>
    /// <param name="pause">
    /// Time between two writings: for one of many who write to the same disk, and then there is no sign of life.
    /// </param>
    public ProgressFile(Plan plan, string recipe, string command, IReadOnlyList<string> words, string path, TimeSpan? pause = null)
    {
        (this.plan, this.path, this.pause) = (plan, path, pause ?? TimeSpan.FromMilliseconds(500));
        start = new(
            recipe, command, words, $"process {Environment.ProcessId} on {Environment.MachineName}", DateTime.UtcNow, plan.MissingCells, 0,
            0, null, [], []);
        states = (from variant in plan.Variants
                  from seed in variant.Seeds
                  select ((variant.Key, seed), variant.Present.Contains(seed) ? 'd' : '.')).ToDictionary();
        pulse = new(_ => Write(), null, pause is null ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, RunUnderWay.Pulse);
    }

    /// <inheritdoc/>
    public void Report(RunEvent value)
    {
        lock (gate)
        {
            Update(value);
        }

        if (!sinceWritten.IsRunning || sinceWritten.Elapsed >= pause)
        {
            Write();
        }
    }

    /// <summary>Removes the file: the run is over.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isOver = true;
        }

        pulse.Dispose();
        AtomicFile.TryDelete(path);
        try
        {
            Directory.Delete(Path.GetDirectoryName(path)!);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It has the files of other runs, or was not there.
        }
    }

    private void Update(RunEvent value)
    {
        switch (value)
        {
            case RunEvent.Started(var cell, var after):
                (states[IdOf(cell)], running[IdOf(cell)]) = ('r', (new(cell, after), []));
                break;
            case RunEvent.PutBack(var cell):
                states[IdOf(cell)] = '.';
                running.Remove(IdOf(cell));
                break;
            case RunEvent.Resumed(var cell, var epoch):
                running[IdOf(cell)].Progress.ContinueAfter(epoch);
                break;
            case RunEvent.Advanced(var cell, var epoch, var accuracy):
                Advance(running[IdOf(cell)], epoch, accuracy);
                break;
            case RunEvent.Finished(var cell, _, _):
                End(cell, 'd');
                break;
            case RunEvent.FoundDone(var cell, _):
                End(cell, 'd');
                break;
            case RunEvent.Waiting(var cell, _):
                states[IdOf(cell)] = 'w';
                break;
            case RunFailure { Seed: { } seed } failure:
                End(new(failure.Variant, seed), 'f');
                break;
        }
    }

    private static (ResultKey Key, int Seed) IdOf(PlannedCell cell) => (cell.Variant.Key, cell.Seed);

    private static void Advance((CellProgress Progress, List<double> Accuracies) cell, int epoch, double? accuracy)
    {
        var (progress, accuracies) = cell;
        progress.Advance(epoch, accuracy);
        if (epoch > 0 && accuracy is { } value && double.IsFinite(value))
        {
            accuracies.Add(value);
            accuracies.RemoveRange(0, Math.Max(0, accuracies.Count - MostAccuracies));
        }
    }

    private void End(PlannedCell cell, char state)
    {
        ended++;
        states[IdOf(cell)] = state;
        running.Remove(IdOf(cell));
    }

    private void Write()
    {
        lock (gate)
        {
            if (isOver)
            {
                return;
            }

            sinceWritten.Restart();
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, Now().ToJson());
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // The disk is full or the like: cells say it where it matters.
            }
        }
    }

    private RunUnderWay Now()
    {
        var done = Math.Min(start.Cells, ended + running.Values.Sum(cell => cell.Progress.Fraction));
        return start with
        {
            Ended = ended,
            Done = done,
            SecondsLeft = done > 0.01 * start.Cells ? clock.Elapsed.TotalSeconds * ((start.Cells - done) / done) : null,
            Variants =
            [
                .. from variant in plan.Variants
                   select new VariantUnderWay(
                       variant.Name, variant.Seeds, string.Concat(variant.Seeds.Select(seed => states[(variant.Key, seed)]))),
            ],
            Running =
            [
                .. from cell in running.Values
                   let progress = cell.Progress
                   orderby progress.Elapsed descending
                   select new CellUnderWay(
                       progress.Cell.Variant.Name, progress.Cell.Seed, progress.Epoch, progress.Epochs, [.. cell.Accuracies],
                       progress.Left?.TotalSeconds),
            ],
        };
    }
}

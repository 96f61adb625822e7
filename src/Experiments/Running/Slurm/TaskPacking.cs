namespace Experiments.Running.Slurm;

/// <summary>Packs cells into tasks: short cells share one, since a task costs seconds to begin and a place in the queue.</summary>
internal static class TaskPacking
{
    private const double UsualSeconds = 60; // of a cell of which nothing is known
    private const double Worthwhile = 120; // seconds of a task

    /// <summary>The tasks, each the numbers of its first and its last cell.</summary>
    /// <param name="cells">The cells, by number.</param>
    /// <param name="most">The most tasks.</param>
    /// <param name="cores">Cells that a task computes at once.</param>
    public static IReadOnlyList<(int From, int To)> Pack(IReadOnlyList<ListedCell> cells, int most, int cores)
    {
        var known = cells.Select(cell => cell.Seconds).OfType<double>().DefaultIfEmpty(UsualSeconds).Average();
        List<double> seconds = [.. cells.Select(cell => cell.Seconds ?? known)];
        for (var size = Math.Max(Worthwhile * cores, seconds.Sum() / most); ; size *= 1.05)
        {
            var tasks = Pack(cells, seconds, size, cores);
            if (tasks.Count <= most)
            {
                return tasks;
            }
        }
    }

    // A task is full when it has both its time and a cell for every core.
    private static List<(int From, int To)> Pack(IReadOnlyList<ListedCell> cells, List<double> seconds, double size, int cores)
    {
        var tasks = new List<(int From, int To)>();
        var (from, sum) = (0, 0.0);
        for (var at = 0; at < cells.Count; at++)
        {
            if (at - from >= cores && sum + seconds[at] > size)
            {
                tasks.Add((cells[from].Number, cells[at - 1].Number));
                (from, sum) = (at, 0);
            }

            sum += seconds[at];
        }

        return cells.Count == 0 ? [] : [.. tasks, (cells[from].Number, cells[^1].Number)];
    }
}

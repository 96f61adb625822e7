using System.Text.Json;

namespace Experiments.Running.Slurm;

/// <summary>
/// One job array: a folder <c>RESULTS/.slurm/RECIPE-DIGITS</c> with the list of its cells, what each task computes, the script, the tasks'
/// logs, and a record. Its job has the folder's name, so the queue knows which tasks are those of which submission even if the command
/// that submitted them was killed before it knew the job's number.
/// </summary>
/// <param name="folder">The folder.</param>
internal sealed class Submission(string folder)
{
    private const string Record = "submission.json";

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>The name of its job.</summary>
    public string Job => $"experiments-{Path.GetFileName(folder)}";

    /// <summary>Its script.</summary>
    public string Script => Path.Combine(folder, "script.sh");

    /// <summary>The folder of all submissions of a results folder.</summary>
    public static string FolderIn(string results) => Path.Combine(results, ".slurm");

    /// <summary>A submission of a recipe that is still to be made.</summary>
    public static Submission New(string results, string recipe) =>
        new(Path.Combine(FolderIn(results), $"{recipe}-{Guid.NewGuid().ToString("n")[..10]}"));

    /// <summary>The submissions of a recipe, or of all.</summary>
    public static IReadOnlyList<Submission> In(string results, string? recipe = null) => !Directory.Exists(FolderIn(results)) ? []
        : [.. Directory.GetDirectories(FolderIn(results)).Order(StringComparer.Ordinal).Select(path => new Submission(path))
            .Where(submission => submission.Read() is { } record && (recipe is null || record.Recipe == recipe))];

    /// <summary>A task's log.</summary>
    public string Log(int task) => Path.Combine(folder, "logs", $"{task.ToString(CultureInfo.InvariantCulture)}.log");

    /// <summary>Where a task that runs says what it computes just now.</summary>
    public string Progress(int task) => Path.Combine(folder, "progress", $"{task.ToString(CultureInfo.InvariantCulture)}.json");

    /// <summary>Writes everything that tasks need.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string recipe, string program, CellList cells, IReadOnlyList<(int From, int To)> tasks, string script)
    {
        Directory.CreateDirectory(Path.Combine(folder, "logs"));
        using var list = new StringWriter();
        cells.Write(list);
        Put("cells.tsv", list.ToString());
        Put("tasks.txt", string.Concat(tasks.Select(task => string.Create(CultureInfo.InvariantCulture, $"{task.From}-{task.To}\n"))));
        Put("script.sh", script);
        Put(Record, JsonSerializer.Serialize(new SubmissionRecord(recipe, program), Pretty) + "\n"); // last: now it is one
    }

    /// <summary>Its record; null if it was not written to its end.</summary>
    public SubmissionRecord? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<SubmissionRecord>(File.ReadAllText(Path.Combine(folder, Record)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Its cells, each with the number of its task.</summary>
    /// <exception cref="FormatException">Its files are damaged.</exception>
    /// <exception cref="IOException">They cannot be read.</exception>
    public IReadOnlyDictionary<(string Folder, int Seed), int> TaskOfCell()
    {
        var tasks = new Dictionary<int, int>();
        var task = 0;
        foreach (var line in File.ReadLines(Path.Combine(folder, "tasks.txt")))
        {
            task++;
            var range = CellRange.Parse(line) ?? throw new FormatException($"{folder}: tasks.txt, line {task}, is damaged.");
            for (var number = range.From; number <= range.To; number++)
            {
                tasks[number] = task;
            }
        }

        return CellList.Read(Path.Combine(folder, "cells.tsv")).Cells.Where(cell => tasks.ContainsKey(cell.Number))
            .ToDictionary(cell => (cell.Folder, cell.Seed), cell => tasks[cell.Number]);
    }

    /// <summary>
    /// The end of a task's log: what the program and the cluster said last of what went wrong in its last attempt; null if nothing.
    /// </summary>
    public string? LastWords(int task)
    {
        const string Said = "experiments: ";
        try
        {
            string? last = null;
            foreach (var line in File.ReadLines(Log(task)))
            {
                last = line.StartsWith($"{Said}{SlurmScript.Beginning}", StringComparison.Ordinal) ? null
                    : line.StartsWith(Said, StringComparison.Ordinal) ? line[Said.Length..]
                    : line.Contains("error", StringComparison.OrdinalIgnoreCase) ? line : last;
            }

            return last;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Why nothing can be written to its folder now, such as words to a log; null if that can be done.</summary>
    public string? Unwritable()
    {
        var probe = Path.Combine(folder, "probe");
        try
        {
            AtomicFile.Write(probe, new byte[4_096], "probe");
            AtomicFile.TryDelete(probe);
            return null;
        }
        catch (IOException problem)
        {
            return problem.Message;
        }
    }

    /// <summary>Removes it, logs and all.</summary>
    public void Remove()
    {
        AtomicFile.TryDelete(Path.Combine(folder, Record)); // first: now it is none
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It costs some room.
        }
    }

    private void Put(string file, string text) =>
        AtomicFile.Write(Path.Combine(folder, file), Encoding.UTF8.GetBytes(text), file);

    private static JsonSerializerOptions Pretty { get; } = new() { WriteIndented = true };
}

/// <summary>What is written of a submission.</summary>
/// <param name="Recipe">The recipe.</param>
/// <param name="Program">The folder of the program that its tasks run.</param>
internal sealed record SubmissionRecord(string Recipe, string Program);

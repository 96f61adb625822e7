using Experiments.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.CommandLine.Progress;

namespace Experiments.Tests.CommandLine;

/// <summary>What one call of the program came to.</summary>
internal sealed record Call(int ExitCode, string Out, string Error)
{
    public IReadOnlyList<string> OutLines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A folder of its own in which the program is called, with 400 small images in digits/.</summary>
internal sealed class Workplace : IDisposable
{
    /// <summary>What the images in digits/ are called.</summary>
    public const string Digits = "digits (sha256 b3770c727046)";

    private const int Side = 7;
    private readonly Dictionary<string, string> variables = [];

    public Workplace()
    {
        Folder = Directory.CreateTempSubdirectory("experiments-").FullName;
        variables["EXPERIMENTS_ROOT"] = Folder;

        // A digit lights two rows of its own and one pixel that wanders: easy, but not for a network of chance.
        MadeUpImages.Write(
            Path.Combine(Folder, "digits"), 300, 100,
            (image, digit, place) => (byte)(place % 10 == digit ? 255 : place == 31 * image % (Side * Side) ? 120 : 0), Side);
    }

    public string Folder { get; }

    public string Results => Path.Combine(Folder, "data", "results");

    public string Plots => Path.Combine(Folder, "plots");

    /// <summary>All files but the images, by path below the folder.</summary>
    public IReadOnlyList<string> Files =>
    [
        .. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("digits/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public IReadOnlyList<string> Cells => [.. Files.Where(file => file.EndsWith(".csv", StringComparison.Ordinal))];

    /// <summary>The path below the folder of a chart that was drawn once, whatever its settings and data are.</summary>
    public string Chart(string recipe, string file) => Files.Single(path =>
        path.StartsWith($"plots/{recipe}/", StringComparison.Ordinal) && path.EndsWith($"/{file}", StringComparison.Ordinal));

    /// <summary>The text of a chart's file.</summary>
    public string ChartText(string recipe, string file) => File.ReadAllText(Path.Combine(Folder, Chart(recipe, file)));

    public bool OutIsTerminal { get; set; }

    public Workplace With(string variable, string value)
    {
        variables[variable] = value;
        return this;
    }

    /// <summary>Calls the program as a shell would, words divided by spaces; a quoted word is 'in quotes'.</summary>
    public Call Call(string words) => Call(Split(words));

    public Call Call(IReadOnlyList<string> words) => Call(words, [new Widths(), new Breaks()], new Interrupt());

    public Call Call(IReadOnlyList<string> words, IReadOnlyList<Recipe> recipes, Interrupt interrupt, StringWriter? output = null)
    {
        using var owned = output ??= new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal
        {
            Out = output,
            Error = TextWriter.Synchronized(error),
            OutIsTerminal = OutIsTerminal,
            Variable = name => variables.GetValueOrDefault(name),
            CurrentFolder = Folder,
        };
        var code = new ExperimentsProgram(() => new Catalog(recipes)).Run(words, terminal, interrupt);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Calls the program and expects it to go well.</summary>
    public Call Do(string words)
    {
        var call = Call(words);
        Assert.True(call.ExitCode == 0, $"'{words}' ended with {call.ExitCode}: {call.Error}");
        return call;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal static string[] Split(string words) =>
        [.. words.Split('\'').SelectMany((part, index) =>
            index % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}

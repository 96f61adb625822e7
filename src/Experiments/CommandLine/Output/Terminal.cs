namespace Experiments.CommandLine.Output;

/// <summary>What the program talks to: two streams of text, environment variables, a current folder. Tests bring their own.</summary>
internal sealed class Terminal
{
    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress and messages.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person reads <see cref="Out"/>.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether a person reads <see cref="Error"/> on something that can be drawn over.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns that a wide table may take.</summary>
    public int Width { get; init; } = 120;

    /// <summary>Environment variables.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Where relative paths begin.</summary>
    public string CurrentFolder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Whether the program was started by ./experiments, which builds it and does more.</summary>
    public bool HasLauncher => Variable("EXPERIMENTS_ROOT") is not null;

    /// <summary>
    /// What users type to start the program from the current folder, quoted where a shell needs it; hints begin with it. The launcher
    /// says how it was called itself.
    /// </summary>
    public string Program =>
        Variable("EXPERIMENTS_PROGRAM") is { Length: > 0 } called ? Shell.Join([called])
        : HasLauncher ? OperatingSystem.IsWindows() ? @".\experiments" : "./experiments"
        : Self is null ? AppDomain.CurrentDomain.FriendlyName
        : Shell.Join(Self.Select((word, at) => at == Self.Count - 1 ? FromHere(word) : Path.GetFileNameWithoutExtension(word)));

    /// <summary>A command to be typed.</summary>
    public string Command(IEnumerable<string> words) => $"{Program} {Shell.Join(words)}".TrimEnd();

    /// <summary>The file and first arguments that start this program again; null if it is not a program of its own.</summary>
    public IReadOnlyList<string>? Self { get; init; }

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess() => new()
    {
        Out = Writer(BreakableStream.Results(Console.OpenStandardOutput())),
        Error = TextWriter.Synchronized(Writer(BreakableStream.Messages(Console.OpenStandardError()), autoFlush: true)),
        OutIsTerminal = !Console.IsOutputRedirected,
        Self = SelfOfProcess(),
        Width = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 120 : Math.Clamp(Console.WindowWidth, 100, 180),
        ErrorIsTerminal = !Console.IsErrorRedirected
            && Environment.GetEnvironmentVariable("TERM") != "dumb"
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")),
    };

    /// <summary>The same terminal, on which nothing is said.</summary>
    public Terminal Silent() => new()
    {
        Out = TextWriter.Null, Error = TextWriter.Null, Width = Width, Variable = Variable, CurrentFolder = CurrentFolder, Self = Self,
    };

    /// <summary>A path as the user would write it: relative if it lies below the current folder.</summary>
    public string Shorten(string path)
    {
        var relative = Path.GetRelativePath(CurrentFolder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    // A program in the current folder needs its folder said.
    private string FromHere(string path) =>
        Shorten(path) is var shown && (Self!.Count > 1 || Path.IsPathRooted(shown)) ? shown : Path.Combine(".", shown);

    // Started as "dotnet Recipes.dll", or by a file of its own.
    private static IReadOnlyList<string>? SelfOfProcess()
    {
        var program = System.Reflection.Assembly.GetEntryAssembly()?.Location;
        return Environment.ProcessPath is not { } file ? null
            : !string.Equals(Path.GetFileNameWithoutExtension(file), "dotnet", StringComparison.OrdinalIgnoreCase) ? [file]
            : string.IsNullOrEmpty(program) ? null : [file, program];
    }

    // Not Console.Out: that one flushes after every piece, and its encoding depends on the locale.
    private static StreamWriter Writer(Stream stream, bool autoFlush = false)
    {
        if (OperatingSystem.IsWindows() && Console.OutputEncoding.CodePage != Encoding.UTF8.CodePage)
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        return new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = autoFlush, NewLine = "\n" };
    }
}

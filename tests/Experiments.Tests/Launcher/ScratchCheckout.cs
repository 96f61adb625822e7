using System.Diagnostics;

namespace Experiments.Tests.Launcher;

/// <summary>What a command printed and how it ended.</summary>
public sealed record Outcome(int ExitCode, string Output, string Messages);

/// <summary>
/// A checkout in a temporary folder with the real launcher and, first on the PATH, a <c>dotnet</c> that builds nothing: it notes what it
/// was asked, answers a restore as the feed of the test would, and plays the built program.
/// </summary>
public sealed class ScratchCheckout : IDisposable
{
    // The launcher needs these; where a test hides a tool, the PATH holds nothing but links to them.
    private const string Tools =
        "awk basename bash cat cp cut dirname env find flock grep head id ls mkdir mktemp mv paste readlink rm sed sleep sort tail tee timeout touch tr uname";

    private const string FakeDotnet = """
        #!/usr/bin/env bash
        case $1 in
            --version) cat "$ROOT/sdk" ;;
            restore)
                echo restore >>"$ROOT/calls"
                cat "$ROOT/feed"
                [ ! -s "$ROOT/feed" ]
                ;;
            build)
                sleep "$(cat "$ROOT/build-seconds")"
                echo "build $(basename "$2") StandIns=$StandIns${5:+ $5}" >>"$ROOT/calls"
                if [ -s "$ROOT/compiler" ]; then cat "$ROOT/compiler"; exit 1; fi
                mkdir -p "$ROOT/artifacts/bin/Recipes/release" "$ROOT/artifacts/bin/Experiments.Bench/release"
                touch "$ROOT/artifacts/bin/Recipes/release/Recipes.dll" "$ROOT/artifacts/bin/Experiments.Bench/release/Experiments.Bench.dll"
                ;;
            *Recipes.dll)
                shift
                echo "in $PWD of $EXPERIMENTS_ROOT with $EXPERIMENTS_PACKAGES because $EXPERIMENTS_PACKAGES_REASON:" "${@/#/<}"
                exit "$(cat "$ROOT/program-ends")"
                ;;
            *Experiments.Bench.dll)
                shift
                echo "bench of $EXPERIMENTS_ROOT with python ${EXPERIMENTS_PYTHON:-none}:" "${@/#/<}"
                exit "$(cat "$ROOT/program-ends")"
                ;;
            *.Tests.dll)
                cat "$1"
                [ -z "${EXPERIMENTS_DATA:-}" ] || echo "data in $EXPERIMENTS_DATA"
                exit "$(cat "$1.ends")"
                ;;
        esac
        """;

    private readonly Dictionary<string, string?> environment = [];

    private readonly string folder;

    /// <param name="name">The checkout's own folder; beside it a test may put what a checkout finds beside itself.</param>
    public ScratchCheckout(string name = "check out")
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the launcher of Windows is experiments.ps1");
        folder = Directory.CreateTempSubdirectory("experiments-launcher-").FullName;
        Root = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        File.Copy(Path.Combine(RepositoryRoot(), "experiments"), At("experiments"));
        foreach (var (path, content) in new[]
        {
            ("recipes/Program.cs", "one"), ("src/Engine.cs", "two"), ("standins/TorchSharp.cs", "three"), ("tests/Tests.cs", "four"), ("bench/Experiments.Bench/Bench.cs", "five"),
            ("global.json", "{}"), ("sdk", "10.0.100"), ("feed", ""), ("compiler", ""), ("build-seconds", "0"), ("program-ends", "0"),
        })
            Write(path, content);
        WriteProgram("dotnet", FakeDotnet);

        environment["PATH"] = At("bin") + ":" + Environment.GetEnvironmentVariable("PATH");
        environment["ROOT"] = Root;
        foreach (var variable in "StandIns EXPERIMENTS_ROOT EXPERIMENTS_PACKAGES EXPERIMENTS_PACKAGES_REASON EXPERIMENTS_DATA EXPERIMENTS_PYTHON DOTNET_ROOT NO_COLOR CI".Split(' '))
            environment[variable] = null;
    }

    /// <summary>Feeds as NuGet reports them.</summary>
    public const string FeedWithoutPackages = """
        /x/Probe.csproj : error NU1101: Unable to find package TorchSharp-cpu. No packages exist with this id in source(s): closed
        /x/Probe.csproj : error NU1102: Unable to find package ScottPlot with version (>= 5.1.59)
        """;

    public const string FeedOutOfReach = "/x/Probe.csproj : error NU1301: Unable to load the service index for source https://feed.invalid/index.json.";

    public string Root { get; }

    public IReadOnlyList<string> Calls => File.Exists(At("calls")) ? File.ReadAllLines(At("calls")) : [];

    public string At(string path) => Path.Combine(Root, path);

    public void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);

        // It may be a link to the system's own program, which writing would go through to.
        File.Delete(At(path));
        File.WriteAllText(At(path), content);
    }

    public void WriteProgram(string name, string script)
    {
        Write("bin/" + name, script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(At("bin/" + name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Leaves only the tools that the launcher cannot do without on the PATH, besides what the test puts there.</summary>
    public void HideOtherPrograms()
    {
        foreach (var tool in Tools.Split(' '))
        {
            if (!File.Exists(At("bin/" + tool)))
                File.CreateSymbolicLink(At("bin/" + tool), (File.Exists("/usr/bin/" + tool) ? "/usr/bin/" : "/bin/") + tool);
        }

        environment["PATH"] = At("bin");
    }

    public void Set(string variable, string? value) => environment[variable] = value;

    public Outcome Run(params string[] arguments) => RunIn(Root, arguments);

    public Outcome RunIn(string workingFolder, params string[] arguments) => Finish(Start(workingFolder, At("experiments"), arguments));

    /// <summary>Runs another script of the checkout.</summary>
    public Outcome RunScript(string path) => Finish(Start(Root, At(path)));

    /// <summary>Starts the launcher and does not wait for it.</summary>
    public Process Start(params string[] arguments) => Start(Root, At("experiments"), arguments);

    private Process Start(string workingFolder, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(script, arguments)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static Outcome Finish(Process started)
    {
        using var process = started;
        var messages = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, messages.Result);
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
    }

    public static string RepositoryRoot()
    {
        var above = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(above.FullName, "Experiments.sln")))
            above = above.Parent ?? throw new InvalidOperationException($"no Experiments.sln above {AppContext.BaseDirectory}");
        return above.FullName;
    }
}

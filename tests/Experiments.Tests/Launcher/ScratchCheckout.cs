using System.Diagnostics;
using Experiments.Tests.House;

namespace Experiments.Tests.Launcher;

/// <summary>What a command printed and how it ended.</summary>
public sealed record Outcome(int ExitCode, string Output, string Messages);

/// <summary>
/// A checkout in a temporary folder with the real launcher and, first on the PATH, a <c>dotnet</c> that builds nothing: it notes what it
/// was asked, fails as the compiler of the test would, and plays the built program.
/// </summary>
public sealed class ScratchCheckout : IDisposable
{
    // The launcher needs these; where a test hides a tool, the PATH holds nothing but links to them.
    private const string Tools =
        "awk basename bash cat cp dirname env find flock grep head mkdir mktemp mv readlink rm sed sleep tail tee touch tr";

    private const string FakeDotnet = """
        #!/usr/bin/env bash
        case $1 in
            --version) cat "$ROOT/sdk" ;;
            build)
                sleep "$(cat "$ROOT/build-seconds")"
                echo "build $(basename "$2")${5:+ $5}" >>"$ROOT/calls"
                echo "$HOME" >"$ROOT/home-of-build"
                if [ -s "$ROOT/compiler" ]; then cat "$ROOT/compiler"; exit 1; fi
                mkdir -p "$ROOT/artifacts/bin/Recipes/release" "$ROOT/artifacts/bin/Experiments.Bench/release"
                touch "$ROOT/artifacts/bin/Recipes/release/Recipes.dll"
                touch "$ROOT/artifacts/bin/Experiments.Bench/release/Experiments.Bench.dll"
                ;;
            *Recipes.dll)
                shift
                echo "$EXPERIMENTS_PROGRAM" >"$ROOT/called-as"
                echo "in $PWD of $EXPERIMENTS_ROOT:" "${@/#/<}"
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
            *pwsh.dll) exec "$REAL_DOTNET" "$@" ;;
        esac
        """;

    private readonly Dictionary<string, string?> environment = [];

    private readonly string folder;

    /// <param name="name">The checkout's own folder; beside it a test may put what a checkout finds beside itself.</param>
    public ScratchCheckout(string name = "check out")
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the dotnet of these tests is a script for bash");
        folder = Directory.CreateTempSubdirectory("experiments-launcher-").FullName;
        Root = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        foreach (var launcher in new[] { "experiments", "experiments.ps1" })
            File.Copy(Checkout.At(launcher), At(launcher));
        foreach (var (path, content) in new[]
        {
            ("recipes/Program.cs", "one"), ("src/Engine.cs", "two"), ("tests/Tests.cs", "three"),
            ("bench/Experiments.Bench/Bench.cs", "four"),
            ("global.json", "{}"), ("Directory.Build.props", "<Project />"), ("Experiments.sln", ""), ("sdk", "10.0.100"),
            ("compiler", ""), ("build-seconds", "0"), ("program-ends", "0"),
        })
            Write(path, content);
        WriteDotnet("bin/dotnet");

        environment["PATH"] = At("bin") + ":" + Environment.GetEnvironmentVariable("PATH");
        environment["ROOT"] = Root;
        environment["REAL_DOTNET"] = Path.GetFileName(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath : "/usr/bin/dotnet";
        environment["NUGET_PACKAGES"] = At("packages");
        foreach (var variable in "EXPERIMENTS_ROOT EXPERIMENTS_DATA EXPERIMENTS_PYTHON DOTNET_ROOT NO_COLOR CI".Split(' '))
            environment[variable] = null;
    }

    public string Root { get; }

    /// <summary>What dotnet was asked to build.</summary>
    public IReadOnlyList<string> Builds => File.Exists(At("calls")) ? File.ReadAllLines(At("calls")) : [];

    public string At(string path) => Path.Combine(Root, path);

    public void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);

        // It may be a link to the system's own program, which writing would go through to.
        File.Delete(At(path));
        File.WriteAllText(At(path), content);
    }

    public void WriteProgram(string name, string script) => WriteScript("bin/" + name, script);

    /// <summary>Puts the dotnet that builds nothing in another place, too.</summary>
    public void WriteDotnet(string path) => WriteScript(path, FakeDotnet);

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

    /// <summary>Runs the launcher of Windows under PowerShell 7, and skips the test where there is none.</summary>
    public Outcome RunTwin(params string[] arguments)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append(Path.Combine(home, ".dotnet", "tools"));
        var powershell = folders.Select(path => Path.Combine(path, "pwsh")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(powershell is null, "there is no PowerShell 7 here; 'dotnet tool install --global PowerShell' gets it");
        return Finish(Start(Root, powershell, ["-NoProfile", "-File", At("experiments.ps1"), .. arguments]));
    }

    public Outcome RunIn(string workingFolder, params string[] arguments) => Finish(Start(workingFolder, At("experiments"), arguments));

    /// <summary>Runs another script of the checkout.</summary>
    public Outcome RunScript(string path) => Finish(Start(Root, At(path)));

    /// <summary>Starts the launcher and does not wait for it.</summary>
    public Process Start(params string[] arguments) => Start(Root, At("experiments"), arguments);

    private void WriteScript(string path, string script)
    {
        Write(path, script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(At(path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

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
}

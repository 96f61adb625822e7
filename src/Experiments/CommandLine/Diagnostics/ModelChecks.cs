using System.Text.Json;
using Experiments.CommandLine.Options;

namespace Experiments.CommandLine.Diagnostics;

/// <summary>
/// Checks every distinct model of a command before anything is trained, in a child process: the same command with a variable in its
/// environment. What libtorch ends a process for costs the command one line.
/// </summary>
internal sealed partial class ModelChecks(CommandContext context, IReadOnlyList<(Model Model, Loss Loss)> models, ImageSize size)
{
    /// <summary>The variable; its value is the size of an image, as <c>28x28</c>.</summary>
    public const string Variable = "EXPERIMENTS_CHECK_MODELS";

    private const string InstructionSet = "ONEDNN_MAX_CPU_ISA";
    private const string Restricted = "AVX2";

    // A process's exit code where a signal ended it: 128 and the signal's number.
    private const int InterruptedBySignal = 130, TerminatedBySignal = 143;

    // What the child says of each model, among whatever models may print: this, and what it found.
    private const string Checked = "model check: ";

    /// <summary>What oneDNN is restricted to; null for nothing.</summary>
    public static string? Restriction => Environment.GetEnvironmentVariable(InstructionSet);

    /// <summary>In the child: checks and prints, model by model, on standard output.</summary>
    public static int Answer(CommandContext context, IReadOnlyList<(Model Model, Loss Loss)> models, string size)
    {
        LeaveNoCore();
        int[] sides = [.. size.Split('x').Select(side => int.Parse(side, CultureInfo.InvariantCulture))];
        foreach (var (model, loss) in models)
        {
            context.Out.WriteLine($"\n{Checked}{JsonSerializer.Serialize(ModelCheck.Of(model, loss, new(sides[0], sides[1])))}");
            context.Out.Flush(); // with the next model libtorch may end the process
        }

        return ExitCode.Done;
    }

    /// <summary>The checks of all models, each with its cost.</summary>
    /// <exception cref="UsageException">
    /// A model cannot be used, or libtorch computes a wrong gradient of it here and nothing mends that.
    /// </exception>
    public IReadOnlyDictionary<(Model Model, Loss Loss), ModelCheck> ByModel()
    {
        var checks = Run(restricted: false);
        var problems = checks.Where(check => check.Problem is not null);
        UsageException.ThrowIfAny([.. problems.Select(check => $"The model {check.Model} {check.Problem}")]);
        if (checks.Find(check => !check.GradientIsRight) is { } wrong)
        {
            checks = Restrict(wrong);
        }

        return models.Zip(checks).ToDictionary();
    }

    // oneDNN's kernels for AVX-512 are wrong for some convolutions on some processors; those for AVX2 are right.
    private List<ModelCheck> Restrict(ModelCheck wrong)
    {
        var off = wrong.GradientError.ToString("P0", CultureInfo.InvariantCulture);
        var what = $"libtorch computes a wrong gradient of {wrong.Model} with respect to {wrong.WorstGradient} "
            + $"on this processor (off by {off} of its size)";
        var checks = context.Terminal.Self is null ? [wrong] : Run(restricted: true);
        if (checks.Any(check => check.Problem is not null || !check.GradientIsRight))
        {
            throw new UsageException(
                $"{what}, and restricting oneDNN to {Restricted} does not mend it, so nothing is trained. "
                + "Use other layers, or another machine.");
        }

        NativeLibraries.SetVariable(InstructionSet, Restricted);
        context.Warn($"note: {what}. oneDNN is restricted to {Restricted} for this command, where it is right; the records say so.");
        return checks;
    }

    private List<ModelCheck> Run(bool restricted)
    {
        if (context.Terminal.Self is not { } self)
        {
            return [.. models.Select(pair => ModelCheck.Of(pair.Model, pair.Loss, size))];
        }

        var start = new ProcessStartInfo(self[0], [.. self.Skip(1), .. context.Arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment[Variable] = string.Create(CultureInfo.InvariantCulture, $"{size.Height}x{size.Width}");
        if (restricted)
        {
            start.Environment[InstructionSet] = Restricted;
        }

        using var child = Process.Start(start)!;
        using var stop = context.Interrupt.Token.Register(child.Kill);
        var error = child.StandardError.ReadToEndAsync();
        var lines = child.StandardOutput.ReadToEnd().Split('\n');
        child.WaitForExit();
        if (child.ExitCode is InterruptedBySignal or TerminatedBySignal)
        {
            context.Interrupt.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(1)); // a signal to both of us, which reached the child first
        }

        context.Interrupt.Token.ThrowIfCancellationRequested();
        List<ModelCheck> checks =
        [
            .. from line in lines
               where line.StartsWith(Checked, StringComparison.Ordinal)
               select JsonSerializer.Deserialize<ModelCheck>(line[Checked.Length..])!,
        ];
        if (checks.Count < models.Count)
        {
            checks.Add(Said(error.Result) is { } said ? throw new FailureException(said)
                : ModelCheck.Failed(models[checks.Count].Model, ModelProblem.Ending(size, LastWords(error.Result))));
        }

        return checks;
    }

    // What has nothing to do with a model, such as that libtorch does not load, the child says itself.
    private static string? Said(string error) => After("experiments: ", error);

    // "what():  mat1 and mat2 shapes cannot be multiplied (4x784 and 30x10)", or the last thing that was said.
    private static string LastWords(string error) => After("what():", error) ?? Lines(error).LastOrDefault() ?? "nothing.";

    private static string? After(string start, string text) =>
        Lines(text).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))?[start.Length..].Trim();

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Where shells let processes that crash leave a file, it is one of gigabytes in the current folder.
    private static void LeaveNoCore()
    {
        const int SizeOfCore = 4; // RLIMIT_CORE
        if (!OperatingSystem.IsWindows())
        {
            _ = SetLimit(SizeOfCore, [0, 0]);
        }
    }

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, nuint[] softAndHard);
}

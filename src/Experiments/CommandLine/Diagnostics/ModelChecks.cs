using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Experiments.CommandLine.Options;
using Experiments.Models;
using Experiments.Running;

namespace Experiments.CommandLine.Diagnostics;

/// <summary>
/// Checks every distinct model of a command before anything is trained, in a child process: the same command with a variable in its environment. What
/// libtorch ends a process for costs the command one line.
/// </summary>
internal static class ModelChecks
{
    /// <summary>The variable; its value is the number of pixels of an image.</summary>
    public const string Variable = "EXPERIMENTS_CHECK_MODELS";

    private const string InstructionSet = "ONEDNN_MAX_CPU_ISA";
    private const string Restricted = "AVX2";

    /// <summary>In the child: checks and prints, model by model, on standard output.</summary>
    public static int Answer(CommandContext context, IReadOnlyList<(Model Model, Training.Loss Loss)> models, string pixels)
    {
        foreach (var (model, loss) in models)
        {
            context.Terminal.Out.WriteLine(model.Description);
            context.Terminal.Out.Flush();
            context.Terminal.Out.WriteLine(JsonSerializer.Serialize(ModelCheck.Of(model, loss, int.Parse(pixels, CultureInfo.InvariantCulture))));
            context.Terminal.Out.Flush();
        }

        return ExitCode.Done;
    }

    /// <summary>The checks of all models, by name.</summary>
    /// <exception cref="UsageException">A model cannot be used.</exception>
    /// <exception cref="FailureException">libtorch computes a wrong gradient of a model here, and nothing mends it.</exception>
    public static IReadOnlyDictionary<string, ModelCheck> Of(CommandContext context, IReadOnlyList<(Model Model, Training.Loss Loss)> models, int pixels)
    {
        var checks = Run(context, models, pixels, restricted: false);
        UsageException.ThrowIfAny([.. checks.Where(check => check.Problem is not null).Select(check => $"The model {check.Model} {check.Problem}")]);
        if (checks.FirstOrDefault(check => !check.GradientIsRight) is { } wrong)
        {
            Restrict(context, models, pixels, wrong);
        }

        return checks.GroupBy(check => check.Model).ToDictionary(group => group.Key, group => group.First());
    }

    // oneDNN's kernels for AVX-512 are wrong for some convolutions on some processors; those for AVX2 are right.
    private static void Restrict(CommandContext context, IReadOnlyList<(Model Model, Training.Loss Loss)> models, int pixels, ModelCheck wrong)
    {
        var what = string.Create(
            CultureInfo.InvariantCulture, $"libtorch computes a wrong gradient of {wrong.Model} with respect to {wrong.WorstGradient} on this processor (off by {wrong.GradientError:P0} of its size)");
        if (context.Terminal.Self is null || Run(context, models, pixels, restricted: true).Any(check => check.Problem is not null || !check.GradientIsRight))
        {
            throw new FailureException($"{what}, and restricting oneDNN to {Restricted} does not mend it. Nothing is trained.");
        }

        NativeLibraries.SetVariable(InstructionSet, Restricted);
        context.Warn($"note: {what}. oneDNN is restricted to {Restricted} for this command, where it is right; the records say so.");
    }

    /// <summary>What oneDNN is restricted to; null for nothing.</summary>
    public static string? Restriction => Environment.GetEnvironmentVariable(InstructionSet);

    private static List<ModelCheck> Run(CommandContext context, IReadOnlyList<(Model Model, Training.Loss Loss)> models, int pixels, bool restricted)
    {
        if (context.Terminal.Self is not { } self)
        {
            return [.. models.Select(pair => ModelCheck.Of(pair.Model, pair.Loss, pixels))];
        }

        var start = new ProcessStartInfo(self[0], [.. self.Skip(1), .. context.Arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Variable] = pixels.ToString(CultureInfo.InvariantCulture);
        if (restricted)
        {
            start.Environment[InstructionSet] = Restricted;
        }

        using var child = Process.Start(start)!;
        using var stop = context.Interrupt.Token.Register(child.Kill);
        var error = child.StandardError.ReadToEndAsync();
        var lines = child.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        child.WaitForExit();
        context.Interrupt.Token.ThrowIfCancellationRequested();
        List<ModelCheck> checks = [.. lines.Where((_, index) => index % 2 == 1).Select(line => JsonSerializer.Deserialize<ModelCheck>(line)!)];
        if (checks.Count < models.Count)
        {
            const string Ours = "experiments: ";
            if (error.Result.Split('\n').FirstOrDefault(line => line.StartsWith(Ours, StringComparison.Ordinal)) is { } said)
            {
                throw new FailureException(said[Ours.Length..]);
            }

            checks.Add(lines.Length % 2 == 1
                ? ModelCheck.Failed(models[checks.Count].Model, $"makes libtorch end the process: {Cause(error.Result)}")
                : throw new FailureException($"the models could not be checked: {Cause(error.Result)}"));
        }

        return checks;
    }

    // "what():  mat1 and mat2 shapes cannot be multiplied (4x784 and 30x10)", or the last thing that was said.
    private static string Cause(string error)
    {
        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var cause = lines.FirstOrDefault(line => line.StartsWith("what():", StringComparison.Ordinal))?["what():".Length..].Trim() ?? lines.LastOrDefault() ?? "it says nothing";
        return cause.EndsWith('.') ? cause : cause + ".";
    }
}

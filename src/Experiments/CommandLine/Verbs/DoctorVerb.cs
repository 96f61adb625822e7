using System.CommandLine;
using Experiments.CommandLine.Diagnostics;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>doctor</c>: checks the installation, one line per finding.</summary>
internal static class DoctorVerb
{
    public static Command Create(Func<ParseResult, CommandContext> open)
    {
        var compare = new Option<string[]>("--compare")
        {
            HelpName = "A B",
            Description = "Compare two results folders: engine, packages, machine, data, settings, cells. Exit code 1 if cells differ",
            Arity = new(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command(
            "doctor", "Check the installation: packages, libtorch, charts, data, folders. Or compare two sets of results.");
        command.Options.Add(compare);
        command.SetAction(
            parsed => parsed.ValueOf(compare) is { Length: 2 } places ? Compare(open(parsed).Checked(), places[0], places[1])
                : Run(open(parsed).Checked()));
        return command;
    }

    private static int Compare(CommandContext context, string a, string b)
    {
        var comparison = Comparison.Of(Read(context, a), Read(context, b));
        if (context.Json)
        {
            JsonOutput.Write(context.Out, comparison);
        }
        else
        {
            context.Out.WriteLine($"A: {a}\nB: {b}\n");
            comparison.Write(context.Out, context.Color, each: context.Verbose);
        }

        return comparison.CellsDiffer ? ExitCode.Failed : ExitCode.Done;
    }

    private static IReadOnlyList<StoredVariant> Read(CommandContext context, string place)
    {
        var found = StoredVariant.In(
            Path.GetFullPath(place, context.Terminal.CurrentFolder), problem => context.Warn($"skipped: {problem.Message}"));
        return found.Count > 0 ? found
            : throw new FailureException(
                $"There are no results in {place}. --compare takes two results folders, parts of them, or two settings.json.");
    }

    private static int Run(CommandContext context)
    {
        var checks = Diagnosis.Of(context);
        if (context.Json)
        {
            JsonOutput.Write(context.Out, checks);
        }
        else
        {
            var table = new TextTable("", "", "") { IsText = true };
            foreach (var check in checks)
            {
                table.Add(check.Verdict switch { Health.Ok => "ok", Health.Note => "note", _ => "MISSING" }, check.What, check.Finding);
            }

            table.Write(context.Out, context.Color);
        }

        return checks.Any(check => check.Verdict == Health.Missing) ? ExitCode.Failed : ExitCode.Done;
    }
}

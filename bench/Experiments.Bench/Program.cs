using System.CommandLine;
using System.Globalization;
using Experiments.Bench;
using Experiments.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.Data;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [ScaleVerb.Child, var variants, .. var ofProgram])
{
    return ScaleVerb.Run(variants, ofProgram);
}

var root = new RootCommand("Times this engine beside the loop that a user of TorchSharp would write.")
{
    HelpName = Environment.GetEnvironmentVariable("EXPERIMENTS_PROGRAM") is { Length: > 0 } called ? $"{called} bench"
        : "Experiments.Bench",
    Subcommands =
    {
        AllVerb.Create(CompareVerb.Create(), WholeVerb.Create(), ScheduleVerb.Create()),
        CompareVerb.Create(), CompareVerb.CreateKernels(), WholeVerb.Create(), ScheduleVerb.Create(), ScaleVerb.Create(),
        LoopVerb.Create(),
    },
};
// Options alone are those of a comparison, but for a quick run at everything.
string[] words = args is [] or ["--quick"] ? ["all", .. args]
    : args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version") ? ["compare", .. args] : args;
try
{
    var parsed = root.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
    UsageException.ThrowIfAny([.. parsed.Errors.Select(error => error.Message)]);
    return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (UsageException problem)
{
    return End(ExitCode.WrongUsage, problem.Mistakes);
}
catch (BadDataException problem)
{
    return End(ExitCode.BadData, problem.Message);
}
catch (OperationCanceledException)
{
    return End(ExitCode.Interrupted, "interrupted");
}
catch (Exception problem) when (problem is FailureException or System.Text.Json.JsonException or IOException)
{
    return End(ExitCode.Failed, problem.Message);
}

static int End(int code, params IReadOnlyList<string> lines)
{
    foreach (var line in lines)
    {
        Console.Error.WriteLine($"bench: {line}");
    }

    return code;
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Options;

/// <summary>The usual help, followed by examples.</summary>
internal sealed class ExamplesHelp(HelpAction usual, Terminal terminal) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string[]> Examples = new()
    {
        [""] = ["list", "show depth", "run depth --quick", "run depth", "run --all", "plot depth", "table depth | head", "verify depth",
            "report --out report.md", "doctor"],
        ["list"] = ["list", "list --json"],
        ["show"] = ["show depth", "show depth --settings", "show depth --quick", "show depth --set batch-size=20"],
        ["run"] =
        [
            "run depth --quick                             a first look, a minute or so",
            "run depth                                     the published settings; run it again after an interruption to go on",
            "run depth --seeds 0..9                        more seeds: trains only those that are missing",
            "run depth --epochs 5 --set batch-size=20      other settings: kept apart from the published ones",
            "run depth --variants \"1 hidden,3 hidden\"      just these variants",
            "run depth --dry-run                           what would be trained",
            "run --all --jobs 4",
            "run depth --on slurm --time 1:00:00           on a cluster: submits, waits, draws; run it again to attach",
        ],
        ["cells"] =
        [
            "cells depth --list > cells.tsv                the missing cells, one line each",
            "cells --run cells.tsv:1-10 --jobs 2           some of them, here",
        ],
        ["plot"] = ["plot depth", "plot depth --quick --format svg", "plot depth --dataset synthetic --plots /tmp/plots"],
        ["table"] = ["table depth", "table depth > depth.csv", "table depth --json"],
        ["verify"] = ["verify depth", "verify --all", "verify depth --markdown",
            "verify --all --json | jq '.[].claims[] | select(.verdict == \"refuted\")'"],
        ["report"] = ["report --out report.md", "report depth --quick", "report --format svg --plots report/plots --out report/report.md",
            "report --serve", "report --tensorboard tensorboard"],
        ["data"] = ["data fetch", "data verify", "data info --dataset synthetic"],
        ["data fetch"] = ["data fetch"],
        ["data verify"] = ["data verify", "data verify --dataset ~/datasets/FashionMNIST/raw"],
        ["data info"] = ["data info", "data info --dataset synthetic", "data info --dataset ~/datasets/EMNIST/raw/emnist-digits --json"],
        ["doctor"] = ["doctor", "doctor --json", "doctor --compare data/results data/published"],
    };

    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        if (Examples.TryGetValue(PathOf(command), out var examples))
        {
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {terminal.Program} {example}");
            }
        }

        if (command is RootCommand)
        {
            output.WriteLine();
            if (terminal.HasLauncher)
            {
                output.WriteLine($"Two more verbs: '{terminal.Program} test' runs all tests, "
                    + $"'{terminal.Program} bench' times training beside a natural TorchSharp loop, and PyTorch's if it is there.");
            }

            output.WriteLine(
                "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some cells failed, 4 verify found a refuted claim, "
                + "5 data missing or corrupt, 130 interrupted.");
        }

        return result;
    }

    // "data verify" has other examples than "verify".
    private static string PathOf(Command command) => command is RootCommand ? ""
        : $"{command.Parents.OfType<Command>().Select(PathOf).FirstOrDefault()} {command.Name}".TrimStart();
}

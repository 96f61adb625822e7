using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Experiments.CommandLine.Diagnostics;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.CommandLine.Progress;
using Experiments.CommandLine.Verbs;

namespace Experiments.CommandLine;

/// <summary>Parses the command line and calls the verb.</summary>
internal sealed class Parser(Func<Catalog> catalog, Terminal terminal, Interrupt interrupt)
{
    private static readonly Func<Func<ParseResult, CommandContext>, Command>[] Verbs =
    [
        ListVerb.Create, ShowVerb.Create, RunVerb.Create, PlotVerb.Create, TableVerb.Create, VerifyVerb.Create,
        ReportVerb.Create, CellsVerb.Create, DataVerb.Create, DoctorVerb.Create,
    ];

    /// <summary>Runs the verb that the arguments name.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">The arguments are wrong.</exception>
    public int Run(IReadOnlyList<string> arguments)
    {
        arguments = arguments.Count == 0 ? ["--help"] : arguments[0] == "help" ? [.. arguments.Skip(1), "--help"] : arguments;
        var parsed = Root(arguments).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is not (null or ParseErrorAction))
        {
            return parsed.Invoke(new()
            {
                EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = terminal.Out, Error = terminal.Error,
            });
        }

        // If only values are wrong, the verb reports them together with what it finds itself.
        return parsed.Errors.All(error => error.SymbolResult is OptionResult)
            && parsed.CommandResult.Command.Action is SynchronousCommandLineAction verb
            ? verb.Invoke(parsed)
            : throw new UsageException([.. Mistakes(parsed).Distinct()]);
    }

    private RootCommand Root(IReadOnlyList<string> arguments)
    {
        var global = new GlobalOptions(terminal);
        var root = new RootCommand("Experiments with neural networks on MNIST: train, plot, and check what textbooks claim.")
        {
            HelpName = terminal.Program,
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExamplesHelp((HelpAction)help.Action!, terminal);
        root.Options.OfType<VersionOption>().Single().Action = new PrintVersion();
        global.AddTo(root);
        foreach (var create in Verbs)
        {
            var command = create(parsed => new(terminal, catalog(), interrupt, arguments, global, parsed));
            root.Subcommands.Add(command);
            foreach (var names in command.Arguments)
            {
                names.HelpName = names.Name; // or the help would show all recipes in its place
                names.CompletionSources.Add(
                    _ => catalog().Recipes.Select(recipe => new System.CommandLine.Completions.CompletionItem(recipe.Name)));
            }
        }

        return root;
    }

    // One line per mistake, with what may have been meant.
    private IEnumerable<string> Mistakes(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var verbs = command.Subcommands.Select(verb => verb.Name).ToList();
        // What follows an unknown command or option belongs to it.
        var words = parsed.UnmatchedTokens.TakeWhile(word => !word.StartsWith('-')).ToList();
        var unknown = parsed.UnmatchedTokens.Where(word => word.StartsWith('-'))
            .Select(word => ValueOption.Unknown(word, command)).ToList();
        return verbs.Count > 0 && words.Count > 0 ? [$"There is no command '{words[0]}'. {NearestName.Hint(words[0], verbs)}"]
            : words.Count + unknown.Count > 0 ? words.Select(word => $"'{command.Name}' does not take '{word}'.").Concat(unknown)
            : verbs.Count > 0 ? [$"A command is missing. Known: {string.Join(", ", verbs)}. What they do: {Help(command)}"]
            : parsed.Errors.Select(error => error.Message);
    }

    private string Help(Command command) => terminal.Command(command is RootCommand ? ["--help"] : [command.Name, "--help"]);

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"experiments {Provenance.EngineVersion}");
            return ExitCode.Done;
        }
    }
}

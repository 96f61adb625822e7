using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Experiments.CommandLine.Diagnostics;
using Experiments.CommandLine.Output;
using Experiments.CommandLine.Progress;
using Experiments.CommandLine.Verbs;
using Experiments.Naming;
using Experiments.Training;

namespace Experiments.CommandLine.Options;

/// <summary>Takes the command line apart and calls the verb.</summary>
internal sealed class Parser(Func<Catalog> catalog, Terminal terminal, Interrupt interrupt)
{
    private static readonly Func<Func<ParseResult, CommandContext>, Command>[] Verbs =
        [ListVerb.Create, ShowVerb.Create, RunVerb.Create, PlotVerb.Create, TableVerb.Create, VerifyVerb.Create, ReportVerb.Create, DataVerb.Create, DoctorVerb.Create];

    private readonly GlobalOptions global = new();

    /// <summary>Does what the arguments say.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">They say nothing that can be done.</exception>
    public int Run(IReadOnlyList<string> arguments)
    {
        var root = Root(arguments);
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction || parsed is { Errors.Count: > 0, Action: null })
        {
            throw new UsageException([.. Mistakes(parsed).Distinct()]);
        }

        return parsed.Invoke(new()
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = terminal.Out,
            Error = terminal.Error,
        });
    }

    private RootCommand Root(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("Answers questions about training neural networks by running them.") { HelpName = terminal.Program };
        foreach (var option in global.All)
        {
            root.Options.Add(option);
        }

        foreach (var create in Verbs)
        {
            root.Subcommands.Add(create(Open));
        }

        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new ExamplesHelp((HelpAction)help.Action!, terminal);
        }

        foreach (var version in root.Options.OfType<VersionOption>())
        {
            version.Action = new PrintVersion();
        }

        return root;

        CommandContext Open(ParseResult parsed) => global.Read(parsed, terminal, catalog(), interrupt, arguments);
    }

    // One line per mistake, with what may have been meant.
    private static IEnumerable<string> Mistakes(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        // Behind a word that is no command, and behind an option that is none, stands what belongs to it.
        var words = parsed.UnmatchedTokens.TakeWhile(word => !word.StartsWith('-')).ToList();
        if (command.Subcommands.Count > 0 && words.Count > 0)
        {
            yield return $"There is no command '{words[0]}'. {NearestName.Hint(words[0], command.Subcommands.Select(one => one.Name))}";
            yield break;
        }

        foreach (var word in words)
        {
            yield return $"'{command.Name}' does not take '{word}'.";
        }

        foreach (var word in parsed.UnmatchedTokens.Where(word => word.StartsWith('-')))
        {
            yield return UnknownOptions.Describe(word, command);
        }

        if (parsed.UnmatchedTokens.Count == 0)
        {
            foreach (var error in parsed.Errors)
            {
                yield return command.Subcommands.Count > 0 && error.SymbolResult is CommandResult
                    ? $"A command is missing: {string.Join(", ", command.Subcommands.Select(one => one.Name))}; --help tells more."
                    : error.SymbolResult is OptionResult option ? OptionMistake(option)
                    : error.Message;
            }
        }
    }

    // The parser's own words for these are about arguments and symbols.
    private static string OptionMistake(OptionResult result) => result.IdentifierTokenCount > 1
        ? $"{result.Option.Name} takes one value, but is given {result.IdentifierTokenCount} times: leave one."
        : result.Tokens.Count > 0 ? $"{result.Option.Name} takes {result.Option.Arity.MinimumNumberOfValues} values ({result.Option.HelpName}), but got {string.Join(", ", result.Tokens.Select(token => $"'{token.Value}'"))}."
        : $"{result.Option.Name} takes a value ({result.Option.HelpName}), but nothing follows it.";

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"experiments {Provenance.EngineVersion}");
            return ExitCode.Done;
        }
    }
}

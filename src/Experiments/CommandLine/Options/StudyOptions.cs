using System.CommandLine;

namespace Experiments.CommandLine.Options;

/// <summary>The options that choose a study: of <c>run</c>, and of the verbs that show its results.</summary>
internal sealed class StudyOptions
{
    private readonly Argument<string[]> names = new("NAME")
    {
        Arity = ArgumentArity.ZeroOrMore, Description = "Name of a recipe, as 'list' shows it",
    };

    private readonly Option<string> seeds = ValueOption.Text(
        "--seeds", "5|0..4|0,3", "Number of seeds, a range, or a list", text => UsageException.MistakeOf(() => SeedList.Parse(text)));
    private readonly Option<int?> epochs = ValueOption.Count("--epochs", "Passes through the training images");
    private readonly Option<bool> quick = new("--quick") { Description = "Quick run: a minute at most, too small to decide anything" };
    private readonly Option<string[]> set = ValueOption.Texts(
        "--set", "KEY=VALUE", "Change a setting; may be repeated. 'show NAME --settings' lists them");
    private readonly Option<string[]> variants = ValueOption.Texts("--variants", "A,B", "Only these variants, by name or as in file names");
    private readonly Option<string> dataset = ValueOption.Text(
        "--dataset", "auto|mnist|synthetic|DIR", "Images (default: auto: MNIST, or drawn digits if MNIST is not available)");

    /// <summary>A verb that takes names of recipes, these options and some of its own.</summary>
    public static Command Verb(
        string name, string description, Func<ParseResult, StudyRequest, int> run, params IEnumerable<Option> own)
    {
        var (command, options) = (new Command(name, description), new StudyOptions());
        options.AddTo(command);
        foreach (var option in own)
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => run(parsed, options.Read(parsed)));
        return command;
    }

    /// <summary>The request that words after a verb make; null if they make none.</summary>
    public static StudyRequest? Read(IReadOnlyList<string> words)
    {
        StudyRequest? read = null;
        var parsed = Verb("study", "", (_, request) =>
        {
            read = request;
            return ExitCode.Done;
        }).Parse(words);
        _ = parsed.Errors.Count == 0 ? parsed.Invoke() : ExitCode.WrongUsage;
        return read;
    }

    private void AddTo(Command command)
    {
        // The parser takes an unknown option for a name.
        names.Validators.Add(result => result.Tokens.Select(token => token.Value).Where(word => word.StartsWith('-') && word.Length > 1)
            .ToList().ForEach(word => result.AddError(ValueOption.Unknown(word, command))));
        dataset.CompletionSources.Add([.. DataSets.Choices]);
        command.Arguments.Add(names);
        new List<Option> { quick, seeds, epochs, set, variants, dataset }.ForEach(command.Options.Add);
    }

    // KEY=VALUE may follow each other after one --set.
    private StudyRequest Read(ParseResult parsed)
    {
        var words = (parsed.GetValue(names) ?? []).ToLookup(word => word.Contains('='));
        return new(
            [.. words[false]],
            parsed.ValueOf(seeds),
            parsed.ValueOf(epochs),
            parsed.GetValue(quick),
            [.. parsed.ValueOf(set) ?? [], .. words[true]],
            [.. parsed.ValueOf(variants) ?? []],
            parsed.ValueOf(dataset));
    }
}

using System.CommandLine;

namespace Experiments.CommandLine.Options;

/// <summary>The options that say which study is meant: of <c>run</c>, and of the verbs that show what it left.</summary>
internal sealed class StudyOptions
{
    private readonly Argument<string[]> names = new("NAME") { Arity = ArgumentArity.ZeroOrMore, Description = "The recipe, as 'list' shows it" };
    private readonly Option<string> seeds = new("--seeds") { HelpName = "5|0..4|0,3", Description = "How many seeds, from which to which, or just these" };
    private readonly Option<string> epochs = new("--epochs") { HelpName = "N", Description = "Passes through the training images" };
    private readonly Option<bool> quick = new("--quick") { Description = "A quick look: a minute at most, and too small to decide anything" };
    private readonly Option<string[]> set = new("--set") { HelpName = "KEY=VALUE", Description = "Change a setting; as often as you like. 'show NAME' lists them" };
    private readonly Option<string[]> variants = new("--variants") { HelpName = "A,B", Description = "Just these variants, by name or as in file names" };
    private readonly Option<string> dataset = new("--dataset")
    {
        HelpName = "auto|mnist|synthetic|DIR", Description = "The images; auto is MNIST if it can be had, else digits that the program draws",
    };

    /// <summary>Gives a verb the names and these options.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(names);
        foreach (Option option in new Option[] { quick, seeds, epochs, set, variants, dataset })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was typed.</summary>
    /// <exception cref="UsageException">Something that looks like an option is none.</exception>
    public StudyRequest Read(ParseResult parsed)
    {
        var words = parsed.GetValue(names) ?? [];
        UnknownOptions.Reject(words, parsed.CommandResult.Command);
        return new(
            [.. words.Where(word => !word.Contains('='))],
            parsed.GetValue(seeds),
            parsed.GetValue(epochs),
            parsed.GetValue(quick),
            [.. parsed.GetValue(set) ?? [], .. words.Where(word => word.Contains('='))],
            [.. parsed.GetValue(variants) ?? []],
            parsed.GetValue(dataset));
    }
}

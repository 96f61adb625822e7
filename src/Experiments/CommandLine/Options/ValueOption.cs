using System.CommandLine;
using System.CommandLine.Parsing;

namespace Experiments.CommandLine.Options;

/// <summary>Makes options that take a value, checked while the command line is parsed, and says which options are unknown.</summary>
internal static class ValueOption
{
    /// <summary>An option that takes a text.</summary>
    /// <param name="name">Its name, such as <c>--seeds</c>.</param>
    /// <param name="value">What the help calls the value.</param>
    /// <param name="description">What it means.</param>
    /// <param name="mistake">What is wrong with a text; null if nothing.</param>
    public static Option<string> Text(string name, string value, string description, Func<string, string?>? mistake = null) =>
        Of<string>(name, value, description, mistake);

    /// <summary>An option that takes texts, and may be given several times.</summary>
    public static Option<string[]> Texts(string name, string value, string description) => Of<string[]>(name, value, description);

    /// <summary>An option that takes a whole number from 1.</summary>
    public static Option<int?> Count(string name, string description, int greatest = int.MaxValue)
    {
        var expected = greatest < int.MaxValue ? $" from 1 to {greatest:N0}" : ", at least 1";
        var option = Of<int?>(name, "N", description, text => Number(text) is null
            ? $"{name} takes a whole number{expected}, but got '{text}'." : null);
        option.CustomParser = result => Number(result.Tokens[0].Value);
        return option;

        int? Number(string text) => WholeNumber.Parse(text) is { } number && number >= 1 && number <= greatest ? number : null;
    }

    /// <summary>An option's value; null if it was not given or is wrong, which <see cref="ParseResult.Errors"/> says.</summary>
    public static T? ValueOf<T>(this ParseResult parsed, Option<T> option) =>
        parsed.Errors.Any(error => error.SymbolResult is OptionResult result && result.Option == option) ? default
            : parsed.GetValue(option);

    /// <summary>One line about an option that a verb lacks, with the option that may have been meant.</summary>
    public static string Unknown(string word, Command command)
    {
        var name = word.Split('=')[0];
        var known = Above(command).SelectMany(parent => parent.Options).Where(option => option.Recursive).Concat(command.Options)
            .Select(option => option.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        return known.Contains(name) ? $"The option '{word}' must come before --."
            : $"There is no option '{name}'{(command is RootCommand ? "" : $" of '{command.Name}'")}. {NearestName.Hint(name, known)}";
    }

    private static Option<T> Of<T>(string name, string value, string description, Func<string, string?>? mistake = null)
    {
        var option = new Option<T>(name) { HelpName = value, Description = description };
        option.Validators.Add(result =>
        {
            foreach (var text in result.Tokens.Select(token => token.Value))
            {
                // "--results --dry-run" would begin a run, and write its results to a folder named --dry-run.
                var problem = text.StartsWith("--", StringComparison.Ordinal)
                    ? $"{name} takes a value ({value}), but the option {text} follows it." : mistake?.Invoke(text);
                if (problem is not null)
                {
                    result.AddError(problem);
                }
            }
        });
        return option;
    }

    private static IEnumerable<Command> Above(Command command) =>
        command.Parents.OfType<Command>().SelectMany(parent => Above(parent).Prepend(parent));
}

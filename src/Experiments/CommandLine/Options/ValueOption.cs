using System.CommandLine;
using System.CommandLine.Parsing;

namespace Experiments.CommandLine.Options;

/// <summary>Makes options that take a value, checked while the command line is parsed.</summary>
internal static class ValueOption
{
    /// <summary>An option that takes a text.</summary>
    /// <param name="name">Its name, such as <c>--seeds</c>.</param>
    /// <param name="value">What the help calls the value.</param>
    /// <param name="description">What it means.</param>
    /// <param name="problem">What is wrong with a text; null if nothing.</param>
    public static Option<string> Text(string name, string value, string description, Func<string, string?>? problem = null)
    {
        var option = new Option<string>(name) { HelpName = value, Description = description };
        option.Validators.Add(result => Check(result, option, problem));
        return option;
    }

    /// <summary>An option that takes texts, and may be given several times.</summary>
    public static Option<string[]> Texts(string name, string value, string description)
    {
        var option = new Option<string[]>(name) { HelpName = value, Description = description };
        option.Validators.Add(result => Check(result, option, null));
        return option;
    }

    /// <summary>An option that takes a whole number from 1.</summary>
    public static Option<int?> Count(string name, string description, int greatest = int.MaxValue) => new(name)
    {
        HelpName = "N",
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (WholeNumber.Parse(text) is { } number && number >= 1 && number <= greatest)
            {
                return number;
            }

            result.AddError(
                $"{name} takes a whole number{(greatest < int.MaxValue ? $" from 1 to {greatest:N0}" : ", at least 1")}, "
                    + $"but got '{text}'.");
            return null;
        },
    };

    /// <summary>An option's value; null if it was not given or is wrong, which <see cref="ParseResult.Errors"/> says.</summary>
    public static T? ValueOf<T>(this ParseResult parsed, Option<T> option) =>
        parsed.Errors.Any(error => error.SymbolResult is OptionResult result && result.Option == option) ? default
            : parsed.GetValue(option);

    // "--results --dry-run" would begin a run, and write its results to a folder named --dry-run.
    private static void Check(OptionResult result, Option option, Func<string, string?>? problem)
    {
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            if (text.StartsWith("--", StringComparison.Ordinal))
            {
                result.AddError($"{option.Name} takes a value ({option.HelpName}), but the option {text} follows it.");
            }
            else if (problem?.Invoke(text) is { } mistake)
            {
                result.AddError(mistake);
            }
        }
    }
}

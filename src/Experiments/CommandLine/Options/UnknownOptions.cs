using System.CommandLine;

namespace Experiments.CommandLine.Options;

/// <summary>Words that look like options and are not.</summary>
internal static class UnknownOptions
{
    /// <summary>One line about an option that a verb lacks, with the option that may have been meant.</summary>
    public static string Describe(string word, Command command)
    {
        var name = word.Split('=')[0];
        var known = Above(command).SelectMany(parent => parent.Options).Where(option => option.Recursive).Concat(command.Options)
            .Select(option => option.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        return known.Contains(name) ? $"The option '{word}' must come before --."
            : $"There is no option '{name}'{(command is RootCommand ? "" : $" of '{command.Name}'")}. {NearestName.Hint(name, known)}";
    }

    private static IEnumerable<Command> Above(Command command) =>
        command.Parents.OfType<Command>().SelectMany(parent => Above(parent).Prepend(parent));
}

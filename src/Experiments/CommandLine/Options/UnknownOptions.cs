using System.CommandLine;
using Experiments.Naming;
using Experiments.Training;

namespace Experiments.CommandLine.Options;

/// <summary>Finds words that look like options and are none; the parser takes them for names.</summary>
internal static class UnknownOptions
{
    /// <exception cref="UsageException">There are some.</exception>
    public static void Reject(IEnumerable<string> words, Command command) =>
        UsageException.ThrowIfAny([.. words.Where(word => word.StartsWith('-') && word.Length > 1).Select(word => Describe(word, command))]);

    /// <summary>One line about an option that a verb lacks.</summary>
    public static string Describe(string word, Command command)
    {
        if (All(command).Any(option => option.Name == word.Split('=')[0]))
        {
            return $"The option '{word}' stands behind --, where only names are read: put it before.";
        }

        var verb = command is RootCommand ? "" : $" of '{command.Name}'";
        return $"There is no option '{word.Split('=')[0]}'{verb}. {NearestName.Hint(word.Split('=')[0], Known(command))}";
    }

    /// <summary>A verb's options, and those that all verbs have.</summary>
    public static IEnumerable<Option> All(Command command) =>
        command.Options.Concat(Above(command).SelectMany(parent => parent.Options).Where(option => option.Recursive));

    private static IEnumerable<string> Known(Command command) => All(command)
        .Where(option => !option.Hidden)
        .Select(option => option.Name)
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static IEnumerable<Command> Above(Command command) =>
        command.Parents.OfType<Command>().SelectMany(parent => Above(parent).Prepend(parent));
}

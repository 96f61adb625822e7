namespace Experiments.Data;

/// <summary>Data is missing or wrong. The message is one line: which file, what is wrong and where, and what to do about it.</summary>
/// <remarks>The command line prints the message alone, without a stack trace, and leaves with exit code 5.</remarks>
/// <param name="message">One line for the user.</param>
public sealed class BadDataException(string message) : Exception(message)
{
    internal const string GoodCopy = "replace it with a good copy (`./experiments data fetch` has MNIST's)";

    internal BadDataException(string path, string problem, string advice = GoodCopy) : this($"{path}: {problem}; {advice}") =>
        Problem = problem;

    /// <summary>What is wrong, without the file's name and the advice.</summary>
    internal string Problem { get; } = message;

    internal static string OneLine(Exception e) => e.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}

namespace Experiments.CommandLine.Options;

/// <summary>The command line is wrong. Nothing was started.</summary>
/// <param name="mistakes">Everything that is wrong, one line each.</param>
internal sealed class UsageException(params IReadOnlyList<string> mistakes) : Exception(string.Join('\n', mistakes))
{
    /// <summary>Everything that is wrong, one line each.</summary>
    public IReadOnlyList<string> Mistakes => mistakes;

    /// <summary>Throws if anything is wrong.</summary>
    public static void ThrowIfAny(IReadOnlyList<string> mistakes)
    {
        if (mistakes.Count > 0)
        {
            throw new UsageException([.. mistakes.Distinct()]);
        }
    }

    /// <summary>What is wrong with what an action is given; null if nothing.</summary>
    public static string? MistakeOf(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (ArgumentException problem)
        {
            return problem.Message.Split(" (Parameter")[0];
        }
    }
}

/// <summary>A command cannot be carried out, for a reason that one line explains.</summary>
/// <param name="message">The line: what is wrong and what to do.</param>
internal sealed class FailureException(string message) : Exception(message);

namespace Experiments.Results;

/// <summary>Stored results that cannot be trusted or read. The message is one line: what is wrong, where, what to do.</summary>
/// <param name="message">The line.</param>
public sealed class BadResultException(string message) : Exception(message)
{
    /// <summary>Reads something; hands over what is wrong with it, if anything is, and returns null.</summary>
    internal static T? Try<T>(Func<T> read, Action<BadResultException> skipped)
        where T : class
    {
        try
        {
            return read();
        }
        catch (BadResultException problem)
        {
            skipped(problem);
            return null;
        }
    }
}

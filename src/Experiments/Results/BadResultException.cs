namespace Experiments.Results;

/// <summary>Stored results that cannot be trusted or read. The message is one line: what is wrong, where, what to do.</summary>
/// <param name="message">The line.</param>
public sealed class BadResultException(string message) : Exception(message);

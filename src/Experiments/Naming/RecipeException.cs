namespace Experiments.Naming;

/// <summary>
/// A recipe's chart or claim asks for something that does not exist, such as a misspelt metric; the message names the nearest that does.
/// </summary>
public sealed class RecipeException(string message) : Exception(message);

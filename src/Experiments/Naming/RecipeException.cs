namespace Experiments.Naming;

/// <summary>
/// A recipe's chart or claim asks for something that does not exist, such as a misspelt metric; the message names the nearest that does.
/// </summary>
public sealed class RecipeException(string message) : Exception(message)
{
    /// <summary>What a recipe's chart or claim threw, in words: with the exception's type, unless it is this.</summary>
    internal static string Words(Exception problem)
    {
        var cause = problem.GetBaseException();
        return cause is RecipeException or IOException ? cause.Message : $"{cause.GetType().Name}: {cause.Message}";
    }
}

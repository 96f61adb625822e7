using Experiments.CommandLine.Options;

namespace Experiments.CommandLine.Verbs;

/// <summary>All recipes that have results, with the verdicts on their claims.</summary>
internal static class AllVerified
{
    /// <summary>The recipes named, or all; those without results are passed over, and that is said.</summary>
    /// <exception cref="UsageException">The wish is not one for a recipe.</exception>
    /// <exception cref="FailureException">None of them has results.</exception>
    public static IReadOnlyList<Verified> Of(Session session, Wish wish)
    {
        var mistakes = new List<string>();
        var recipes = wish.Names.Count > 0 ? session.Catalog.FindAll(wish.Names, mistakes) : session.Catalog.Recipes;
        UsageException.ThrowIfAny(mistakes);
        var (found, without) = (new List<Verified>(), new List<FailureException>());
        foreach (var recipe in recipes)
        {
            try
            {
                found.Add(Verified.Of(recipe, StoredResults.Read(session, recipe, wish), wish));
            }
            catch (FailureException none)
            {
                without.Add(none);
                session.Say(none.Message);
            }
        }

        return found.Count > 0 ? found
            : throw new FailureException($"There are no results in {session.Terminal.Shorten(session.ResultsFolder)} to look at. To make them: {session.Terminal.Program} run --all");
    }
}

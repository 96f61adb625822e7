using System.Reflection;
using Experiments.Naming;
using Experiments.Training;

namespace Experiments.CommandLine.Options;

/// <summary>The recipes of a program.</summary>
/// <param name="recipes">The recipes, in any order.</param>
internal sealed class Catalog(IEnumerable<Recipe> recipes)
{
    /// <summary>All recipes by name.</summary>
    public IReadOnlyList<Recipe> Recipes { get; } = [.. recipes.OrderBy(recipe => recipe.Name, StringComparer.Ordinal)];

    private IEnumerable<string> Names => Recipes.Select(recipe => recipe.Name);

    /// <summary>The public recipes of an assembly that can be made without arguments.</summary>
    public static Catalog Of(Assembly assembly) => new(assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(Recipe)) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null)
        .Select(type => (Recipe)Activator.CreateInstance(type)!));

    /// <summary>The recipe that is meant; a mistake is noted if there is none.</summary>
    public Recipe? Find(string name, List<string> mistakes)
    {
        var found = Recipes.FirstOrDefault(recipe => string.Equals(recipe.Name, name, StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            mistakes.Add(Recipes.Count > 0
                ? $"There is no recipe '{name}'. {NearestName.Hint(name, Names)}"
                : $"There is no recipe '{name}': this program has none.");
        }

        return found;
    }

    /// <summary>The recipes that are meant, in the order given.</summary>
    public IReadOnlyList<Recipe> FindAll(IReadOnlyList<string> names, List<string> mistakes) =>
        [.. names.Select(name => Find(name, mistakes)).OfType<Recipe>().Distinct()];

    /// <summary>The only recipe named.</summary>
    /// <exception cref="UsageException">There is not exactly one name, or no such recipe.</exception>
    public Recipe Only(IReadOnlyList<string> names, string verb)
    {
        var mistakes = new List<string>();
        if (names.Count != 1)
        {
            mistakes.Add($"'{verb}' takes one recipe, but got {(names.Count == 0 ? "none" : string.Join(", ", names))}. Known: {string.Join(", ", Names)}.");
        }

        var recipe = names.Count == 1 ? Find(names[0], mistakes) : null;
        UsageException.ThrowIfAny(mistakes);
        return recipe!;
    }
}

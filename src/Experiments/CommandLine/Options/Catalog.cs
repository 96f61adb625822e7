namespace Experiments.CommandLine.Options;

/// <summary>The recipes of a program.</summary>
internal sealed class Catalog
{
    /// <param name="recipes">The recipes, in any order.</param>
    /// <exception cref="FailureException">Two recipes have the same name.</exception>
    public Catalog(IEnumerable<Recipe> recipes)
    {
        Recipes = [.. recipes.OrderBy(recipe => recipe.Name, StringComparer.Ordinal)];
        if (Recipes.GroupBy(recipe => recipe.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } same)
        {
            throw new FailureException(
                $"Several recipes are named '{same.Key}': {string.Join(" and ", same.Select(recipe => recipe.GetType().FullName))}. "
                    + "Rename one of the classes.");
        }
    }

    /// <summary>All recipes by name.</summary>
    public IReadOnlyList<Recipe> Recipes { get; }

    /// <summary>"Known:" and all names.</summary>
    public string Known => $"Known: {string.Join(", ", Recipes.Select(recipe => recipe.Name))}.";

    /// <summary>The public recipes of an assembly that can be made without arguments.</summary>
    public static Catalog Of(Assembly assembly) => new(assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(Recipe)) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null)
        .Select(type => (Recipe)Activator.CreateInstance(type)!));

    /// <summary>The recipes with these names, in the order given; a name that is unknown adds a mistake.</summary>
    public IReadOnlyList<Recipe> FindAll(IReadOnlyList<string> names, List<string> mistakes)
    {
        var found = names.ToLookup(name => Recipes.FirstOrDefault(recipe => Same(recipe.Name, name)));
        mistakes.AddRange(found[null].Select(name => Recipes.Count > 0
            ? $"There is no recipe '{name}'. {NearestName.Hint(name, Recipes.Select(recipe => recipe.Name))}"
            : $"There is no recipe '{name}': this program has none."));
        return [.. found.Select(recipe => recipe.Key).OfType<Recipe>()];

        static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The only recipe named.</summary>
    /// <exception cref="UsageException">There is not exactly one name, or no such recipe, or the context has mistakes already.</exception>
    public static Recipe Only(CommandContext context, IReadOnlyList<string> names, string verb)
    {
        var found = context.Catalog.FindAll(names, context.Mistakes);
        if (names.Count != 1)
        {
            context.Mistakes.Add(
                $"'{verb}' takes one recipe, but got {(names.Count == 0 ? "none" : string.Join(", ", names))}. {context.Catalog.Known}");
        }

        context.Checked();
        return found[0];
    }

    /// <summary>The recipes named, or all with <c>--all</c>; one of the two must be given.</summary>
    public static IReadOnlyList<Recipe> NamedOrAll(CommandContext context, IReadOnlyList<string> names, bool all, string verb)
    {
        if (all == names.Count > 0)
        {
            context.Mistakes.Add(
                all ? "Give either --all or names of recipes, not both."
                    : $"'{verb}' takes one recipe or more, or --all. {context.Catalog.Known}");
        }

        return all ? context.Catalog.Recipes : context.Catalog.FindAll(names, context.Mistakes);
    }
}

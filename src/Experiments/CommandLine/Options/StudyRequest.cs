using Experiments.Data;
using Experiments.Naming;
using Experiments.Results;
using Experiments.Running;
using Experiments.Training;

namespace Experiments.CommandLine.Options;

/// <summary>The study that the user asks for, as typed.</summary>
internal sealed record StudyRequest(
    IReadOnlyList<string> Names,
    string? Seeds,
    string? Epochs,
    bool Quick,
    IReadOnlyList<string> Overrides,
    IReadOnlyList<string> Variants,
    string? DataSet)
{
    /// <summary>The study of one recipe; everything that is wrong with it is noted, and the study is null then.</summary>
    public Study? Of(Recipe recipe, List<string> mistakes)
    {
        var own = new List<string>();
        var seeds = ReadSeeds(recipe, own);
        var settings = ReadSettings(recipe, own);
        own.AddRange(settings.Mistakes().Concat(SplitMistakes(settings)).Select(mistake => $"{mistake.TrimEnd('.')}."));
        var variants = own.Count == 0 ? VariantsOf(recipe, settings, own) : [];
        mistakes.AddRange(own);
        return own.Count == 0 ? new(recipe.Name, variants, seeds) { RecipeType = recipe.GetType() } : null;
    }

    /// <summary>The same request for one recipe and perhaps for one of its variants, as it is typed after the verb.</summary>
    public IReadOnlyList<string> Words(string recipe, string? variant = null) =>
    [
        recipe,
        .. Quick ? ["--quick"] : (string[])[],
        .. Seeds is null ? [] : (string[])["--seeds", Seeds],
        .. Epochs is null ? [] : (string[])["--epochs", Epochs],
        .. Overrides.SelectMany(text => new[] { "--set", text }),
        .. variant is not null ? ["--variants", ResultKey.Slug(variant)] : Variants.SelectMany(text => new[] { "--variants", text }),
        .. DataSet is null ? [] : (string[])["--dataset", DataSet],
    ];

    private IReadOnlyList<int> ReadSeeds(Recipe recipe, List<string> mistakes)
    {
        try
        {
            return Seeds is null ? [.. Enumerable.Range(0, Quick ? recipe.QuickSeeds : recipe.Seeds)] : SeedList.Parse(Seeds);
        }
        catch (ArgumentException problem)
        {
            mistakes.Add(problem.Message);
            return [];
        }
    }

    /// <summary>The settings that a recipe's variants start from; only for a request without mistakes.</summary>
    public Settings SettingsOf(Recipe recipe) => ReadSettings(recipe, []);

    private Settings ReadSettings(Recipe recipe, List<string> mistakes)
    {
        var settings = Quick ? recipe.QuickLook : recipe.Defaults;
        var typed = new Dictionary<string, string>();
        if (Epochs is not null)
        {
            settings = WholeNumber.Parse(Epochs) is { } epochs
                ? settings with { Epochs = epochs }
                : Note(settings, $"--epochs takes a whole number, at least 1, but got '{Epochs}'{(WholeNumber.IsOne(Epochs) ? ", which is too large" : "")}.");
            typed["epochs"] = Epochs;
        }

        if (Quick)
        {
            typed["quick"] = "true";
        }

        // An optimizer's own numbers can be set only once it is chosen, in whatever order they were typed.
        return Overrides.OrderByDescending(text => SettingNames.IsChoice(text.Split('=')[0].Trim())).Aggregate(settings, Override);

        Settings Override(Settings so, string text)
        {
            var (name, value) = text.IndexOf('=') is var sign and > 0 ? (text[..sign].Trim(), text[(sign + 1)..].Trim()) : ("", "");
            if (SettingNames.FullName(so, name) is { } setting && !typed.TryAdd(setting, value) && !string.Equals(typed[setting], value, StringComparison.OrdinalIgnoreCase))
            {
                return Note(so, $"The setting '{setting}' is given twice, as '{typed[setting]}' and as '{value}': leave one of them out.");
            }

            try
            {
                return name.Length > 0 ? SettingNames.With(so, name, value) : Note(so, $"--set takes KEY=VALUE, such as epochs=3, but got '{text}'.");
            }
            catch (ArgumentException problem)
            {
                return Note(so, problem.Message);
            }
        }

        Settings Note(Settings so, string mistake)
        {
            mistakes.Add(mistake);
            return so;
        }
    }

    private List<Variant> VariantsOf(Recipe recipe, Settings settings, List<string> mistakes)
    {
        try
        {
            var all = recipe.Variants(settings).ToList();
            var twice = all.GroupBy(variant => variant.Name).Where(same => same.Count() > 1);
            mistakes.AddRange(twice.Select(same => $"{recipe.Name} has several variants named '{same.Key}'."));
            return Variants.Count == 0 ? all : Chosen(recipe.Name, all, mistakes);
        }
        catch (ArgumentException problem)
        {
            mistakes.Add($"{recipe.Name} cannot be made of these settings: {problem.Message.Split(" (Parameter")[0]}");
            return [];
        }
    }

    // Settings know nothing of data, and no images are needed to see that a split is none.
    private static IEnumerable<string> SplitMistakes(Settings settings)
    {
        try
        {
            Split.Parse(settings.Split);
            return [];
        }
        catch (ArgumentException problem)
        {
            return [problem.Message.Split(" (Parameter")[0]];
        }
    }

    private List<Variant> Chosen(string recipe, List<Variant> all, List<string> mistakes)
    {
        var found = new HashSet<Variant>();
        mistakes.AddRange(Variants.Where(text => text.Trim(',', ' ').Length == 0).Select(text =>
            $"--variants takes names, such as '{ResultKey.Slug(all[0].Name)}', but got '{text}'."));
        foreach (var text in Variants.SelectMany(text => Parts(text, all)))
        {
            if (Find(text, all) is { } variant)
            {
                found.Add(variant);
            }
            else
            {
                mistakes.Add($"{recipe} has no variant '{text}'. {NearestName.Hint(text, all.Select(variant => variant.Name))}");
            }
        }

        return [.. all.Where(found.Contains)];
    }

    // A variant's name may have commas in it, so as many parts are taken together as make a name.
    private static IEnumerable<string> Parts(string text, List<Variant> all)
    {
        var parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries);
        for (var start = 0; start < parts.Length;)
        {
            var length = Enumerable.Range(1, parts.Length - start).Reverse().FirstOrDefault(count => Find(Join(count), all) is not null, 1);
            yield return Join(length).Trim();
            start += length;

            string Join(int count) => string.Join(',', parts[start..(start + count)]);
        }
    }

    private static Variant? Find(string text, List<Variant> all) =>
        all.Find(variant => string.Equals(variant.Name, text.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? all.Find(variant => string.Equals(ResultKey.Slug(variant.Name), text.Trim(), StringComparison.OrdinalIgnoreCase));
}

namespace Experiments.CommandLine.Options;

/// <summary>The study that the user asks for, as typed.</summary>
internal sealed record StudyRequest(
    IReadOnlyList<string> Names,
    string? Seeds,
    int? Epochs,
    bool Quick,
    IReadOnlyList<string> Overrides,
    IReadOnlyList<string> Variants,
    string? DataSet)
{
    /// <summary>The study of one recipe; null, with mistakes added, if something is wrong with it.</summary>
    public Study? Of(Recipe recipe, List<string> mistakes)
    {
        var own = new List<string>();
        var settings = SettingsOf(recipe, own);
        var split = UsageException.MistakeOf(() => Split.Parse(settings.Split)); // no images are needed to see that a split is none
        own.AddRange(settings.Mistakes().Append(split).OfType<string>().Select(mistake => $"{mistake.TrimEnd('.')}."));
        var variants = own.Count == 0 ? VariantsOf(recipe, settings, own) : [];
        var changes = own.Count == 0 ? Changes(recipe, settings, variants).ToList() : [];
        var notes = new List<string>();
        foreach (var (_, text, unchanged) in changes)
        {
            if (unchanged.Count == variants.Count)
            {
                (Names.Count == 1 ? own : notes).Add(
                    $"{text} changes nothing in {recipe.Name}: its variants set it themselves, or have no use for it.");
            }
            else if (unchanged.Count > 0)
            {
                notes.Add($"{text} does not change {Shortened(unchanged)} of {recipe.Name}");
            }
        }

        mistakes.AddRange(own);
        IReadOnlyList<int> seeds = Seeds is null ? [.. Enumerable.Range(0, Quick ? recipe.QuickSeeds : recipe.Seeds)]
            : SeedList.Parse(Seeds);
        var study = new Study(recipe.Name, variants, seeds)
        {
            Settings = settings,
            Changed = [.. changes.Select(change => change.Setting)],
            Notes = notes,
        };
        if (DataSet is not (null or "auto") && !study.NeedsImages)
        {
            notes.Add($"--dataset {DataSet} changes nothing in {recipe.Name}: it computes without images");
        }

        return own.Count > 0 ? null : study;
    }

    /// <summary>The same request for one recipe and perhaps for one of its variants, as it is typed after the verb.</summary>
    public IReadOnlyList<string> Words(string recipe, string? variant = null) =>
    [
        recipe,
        .. Quick ? ["--quick"] : (string[])[],
        .. Seeds is null ? [] : (string[])["--seeds", Seeds],
        .. Epochs is null ? [] : (string[])["--epochs", $"{Epochs}"],
        .. Overrides.SelectMany(text => new[] { "--set", text }),
        .. variant is not null ? ["--variants", ResultKey.Slug(variant)] : Variants.SelectMany(text => new[] { "--variants", text }),
        .. DataSet is null ? [] : (string[])["--dataset", DataSet],
    ];

    /// <summary>The settings that a recipe's variants start from.</summary>
    public Settings SettingsOf(Recipe recipe, List<string>? mistakes = null)
    {
        var settings = Quick ? recipe.QuickSettings : recipe.Defaults;
        var given = new Dictionary<string, string>();
        if (Quick)
        {
            given["quick"] = "true";
        }

        if (Epochs is { } epochs)
        {
            settings = settings with { Epochs = epochs };
            given["epochs"] = $"{epochs}";
        }

        // An optimizer's own numbers can be set only once it is chosen, in whatever order they were typed.
        foreach (var text in Overrides.OrderByDescending(text => SettingNames.IsChoice(settings, text.Split('=')[0].Trim())))
        {
            var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts is not [{ Length: > 0 } name, var value])
            {
                mistakes?.Add($"--set takes KEY=VALUE, such as epochs=3, but got '{text}'.");
            }
            else if (SettingNames.FullName(settings, name) is { } setting && !given.TryAdd(setting, value) && !Same(given[setting], value))
            {
                mistakes?.Add($"The setting '{setting}' is given twice, as '{given[setting]}' and as '{value}': leave one of them out.");
            }
            else if (UsageException.MistakeOf(() => settings = SettingNames.With(settings, name, value)) is { } mistake)
            {
                mistakes?.Add(mistake);
            }
        }

        return settings;
    }

    // The settings that the user changed, each with the chosen variants that are the same without the change.
    private IEnumerable<(string Setting, string Text, IReadOnlyList<string> Unchanged)> Changes(
        Recipe recipe, Settings settings, IReadOnlyList<Variant> variants)
    {
        var typed = Overrides.Select(text => text.Trim()).Concat(Epochs is null ? [] : [$"epochs={Epochs}"])
            .Select(text => (Name: SettingNames.FullName(settings, text.Split('=')[0].Trim())!, Text: text));
        foreach (var same in typed.GroupBy(change => change.Name))
        {
            var others = this with
            {
                Epochs = same.Key == "epochs" ? null : Epochs,
                Overrides = [.. Overrides.Where(text => !same.Any(change => change.Text == text.Trim()))],
            };
            var without = others.SettingsOf(recipe);
            if (without != settings)
            {
                List<Variant> made = [];
                _ = UsageException.MistakeOf(() => made = [.. recipe.Variants(without)]);
                yield return (same.Key, same.Last().Text,
                    [.. from variant in variants where made.Any(other => Plan.AreSame(variant, other)) select variant.Name]);
            }
        }
    }

    private static string Shortened(IReadOnlyList<string> names)
    {
        const int Shown = 4;
        return string.Join("; ", names.Count <= Shown + 1 ? names : names.Take(Shown).Append($"and {names.Count - Shown} others"));
    }

    private List<Variant> VariantsOf(Recipe recipe, Settings settings, List<string> mistakes)
    {
        List<Variant> all = [];
        if (UsageException.MistakeOf(() => all = [.. recipe.Variants(settings)]) is { } mistake)
        {
            mistakes.Add($"{recipe.Name} cannot be made of these settings: {mistake}");
            return [];
        }

        var twice = all.GroupBy(variant => variant.Name).Where(same => same.Count() > 1);
        mistakes.AddRange(twice.Select(same => $"{recipe.Name} has several variants named '{same.Key}'."));
        return Variants.Count == 0 ? all : Chosen(recipe.Name, all, mistakes);
    }

    private List<Variant> Chosen(string recipe, List<Variant> all, List<string> mistakes)
    {
        mistakes.AddRange(Variants.Where(text => text.Trim(',', ' ').Length == 0).Select(text =>
            $"--variants takes names, such as '{ResultKey.Slug(all[0].Name)}', but got '{text}'."));
        var found = Variants.SelectMany(text => Parts(text, all)).ToLookup(text => Find(text, all));
        List<string> names = [.. all.Select(variant => variant.Name)];
        mistakes.AddRange(found[null].Select(text =>
            $"{recipe} has no variant '{text}'. {NearestName.Hint(text, names, names.Select(ResultKey.Slug))}"));
        return all.FindAll(found.Contains);
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
        all.Find(variant => Same(variant.Name, text.Trim())) ?? all.Find(variant => Same(ResultKey.Slug(variant.Name), text.Trim()));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}

using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>show</c>: describes one recipe. Trains nothing.</summary>
internal static class ShowVerb
{
    private static readonly string[] AlwaysShown = ["epochs", "batch-size", "loss", "optimizer", "optimizer.learning-rate"];

    public static Command Create(Func<ParseResult, CommandContext> open)
    {
        var all = new Option<bool>("--settings") { Description = "Show all settings and what they take (as --verbose)" };
        return StudyOptions.Verb(
            "show", "Show one recipe: question, variants, claims with verdicts from stored results, charts, settings.",
            (parsed, request) => Run(open(parsed), request, parsed.GetValue(all)), all);
    }

    private static int Run(CommandContext context, StudyRequest request, bool allSettings)
    {
        var recipe = Catalog.Only(context, request.Names, "show");
        var study = request.Of(recipe, context.Mistakes)!;
        context.Checked();
        study.Notes.ToList().ForEach(context.Info);
        var stored = StoredStudy.All(
                recipe, study, context.RecordsOf(recipe).Where(new DataChoice(context, request.DataSet).Fits()), context.Store,
                allSeeds: request.Seeds is null)
            .Where(found => found.Cells > 0).ToList();
        var results = stored.Count > 0 ? stored[0].Read()
            : ResultTable.Read(
                context.Store, recipe.Name, [], variants: recipe.FactorsOf([]), baseline: recipe.Baseline(recipe.Defaults));
        var claims = stored.Count > 0 ? stored[0].Test(context, results, request).Claims
            : ClaimReport.Of(recipe, results, results, null).Claims;
        var charts = recipe.Charts(results).Select(chart => chart.Title).ToList();
        var settings = SettingNames.List(request.SettingsOf(recipe));
        if (context.Json)
        {
            JsonOutput.Write(context.Out, new
            {
                recipe.Name,
                recipe.Question,
                Source = $"{recipe.Source}",
                Settings = settings.Where(setting => setting.OnlyWith is null)
                    .ToDictionary(setting => setting.Name, setting => setting.Value),
                Keys = settings,
                Variants = study.Variants.Select(variant => new
                {
                    variant.Name,
                    Network = variant.Workload.Description,
                    Settings = SettingNames.Describe(variant.Settings),
                }),
                Charts = charts,
                Claims = claims.Select(result => new
                {
                    result.Claim.Sentence,
                    Source = $"{result.Claim.Source}",
                    Expected = result.Claim.Expected.Describe(result.Claim.Values.Unit),
                    Verdict = result.Verdict.InWords(),
                    result.Reason,
                }),
                study.Seeds,
                Stored = stored.Select(found => new { found.DataSet, found.Cells }),
            });
            return ExitCode.Done;
        }

        context.Out.WriteLine($"{recipe.Name}: {recipe.Question}");
        context.Out.WriteLine($"Source: {recipe.Source}");
        Section(context, ["Variants", ""], study.Variants.Select(variant => new[] { variant.Name, Describe(variant, settings) }));
        Section(context, stored.Count > 0 ? ["Claims", "", "expected"] : ["Claims", "expected"], claims.Select(result =>
        {
            string[] claim = [result.Claim.Sentence, result.Claim.Expected.Describe(result.Claim.Values.Unit)];
            return stored.Count > 0 ? [result.Verdict.InWords(), .. claim] : claim;
        }));
        Section(context, ["Charts"], charts.Select(title => new[] { title }));
        if (allSettings || context.Verbose)
        {
            Section(context, ["Settings", "", "meaning"], settings.Select(SettingCells));
        }
        else
        {
            Section(context, ["Settings", "", "(all, and what they take: --settings)"], ShortSettings(settings, study));
        }

        Section(context, ["Seeds"], [[NumberText.Seeds(study.Seeds)]]);
        var cells = stored.Select(found => new[] { $"{NumberText.Count(found.Cells, "cell")} on {found.DataSet}" });
        Section(context, ["Stored"], cells.DefaultIfEmpty(["none with these settings"]));
        var (verb, to) = stored.Count > 0 ? ("verify", "see how the verdicts come about") : ("run", "train");
        context.Out.WriteLine();
        context.Out.WriteLine($"To {to}: {context.Command(verb, request.Words(recipe.Name))}");
        return ExitCode.Done;
    }

    // What a reader asks for first, and what is not as usual; where nothing is trained, the recipe's own settings alone.
    private static IEnumerable<string[]> ShortSettings(IReadOnlyList<Setting> settings, Study study)
    {
        var usual = SettingNames.Describe(new Settings());
        return from setting in settings
               where setting.OnlyWith is null
               where usual.GetValueOrDefault(setting.Name) != setting.Value || (study.NeedsImages && AlwaysShown.Contains(setting.Name))
               select new[] { setting.Name, $"= {setting.Value}", setting.Meaning };
    }

    private static void Section(CommandContext context, string[] headers, IEnumerable<string[]> rows)
    {
        var table = new TextTable(headers) { IsText = true, Width = context.Width };
        foreach (var cells in rows)
        {
            table.Add(["  " + cells[0], .. cells.Skip(1)]);
        }

        if (table.Count > 0)
        {
            context.Out.WriteLine();
            table.Write(context.Out, context.Color);
        }
    }

    private static string[] SettingCells(Setting setting)
    {
        var takes = setting.OnlyWith is null ? setting.Takes : $"{setting.Takes}; only with {setting.OnlyWith}";
        return
        [
            setting.Name,
            setting.OnlyWith is null ? $"= {setting.Value}" : $"({setting.Value})",
            setting.Meaning.Length == 0 ? takes : $"{setting.Meaning} ({takes})",
        ];
    }

    /// <summary>The model, and the settings in which the variant differs from the recipe.</summary>
    internal static string Describe(Variant variant, IReadOnlyList<Setting> settings)
    {
        var own =
            from setting in SettingNames.Describe(variant.Settings)
            where !settings.Any(line => line.Name == setting.Key && line.OnlyWith is null && line.Value == setting.Value)
            select $"{setting.Key} = {setting.Value}";
        return string.Join(", ", own.Prepend(variant.Workload.Description));
    }
}

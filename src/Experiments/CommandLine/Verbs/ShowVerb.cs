using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>show</c>: describes one recipe. Trains nothing.</summary>
internal static class ShowVerb
{
    public static Command Create(Func<ParseResult, CommandContext> open) => StudyOptions.Verb(
        "show", "Show one recipe: question, source, settings, variants, charts, claims, stored results.",
        (parsed, request) => Run(open(parsed), request));

    private static int Run(CommandContext context, StudyRequest request)
    {
        var recipe = Catalog.Only(context, request.Names, "show");
        var study = request.Of(recipe, context.Mistakes)!;
        context.Checked();
        var settings = SettingNames.List(request.SettingsOf(recipe));
        var nothing = ResultTable.Read(
            context.Store, recipe.Name, [], variants: recipe.FactorsOf([]), baseline: recipe.Baseline(recipe.Defaults));
        var charts = recipe.Charts(nothing).Select(chart => chart.Title);
        var claims = recipe.Claims(nothing).Select(claim => (claim.Sentence, Source: $"{claim.Source}",
            Expected: claim.Expected.Describe(claim.Values.Unit)));
        var stored = StoredStudy.All(recipe, study, context.RecordsOf(recipe), context.Store, allSeeds: true)
            .Where(found => found.Cells > 0).Select(found => (found.DataSet, found.Cells)).ToList();
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
                Claims = claims.Select(claim => new { claim.Sentence, claim.Source, claim.Expected, Verdict = "not tested" }),
                study.Seeds,
                Stored = stored.Select(found => new { found.DataSet, found.Cells }),
            });
            return ExitCode.Done;
        }

        context.Out.WriteLine($"{recipe.Name}: {recipe.Question}");
        context.Out.WriteLine($"Source: {recipe.Source}");
        Section(context, ["Settings", "default", "meaning"], settings.Select(SettingCells));
        Section(context, ["Variants", ""], study.Variants.Select(variant => new[] { variant.Name, Describe(variant, settings) }));
        Section(context, ["Charts"], charts.Select(title => new[] { title }));
        Section(context, ["Claims", "expected"], claims.Select(claim => new[] { claim.Sentence, claim.Expected }));
        Section(context, ["Seeds"], [[NumberText.Seeds(study.Seeds)]]);
        var cells = stored.Select(found => new[] { $"{NumberText.Count(found.Cells, "cell")} on {found.DataSet}" });
        Section(context, ["Stored"], cells.DefaultIfEmpty(["none with these settings"]));
        var (verb, to) = stored.Count > 0 ? ("verify", "test the claims") : ("run", "train");
        context.Out.WriteLine();
        context.Out.WriteLine($"Set a setting with --set KEY=VALUE. To {to}: {context.Command(verb, recipe.Name)}");
        return ExitCode.Done;
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

    // The model, and the settings in which the variant differs from the recipe.
    private static string Describe(Variant variant, IReadOnlyList<Setting> settings)
    {
        var own =
            from setting in SettingNames.Describe(variant.Settings)
            where !settings.Any(line => line.Name == setting.Key && line.OnlyWith is null && line.Value == setting.Value)
            select $"{setting.Key} = {setting.Value}";
        return string.Join(", ", own.Prepend(variant.Workload.Description));
    }
}

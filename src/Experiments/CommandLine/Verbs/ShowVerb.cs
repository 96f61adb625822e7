using System.CommandLine;
using System.Text.Json.Nodes;
using Experiments.Claims;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.Results;
using Experiments.Running;
using Experiments.Training;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>show</c>: everything about one recipe that can be said without running it.</summary>
internal static class ShowVerb
{
    public static Command Create(Func<ParseResult, CommandContext> open)
    {
        var options = new StudyOptions();
        var command = new Command("show", "One recipe: its question, source, settings, variants, charts, claims, and what is stored of it.");
        options.AddTo(command);
        command.SetAction(parsed => Run(open(parsed), options.Read(parsed)));
        return command;
    }

    private static int Run(CommandContext context, StudyRequest request)
    {
        var recipe = context.Catalog.Only(request.Names, "show");
        var mistakes = new List<string>();
        var study = request.Of(recipe, mistakes);
        UsageException.ThrowIfAny(mistakes);
        var settings = SettingNames.List(request.SettingsOf(recipe));
        var nothing = ResultTable.Read(context.Store, recipe.Name, []);
        var charts = recipe.Charts(nothing).Select(chart => chart.Title).ToList();
        var claims = recipe.Claims(nothing).ToList();
        IReadOnlyList<StoredStudy> stored = [.. StoredStudy.Of(study!, context.RecordsOf(recipe), context.Store, seedsMatter: false).Where(one => one.Cells > 0)];
        if (context.Json)
        {
            JsonOutput.Write(context.Out, ToJson(recipe, study!, settings, charts, claims, stored));
        }
        else
        {
            Print(context, recipe, study!, settings, charts, claims, stored);
        }

        return ExitCode.Done;
    }

    private static void Print(
        CommandContext context, Recipe recipe, Study study, IReadOnlyList<SettingLine> settings, IReadOnlyList<string> charts, IReadOnlyList<Claim> claims,
        IReadOnlyList<StoredStudy> stored)
    {
        context.Out.WriteLine($"{recipe.Name}: {recipe.Question}");
        context.Out.WriteLine($"Source: {recipe.Source}");
        context.Out.WriteLine();
        PrintSettings(context, settings);
        Section("Variants", study.Variants.Select(variant => (variant.Name, string.Join(", ", [variant.Workload.Description, .. Differences(variant, settings)]))));
        Section("Charts", charts.Select(title => (title, "")));
        PrintClaims(context, recipe, claims, stored.Count > 0);
        Section("Seeds", [(NumberText.Seeds(study.Seeds), "")]);
        Section("Stored", stored.Count > 0
            ? stored.Select(one => ($"{NumberText.Count(one.Cells, "cell")} on {one.DataSet}", ""))
            : [($"nothing with these settings; to run it: {Shell.Join([context.Terminal.Program, "run", recipe.Name])}", "")]);

        void Section(string title, IEnumerable<(string Name, string Text)> lines)
        {
            context.Out.WriteLine();
            var table = new TextTable(title, "") { IsText = true };
            foreach (var (name, text) in lines)
            {
                table.Add("  " + name, text);
            }

            table.Write(context.Out, context.Color);
        }
    }

    private static void PrintSettings(CommandContext context, IReadOnlyList<SettingLine> settings)
    {
        context.Out.WriteLine(context.Color ? "\e[1mSettings\e[0m" : "Settings");
        var table = new WrappedTable(("key, for --set KEY=VALUE", 28), ("default", 24), ("meaning", context.Terminal.Width - 58)) { Indent = 2 };
        foreach (var setting in settings)
        {
            var takes = setting.OnlyWith is null ? setting.Takes : $"{setting.Takes}; comes with {setting.OnlyWith}";
            table.Add("", setting.Name, setting.OnlyWith is null ? $"= {setting.Value}" : $"({setting.Value})", setting.Meaning.Length == 0 ? takes : $"{setting.Meaning} ({takes})");
        }

        table.Write(context.Out, context.Color);
    }

    // Whatever is stored, showing a recipe tests nothing.
    private static void PrintClaims(CommandContext context, Recipe recipe, IReadOnlyList<Claim> claims, bool canBeTested)
    {
        if (claims.Count == 0)
        {
            return;
        }

        context.Out.WriteLine();
        context.Out.WriteLine(context.Color ? "\e[1mClaims\e[0m" : "Claims");
        var table = new WrappedTable(("sentence", context.Terminal.Width - 42), ("expected", 24), ("verdict", 11)) { Indent = 2 };
        foreach (var claim in claims)
        {
            table.Add("", claim.Sentence, claim.Expected.Describe(claim.Measured.Unit), Verdict.NotTested.InWords());
        }

        table.Write(context.Out, context.Color);
        var verify = Shell.Join([context.Terminal.Program, "verify", recipe.Name]);
        context.Out.WriteLine(canBeTested ? $"  To test them: {verify}" : $"  They are tested on results, by: {verify}");
    }

    private static IEnumerable<string> Differences(Variant variant, IReadOnlyList<SettingLine> settings) => SettingNames.Describe(variant.Settings)
        .Where(own => !settings.Any(setting => setting.Name == own.Key && setting.OnlyWith is null && setting.Value == own.Value))
        .Select(own => $"{own.Key} = {own.Value}");

    private static JsonObject ToJson(
        Recipe recipe, Study study, IReadOnlyList<SettingLine> settings, IReadOnlyList<string> charts, IReadOnlyList<Claim> claims,
        IReadOnlyList<StoredStudy> stored) => new()
        {
            ["name"] = recipe.Name,
            ["question"] = recipe.Question,
            ["source"] = recipe.Source.ToString(),
            ["settings"] = JsonOutput.Object(settings.Where(setting => setting.OnlyWith is null).ToDictionary(setting => setting.Name, setting => setting.Value)),
            ["keys"] = JsonOutput.Array(settings, setting => new JsonObject
            {
                ["name"] = setting.Name,
                ["value"] = setting.Value,
                ["takes"] = setting.Takes,
                ["meaning"] = setting.Meaning,
                ["comesWith"] = setting.OnlyWith,
            }),
            ["variants"] = JsonOutput.Array(study.Variants, variant => new JsonObject
            {
                ["name"] = variant.Name,
                ["network"] = variant.Workload.Description,
                ["settings"] = JsonOutput.Object(SettingNames.Describe(variant.Settings)),
            }),
            ["charts"] = JsonOutput.Array(charts, title => title),
            ["claims"] = JsonOutput.Array(claims, claim => new JsonObject
            {
                ["sentence"] = claim.Sentence,
                ["source"] = claim.Source.ToString(),
                ["expected"] = claim.Expected.Describe(claim.Measured.Unit),
                ["verdict"] = Verdict.NotTested.InWords(),
            }),
            ["seeds"] = JsonOutput.Array(study.Seeds, seed => seed),
            ["stored"] = JsonOutput.Array(stored, one => new JsonObject { ["dataSet"] = one.DataSet, ["cells"] = one.Cells }),
        };
}

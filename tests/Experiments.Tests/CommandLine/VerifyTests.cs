using System.Diagnostics;
using System.Text.Json;
using Experiments.Claims;
using Experiments.CommandLine.Progress;
using Experiments.Results;
using Experiments.Training;
using static Experiments.Claims.Expected;

namespace Experiments.Tests.CommandLine;

public sealed class VerifyTests : IDisposable
{
    private static readonly Claim[] None = [];

    private readonly Workplace workplace = new();

    public void Dispose() => workplace.Dispose();

    [Fact]
    public void A_claim_that_is_not_borne_out_ends_with_4_and_one_that_is_not_decided_with_0()
    {
        Assert.Equal(4, Verify(results => [Low(results, "a", Above(10)), Low(results, "b", Above(50))], "verify sentences").ExitCode);
        Assert.Equal(0, Verify(results => [Low(results, "a", Above(10)), Low(results, "b", Above(21))], "verify sentences").ExitCode);
        Assert.Equal(
            0, Verify(
                results => [Low(results, "a", Above(50)) with { Values = results["low"].Metric(Metrics.Loss, Splits.Test).Last() }],
                "verify sentences").ExitCode);
    }

    [Fact]
    public void Without_results_it_ends_with_1_and_says_how_to_make_them()
    {
        var recipe = new Sentences(_ => None);

        var one = workplace.Call(["verify", "sentences"], [recipe], new Interrupt());
        var all = workplace.Call(["verify", "--all"], [recipe], new Interrupt());

        Assert.Equal((1, 1), (one.ExitCode, all.ExitCode));
        Assert.Contains("To make them: ", Assert.Single(one.ErrorLines));
        Assert.Contains("run --all", all.ErrorLines[^1]);
    }

    [Fact]
    public void All_passes_over_recipes_without_results_and_says_so()
    {
        var recipe = new Sentences(results => [Low(results, "a", Above(10))]);
        recipe.Store(workplace.Results);

        var call = workplace.Call(["verify", "--all"], [recipe, new Widths()], new Interrupt());

        Assert.Equal(0, call.ExitCode);
        Assert.Contains("no results of 'widths'", Assert.Single(call.ErrorLines));
        Assert.StartsWith("sentences (MNIST, 5 seeds): 1 supported", call.OutLines[0]);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("verify sentences --all")]
    [InlineData("verify sentences --json --markdown")]
    [InlineData("verify sentense")]
    public void Wrong_usage_ends_with_2(string words) => Assert.Equal(2, Verify(_ => None, words).ExitCode);

    [Fact]
    public void Json_has_every_number_of_every_claim()
    {
        var recipe = JsonDocument.Parse(
            Verify(results =>
                [Low(results, "a", Above(10)), Gain(results) with { Expected = AlwaysAbove(60) }],
                    "verify sentences --json").Out).RootElement[0];
        var (first, second) = (recipe.GetProperty("claims")[0], recipe.GetProperty("claims")[1]);

        Assert.Equal(
            ("sentences", "MNIST", "Bonferroni", 2),
            (Text(recipe, "recipe"), Text(recipe, "dataSet"), Text(recipe, "correction"), recipe.GetProperty("family").GetInt32()));
        Assert.Equal(("a", "supported", "%", "above 10 %", "A. Author, A Book, ch. 9"),
            (Text(first, "sentence"), Text(first, "verdict"), Text(first, "unit"), Text(first, "expected"), Text(first, "source")));
        Assert.Equal((22.0, 22 - 1.963, 22 + 1.963), (Number(first, "estimate"), Number(first, "low"), Number(first, "high")));
        Assert.Equal(5, first.GetProperty("n").GetInt32());
        Assert.Equal(2 * first.GetProperty("uncorrectedP").GetDouble(), first.GetProperty("correctedP").GetDouble());
        Assert.Equal(
            ("refuted", "not in seeds 0-4", 50.0), (Text(second, "verdict"), Text(second, "reason"), Number(second, "estimate")));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("uncorrectedP").ValueKind);
    }

    [Fact]
    public void Quick_runs_and_drawn_digits_are_not_tested_and_the_reason_is_said()
    {
        var recipe = new Sentences(results => [Gain(results)]);
        recipe.Store(workplace.Results, settings: one => one.QuickSettings);
        recipe.Store(workplace.Results, dataSet: "synthetic digits");

        var quick = workplace.Call(["verify", "sentences", "--quick"], [recipe], new Interrupt());
        var drawn = workplace.Call(["verify", "sentences"], [recipe], new Interrupt());

        Assert.Equal((0, 0), (quick.ExitCode, drawn.ExitCode));
        Assert.Contains("not tested", quick.Out);
        Assert.Contains("a quick run decides nothing", quick.Out);
        Assert.Contains("speaks of MNIST", drawn.Out);
    }

    [Theory]
    [InlineData("batch-size=20", "batch-size=20, published 10")]
    [InlineData("epochs=5", "epochs=5, published 1")]
    [InlineData("lr=1e6", "optimizer.learning-rate=1000000, published 0.1")]
    [InlineData("trainer=eager", "")]
    public void Results_under_other_settings_are_explored_only(string set, string departure)
    {
        var recipe = new Sentences(results => [Gain(results) with { Expected = Below(0) }]);
        var (name, value) = (set.Split('=')[0], set.Split('=')[1]);
        recipe.Store(workplace.Results, settings: one => SettingNames.With(one.Defaults, name, value));

        var call = workplace.Call(["verify", "sentences", "--set", set, "--json"], [recipe], new Interrupt());

        var claim = JsonDocument.Parse(call.Out).RootElement[0].GetProperty("claims")[0];
        Assert.Equal(50, Number(claim, "estimate"));
        Assert.Equal(
            departure.Length > 0 ? (0, "not tested", $"explored only: {departure}") : (4, "refuted", Text(claim, "reason")),
            (call.ExitCode, Text(claim, "verdict"), Text(claim, "reason")));
    }

    // The seeds of one variant alone: with or without the other's results, and whichever is looked at.
    [Theory]
    [InlineData("verify sentences --json", 2)]
    [InlineData("verify sentences --json --variants low", 2)]
    [InlineData("verify sentences --json --variants high", 1)]
    public void Which_variants_are_looked_at_changes_no_verdict(string words, int shown)
    {
        var claims = JsonDocument.Parse(
            Verify(results => [Low(results, "low", Above(20.1)), Gain(results)], words).Out).RootElement[0].GetProperty("claims");

        Assert.Equal(shown, claims.GetArrayLength());
        Assert.Equal("supported", Text(claims[shown - 1], "verdict"));
        Assert.All(claims.EnumerateArray(), claim =>
            Assert.Equal(2 * claim.GetProperty("uncorrectedP").GetDouble(), claim.GetProperty("correctedP").GetDouble()));
        Assert.Equal(shown == 2 ? "inconclusive" : "supported", Text(claims[0], "verdict"));
    }

    [Fact]
    public void Show_lists_the_claims_before_anything_has_run()
    {
        var call = workplace.Call(["show", "sentences"], [new Sentences(results => [Gain(results)])], new Interrupt());
        var json = workplace.Call(["show", "sentences", "--json"], [new Sentences(results => [Gain(results)])], new Interrupt());

        Assert.Equal(0, call.ExitCode);
        Assert.Contains(call.OutLines, line => System.Text.RegularExpressions.Regex.IsMatch(line, "^  High beats low +above 0 points$"));
        var claim = JsonDocument.Parse(json.Out).RootElement.GetProperty("claims")[0];
        Assert.Equal(("High beats low", "not tested"), (Text(claim, "sentence"), Text(claim, "verdict")));
    }

    [Fact]
    public void A_run_ends_with_a_line_that_counts_the_verdicts_and_points_at_verify()
    {
        var recipe = new Learns();

        var call = workplace.Call(["run", "learns", "--dataset", "digits", "--seeds", "2"], [recipe], new Interrupt());
        var json = workplace.Call(["run", "learns", "--dataset", "digits", "--seeds", "2", "--json"], [recipe], new Interrupt());

        Assert.Matches(@"^claims: 1 not tested. Details: \S+ verify learns --seeds 2 --dataset digits$", call.OutLines[^1]);
        Assert.Equal(1, JsonDocument.Parse(json.Out).RootElement[0].GetProperty("claims").GetProperty("not tested").GetInt32());
    }

    public static TheoryData<string, string> Throwing => new()
    {
        { "thrown", "InvalidOperationException: no such layer" },
        { "misspelt", "There is no variant 'lo'. Did you mean 'low'? Known: low, high." },
        { "each", "DivideByZeroException: Attempted to divide by zero." },
    };

    [Theory]
    [MemberData(nameof(Throwing))]
    public void A_claim_that_throws_costs_itself_alone_by_name_and_all_other_verdicts_stand(string how, string reason)
    {
        var recipe = new Sentences(results => [Gain(results), Low(results, "It throws", Above(0)) with { Values = Broken(results, how) }]);
        recipe.Store(workplace.Results);

        var verify = workplace.Call(["verify", "sentences", "--json"], [recipe], new Interrupt());
        var report = workplace.Call(["report"], [recipe], new Interrupt());
        var run = workplace.Call(
            ["run", "sentences", "--dataset", "digits", "--seeds", "1", "--set", "split=60/20/20"], [recipe], new Interrupt());

        var claims = JsonDocument.Parse(verify.Out).RootElement[0].GetProperty("claims");
        Assert.Equal((1, 1, 1), (verify.ExitCode, report.ExitCode, run.ExitCode));
        Assert.Equal(("supported", "not tested"), (Text(claims[0], "verdict"), Text(claims[1], "verdict")));
        Assert.Equal(reason, Text(claims[1], "reason"));
        Assert.All(new[] { verify, report, run }, call =>
            Assert.Contains($"experiments: The claim 'It throws' of sentences cannot be tested. {reason}", call.ErrorLines));
        Assert.Contains(report.OutLines, line => line.StartsWith("| **supported** | High beats low.", StringComparison.Ordinal));
        Assert.StartsWith("sentences", run.OutLines[0]);
        Assert.Contains("accuracy.png", run.Out);
        Assert.StartsWith("claims: 2 not tested.", run.OutLines[^1]);
    }

    [Fact]
    public void A_recipe_that_cannot_list_its_claims_costs_its_own_claims_alone()
    {
        var broken = new Sentences(results => results.Records.Count == 0 ? [] : throw new InvalidOperationException("no such layer"));
        var sound = new Learns();
        broken.Store(workplace.Results);
        MadeUpRun.Store(sound, workplace.Results, seeds: 5, (_, seed) =>
            [new(1, 1, Splits.Validation, Metrics.Accuracy, null, 0.5 + (0.01 * seed))]);

        var verify = workplace.Call(["verify", "--all"], [sound, broken], new Interrupt());
        var report = workplace.Call(["report"], [sound, broken], new Interrupt());

        Assert.Equal((1, 1), (verify.ExitCode, report.ExitCode));
        Assert.Contains("learns (MNIST, 5 seeds): 1 supported", verify.OutLines);
        Assert.Contains("## sentences: What do the seeds say?", report.OutLines);
        Assert.All(new[] { verify, report }, call => Assert.Contains(
            "experiments: The claims of sentences cannot be listed. InvalidOperationException: no such layer", call.ErrorLines));
    }

    [Fact]
    public void Report_is_one_document_with_question_chart_numbers_and_verdicts()
    {
        var recipe = new Sentences(results => [Gain(results)]);
        recipe.Store(workplace.Results);

        var printed = workplace.Call(["report"], [recipe, new Widths()], new Interrupt());
        var written = workplace.Call(["report", "--out", "notes/report.md"], [recipe], new Interrupt());

        Assert.Equal((0, 0, ""), (printed.ExitCode, written.ExitCode, written.Out));
        Assert.Contains("## sentences: What do the seeds say?", printed.OutLines);
        Assert.Contains("![Which is higher?](plots/sentences/accuracy.png)", printed.OutLines);
        Assert.Contains(printed.OutLines, line => line.StartsWith("| high | 5 | 72.00 ± 1.96 %", StringComparison.Ordinal));
        Assert.Contains(printed.OutLines, line => line.StartsWith("| **supported** | High beats low.", StringComparison.Ordinal));
        Assert.Contains(
            "![Which is higher?](../plots/sentences/accuracy.png)", File.ReadAllText(Path.Combine(workplace.Folder, "notes", "report.md")));
        Assert.True(File.Exists(Path.Combine(workplace.Plots, "sentences", "accuracy.png")));
    }

    // In a process of its own: libtorch stays in this one once a test has trained. The loader tells which libraries it loads.
    [Theory]
    [InlineData("show depth", 0)]
    [InlineData("verify depth", 4)]
    [InlineData("report", 0)]
    public async Task Looking_at_claims_never_loads_libtorch(string words, int exitCode)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "asks the loader of GNU/Linux");
        MadeUpRun.Store(new Recipes.Depth(), workplace.Results, seeds: 2, (_, seed) => Enumerable.Range(1, 6)
            .Select(layer => new Measurement(0, 0, "", Metrics.BiasGradient, layer, 1 + seed))
            .Append(new(1, 1, Splits.Validation, Metrics.Accuracy, null, 0.1 * (1 + seed))));
        var start = new ProcessStartInfo(
            "dotnet", [typeof(Recipes.Depth).Assembly.Location, .. words.Split(' '), "--results", workplace.Results])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = workplace.Folder,
        };
        start.Environment["LD_DEBUG"] = "files";
        using var process = Process.Start(start)!;
        var loaded = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var shown = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains("A second hidden layer helps", shown);
        Assert.Equal(exitCode, process.ExitCode);
        Assert.Contains("libcoreclr", await loaded);
        Assert.DoesNotContain("libtorch", await loaded, StringComparison.OrdinalIgnoreCase);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static double Number(JsonElement element, string name) => Math.Round(element.GetProperty(name).GetDouble(), 3);

    private static SeedValues Broken(ResultTable results, string how) => how switch
    {
        "thrown" => results["low"].ValidationAccuracy.Of("x", "", _ => throw new InvalidOperationException("no such layer")),
        "misspelt" => results["high"].ValidationAccuracy.Last() - results["lo"].ValidationAccuracy.Last(),
        _ => Sentences.Accuracy(results, "low").Each("", value => (int)value / (int)(value - value)),
    };

    private static Claim Low(ResultTable results, string sentence, Expectation expected) =>
        new(sentence, Sentences.Book, Sentences.Accuracy(results, "low"), expected);

    private static Claim Gain(ResultTable results) =>
        new("High beats low", Sentences.Book, Sentences.Accuracy(results, "high") - Sentences.Accuracy(results, "low"), Above(0));

    private Call Verify(Func<ResultTable, IEnumerable<Claim>> claims, string words)
    {
        var recipe = new Sentences(claims);
        recipe.Store(workplace.Results);
        return workplace.Call(Workplace.Split(words), [recipe], new Interrupt());
    }
}

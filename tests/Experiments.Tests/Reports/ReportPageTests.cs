using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Experiments.Charts;
using Experiments.Claims;
using Experiments.Reports;
using Experiments.Results;
using Experiments.Tests.Data;
using Experiments.Tests.House;
using ScottPlot;
using Figure = Experiments.Charts.Figure;

namespace Experiments.Tests.Reports;

/// <summary>What stands in the report page, read as text.</summary>
public sealed class ReportPageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<string> failures = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_page_names_no_other_file_or_address_that_a_browser_would_load()
    {
        var page = Page(Report());

        Assert.DoesNotMatch("<(script|img|iframe|source)[^>]* src=", page);
        Assert.All(Regex.Matches(page, "<link [^>]*>"), link => Assert.Contains("href=\"data:,\"", link.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"url\((?!#)", Regex.Replace(page, "<script>.*?</script>", "", RegexOptions.Singleline));
    }

    [Fact]
    public void A_chart_has_its_picture_for_readers_without_scripts()
    {
        var section = Section(Report(new LearningCurves("accuracy", "Which learns?")));

        var picture = Regex.Match(section, "<noscript>(.*?)</noscript>", RegexOptions.Singleline).Groups[1].Value;
        Assert.StartsWith("<svg xmlns=", picture, StringComparison.Ordinal);
        Assert.Contains("<title>Which learns?", picture, StringComparison.Ordinal);
        Assert.Empty(failures);
    }

    [Fact]
    public void Dots_of_one_look_are_one_path_in_a_picture()
    {
        var section = Section(Report(new DotPlot("best", "How well?", "accuracy (%)", variant => variant.ValidationAccuracy.Max())));

        Assert.Matches("<path stroke=\"[^\"]*\"[^>]* stroke-linecap=\"round\" d=\"M[0-9.]+ [0-9.]+h0M", section);
    }

    [Fact]
    public void A_chart_that_cannot_be_translated_is_a_picture_for_all()
    {
        var section = Section(Report(new PieChart()));

        Assert.DoesNotContain("<noscript>", section, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"plot\"", section, StringComparison.Ordinal);
        Assert.Contains("<svg xmlns=", section, StringComparison.Ordinal);
        Assert.Equal(["The chart 'pie' of recipe is not interactive."], failures);
    }

    [Fact]
    public void Two_pictures_share_no_id()
    {
        var section = Section(Report(new LearningCurves("a", "First?"), new LearningCurves("b", "Second?")));

        var ids = Regex.Matches(section, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.InRange(ids.Count, 8, 1_000);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void What_recipes_say_is_shown_as_it_is()
    {
        var section = Section(Report() with { Question = "Is a < b & \"c\"?", Notes = ["<script>alert(1)</script>"] });

        Assert.Contains("Is a &lt; b &amp; &quot;c&quot;?", section, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_diverged_and_changed_are_said_before_the_charts()
    {
        var departures = new Dictionary<string, IReadOnlyList<Departure>> { ["a"] = [new("epochs", "5", "30")] };
        var table = MadeUpResults.Of(
            folder.Path, ["a"], 2, (_, seed) => MadeUpResults.Learning(2, seed), quick: true, synthetic: true, missing: 1,
            departures: departures);

        var section = Section(Report() with { Results = table, Diverged = ["a: 1 of 2 seeds diverged (epoch 1)."] });

        var warnings = Regex.Match(section, "<ul class=\"warnings\">.*?</ul>", RegexOptions.Singleline).Value;
        Assert.Contains("Quick run", warnings, StringComparison.Ordinal);
        Assert.Contains("Synthetic digits", warnings, StringComparison.Ordinal);
        Assert.Contains("<strong>epochs=5</strong> instead of 30", warnings, StringComparison.Ordinal);
        Assert.Contains("1 cell of 3 missing:</strong> a, seed 2", warnings, StringComparison.Ordinal);
        Assert.Contains("1 of 2 seeds diverged", warnings, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_setting_stands_out_and_names_the_published_value()
    {
        var departures = new Dictionary<string, IReadOnlyList<Departure>> { ["a"] = [new("epochs", "5", "30")] };
        var table = MadeUpResults.Of(
            folder.Path, ["a"], 2, (_, seed) => MadeUpResults.Learning(2, seed), departures: departures);

        var section = Section(Report() with { Results = table, Settings = [("epochs", "5", "passes"), ("loss", "mse", "")] });

        Assert.Contains(
            "<tr class=\"departed\"><th scope=\"row\">epochs</th><td>5 (published: 30)</td>", section, StringComparison.Ordinal);
        Assert.Contains("<tr><th scope=\"row\">loss</th>", section, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_can_be_read_is_linked()
    {
        var source = new Source("A book", "p. 1") { Link = "https://example.org/?a=1&b=2" };

        Assert.Equal("<a href=\"https://example.org/?a=1&amp;b=2\">A book, p. 1</a>", ReportPage.Link(source));
        Assert.Equal("A book, p. 1", ReportPage.Link(source with { Link = null }));
    }

    [Fact]
    public void Results_too_large_for_a_page_are_downloaded_as_means()
    {
        var rows = string.Concat(Enumerable.Repeat("a,0,0,0,train,loss,,0.123456789\n", 200_000));

        var section = Section(Report() with { Csv = () => rows, TableCommand = "./experiments table recipe --csv" });

        Assert.Contains("data-file=\"recipe-means.csv\"", section, StringComparison.Ordinal);
        Assert.Contains("All rows: <code class=\"command\">./experiments table recipe --csv</code>", section, StringComparison.Ordinal);
        Assert.InRange(section.Length, 1_000, 200_000);
    }

    [Fact]
    public void Means_are_those_of_the_seeds()
    {
        var table = MadeUpResults.Of(
            folder.Path, ["a, b"], 3, (_, seed) => [new(1, 10, Splits.Test, Metrics.Accuracy, null, 0.5 + (0.1 * seed))]);

        Assert.Equal(
            "variant,epoch,split,metric,layer,n,mean,least,greatest\n\"a, b\",1,test,accuracy,,3,0.6,0.5,0.7\n", MeansCsv.Of(table));
    }

    [Fact]
    public void The_glossary_is_by_alphabet()
    {
        var terms = Glossary.Terms.Select(term => term.Term).ToList();

        Assert.InRange(terms.Count, 15, 60);
        Assert.Equal(terms.Order(StringComparer.OrdinalIgnoreCase), terms);
        Assert.All(Glossary.Terms, term => Assert.EndsWith(".", term.Meaning, StringComparison.Ordinal));
    }

    [Fact]
    public void The_library_of_charts_is_the_one_that_its_readme_names()
    {
        var vendored = Checkout.At("src", "Experiments", "Reports", "Vendored");

        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(vendored, "plotly-cartesian.min.js"))));

        Assert.Contains(hash, File.ReadAllText(Path.Combine(vendored, "README.md")), StringComparison.Ordinal);
        Assert.Contains("MIT License", File.ReadAllText(Path.Combine(vendored, "LICENSE")), StringComparison.Ordinal);
    }

    private string Page(RecipeReport report)
    {
        using var page = new StringWriter();
        ReportPage.Write(page, [report], (what, _) => failures.Add(what));
        return page.ToString();
    }

    private string Section(RecipeReport report)
    {
        using var section = new StringWriter();
        ReportPage.WriteSection(section, report, (what, _) => failures.Add(what));
        return section.ToString();
    }

    private RecipeReport Report(params Chart[] charts)
    {
        var table = MadeUpResults.Of(folder.Path, ["a", "b"], 3, (_, seed) => MadeUpResults.Learning(3, seed));
        var source = new Source("A book", "p. 1");
        var values = new SeedValues("accuracy", "%", new Dictionary<int, double> { [0] = 2, [1] = 2 }, ["a"]);
        var claim = new ClaimResult(
            new("A beats B", source, values, Expected.Above(1)), Verdict.Supported, new(2, 1.9, 2.1, 0.1, 2), 0.01, 0.01, "");
        return new("recipe", "Why?", source, table, [claim], charts);
    }

    private sealed record PieChart() : Chart("pie", "How much?")
    {
        protected internal override Figure Draw(ResultTable results)
        {
            var plot = Theme.Panel("");
            plot.Add.Pie([1.0, 2]);
            return new([plot]);
        }
    }
}

using System.Text.Json;
using Experiments.Charts;
using Experiments.CommandLine.Progress;
using Experiments.Naming;
using Experiments.Results;
using Experiments.Training;

namespace Experiments.Tests.CommandLine;

/// <summary>The tables that a recipe computes from results.</summary>
public sealed class RecipeTablesTests : IDisposable
{
    private readonly Workplace workplace = new();

    [Theory]
    [InlineData("run diagnoses --dataset digits --no-color")]
    [InlineData("table diagnoses --no-color")]
    public void Run_and_table_print_them(string words)
    {
        workplace.OutIsTerminal = true;

        var lines = Store(words).Out.Split('\n');

        var title = Array.IndexOf(lines, "Who learns?");
        Assert.Equal(
            ["", "Who learns?", "variant  diagnosis", "a|b      accuracy 0", "second   accuracy 0", ""], lines[(title - 1)..(title + 5)]);
        Assert.DoesNotContain("Nobody?", lines); // it has no rows
    }

    [Fact]
    public void They_follow_the_charts_of_a_run()
    {
        var lines = Store("run diagnoses --dataset digits").OutLines;

        Assert.Equal("Who learns?", lines[lines.Index().Last(line => line.Item.EndsWith(".svg", StringComparison.Ordinal)).Index + 1]);
    }

    [Theory]
    [InlineData("table diagnoses --json", "tables")]
    [InlineData("run diagnoses --dataset digits --json", "tables")]
    public void They_are_in_JSON(string words, string name)
    {
        var root = JsonDocument.Parse(Store(words).Out).RootElement;
        var table = (root.ValueKind == JsonValueKind.Array ? root[0] : root).GetProperty(name)[0];

        Assert.Equal("Who learns?", table.GetProperty("title").GetString());
        Assert.Equal(["variant", "diagnosis"], Texts(table.GetProperty("columns")));
        Assert.Equal(["a|b", "accuracy 0"], Texts(table.GetProperty("rows")[0]));
    }

    [Fact]
    public void They_are_in_reports()
    {
        Assert.Contains(
            "### Who learns?\n\n| variant | diagnosis |\n|---|---|\n| a\\|b | accuracy 0 |\n", Store("report diagnoses").Out,
            StringComparison.Ordinal);

        Store("report diagnoses --out page.html");

        Assert.Contains(
            "<h3>Who learns?</h3>", File.ReadAllText(Path.Combine(workplace.Folder, "page.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_as_csv_have_none() => Assert.DoesNotContain("Who learns?", Store("table diagnoses").Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("run diagnoses --dataset digits", "a|b")]
    [InlineData("table diagnoses --json", "a|b")]
    [InlineData("report diagnoses", "a\\|b")]
    public void One_that_throws_costs_the_tables_alone(string words, string shown)
    {
        Store("run diagnoses --dataset digits");

        var call = workplace.Call(Workplace.Split(words), [new Diagnoses(fails: true)], new Interrupt());

        Assert.Equal(1, call.ExitCode);
        Assert.Contains(shown, call.Out, StringComparison.Ordinal);
        Assert.Contains("The tables of diagnoses cannot be computed. There is no variant 'thrid'.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_has_a_text_for_every_column()
    {
        var error = Assert.Throws<RecipeException>(() =>
            new PrintedTable("Who learns?", "variant", "diagnosis") { Rows = [["a", "b"], ["c"]] });

        Assert.Equal(
            "The table 'Who learns?' has 2 columns, but the row 'c' has 1 text: give each row a text for every column, which may be empty.",
            error.Message);
    }

    public void Dispose() => workplace.Dispose();

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(text => text.GetString());

    // What the words print after a run.
    private Call Store(string words)
    {
        var isTerminal = workplace.OutIsTerminal;
        workplace.OutIsTerminal = false;
        Assert.Equal(0, Call("run diagnoses --dataset digits --quiet").ExitCode);
        workplace.OutIsTerminal = isTerminal;
        var call = Call(words);
        Assert.True(call.ExitCode == 0, call.Error);
        return call;
    }

    private Call Call(string words) => workplace.Call(Workplace.Split(words), [new Diagnoses(fails: false)], new Interrupt());

    private sealed class Diagnoses(bool fails) : Recipe
    {
        public override string Question => "What is wrong?";

        public override Source Source => Sentences.Book;

        public override int Seeds => 1;

        public override Settings Defaults => new Widths().Defaults with { Epochs = 1 };

        public override IEnumerable<Variant> Variants(Settings settings) =>
            [new("a|b", Widths.Network(4), settings), new("second", Widths.Network(8), settings)];

        public override IEnumerable<Chart> Charts(ResultTable results) => [new LearningCurves("accuracy", "Does width help?")];

        public override IEnumerable<PrintedTable> Tables(ResultTable results) =>
        [
            new("Who learns?", "variant", "diagnosis")
            {
                Rows = [.. results.Variants.Select(name => new[] { name, $"accuracy {Accuracy(results[name]) / 1000:F0}" })],
            },
            new("Nobody?", "variant", "diagnosis"),
        ];

        private double Accuracy(VariantResults variant) => fails ? throw new RecipeException("There is no variant 'thrid'.")
            : variant.ValidationAccuracy.Last().Mean.Estimate;
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Progress;
using Experiments.Results;
using Experiments.Training;
using Microsoft.Data.Analysis;

namespace Experiments.Tests.CommandLine;

/// <summary>The verbs that only look, over one stored run.</summary>
public sealed class LookingTests(LookingTests.StoredRun stored) : IClassFixture<LookingTests.StoredRun>
{
    private readonly Workplace workplace = stored.Workplace;

    [Fact]
    public void List_as_json_has_names()
    {
        Assert.Equal("breaks", JsonDocument.Parse(workplace.Do("list --json").Out).RootElement[0].GetProperty("name").GetString());
    }

    [Fact]
    public void Show_as_json_has_the_settings()
    {
        Assert.Equal(
            "20", JsonDocument.Parse(workplace.Do("show widths --json").Out).RootElement.GetProperty("settings").GetProperty("batch-size")
                .GetString());
    }

    [Theory]
    [InlineData("--set optimizer=adam --set learning-rate=0.5")]
    [InlineData("--set learning-rate=0.5 --set optimizer=adam")]
    public void An_optimizers_numbers_can_be_set_in_any_order_with_the_optimizer(string sets)
    {
        var settings = JsonDocument.Parse(workplace.Do($"show widths --json {sets}").Out).RootElement.GetProperty("settings");

        Assert.Equal(
            ("adam", "0.5"), (settings.GetProperty("optimizer").GetString(), settings.GetProperty("optimizer.learning-rate").GetString()));
    }

    [Fact]
    public void Table_in_a_pipe_is_every_row_as_csv()
    {
        var frame = DataFrame.LoadCsvFromString(
            workplace.Do("table widths").Out,
            dataTypes: [typeof(string), typeof(int), typeof(int), typeof(long), typeof(string), typeof(string), typeof(int),
                typeof(double)],
            cultureInfo: CultureInfo.InvariantCulture);

        Assert.Equal(
            ["variant", "seed", "epoch", "step", "split", "metric", "layer", "value"], frame.Columns.Select(column => column.Name));

        // 2 variants × 3 seeds × 5 times × (3 splits × loss and accuracy, 2 layers × weights and biases)
        Assert.Equal(2 * 3 * 5 * (6 + 4), frame.Rows.Count);
    }

    [Fact]
    public void Table_on_a_terminal_has_bold_headers_unless_colours_are_off()
    {
        workplace.OutIsTerminal = true;
        try
        {
            Assert.DoesNotContain("\e[", workplace.Do("table widths --no-color").Out);
            Assert.Contains("\e[1m", workplace.Do("table widths").Out);
        }
        finally
        {
            workplace.OutIsTerminal = false;
        }
    }

    [Fact]
    public void Table_as_json_has_estimates_with_intervals()
    {
        var json = JsonDocument.Parse(workplace.Do("table widths --json").Out).RootElement;
        var best = json.GetProperty("variants")[0].GetProperty("bestValidationAccuracy");

        Assert.Equal(Workplace.Digits, json.GetProperty("dataSet").GetString());
        Assert.InRange(best.GetProperty("estimate").GetDouble(), best.GetProperty("low").GetDouble(), best.GetProperty("high").GetDouble());
    }

    [Fact]
    public void Plot_draws_from_stored_results()
    {
        var call = workplace.Do("plot widths --plots again --format svg");

        var path = Assert.Single(call.OutLines);
        Assert.Matches("^again/widths/digits-sha256-[0-9a-f]{12}/accuracy.svg$", path);
        Assert.True(File.Exists(Path.Combine(workplace.Folder, path)));
    }

    [Theory]
    [InlineData("plot widths --quick", "4 units, one layer")]
    [InlineData("table widths --set batch-size=10", "4 units, one layer")]
    [InlineData("plot widths --dataset mnist", "4 units, one layer")]
    [InlineData("plot widths --seeds 7,8", "4 units, one layer")]
    public void What_is_not_stored_costs_a_line_that_says_what_is(string words, string _)
    {
        var call = workplace.Call(words);

        var line = Assert.Single(call.ErrorLines);
        Assert.Equal(1, call.ExitCode);
        Assert.StartsWith(
            $"experiments: There are no results of 'widths' with these settings in data/results, but 6 cells on "
            + $"{Workplace.Digits} (with the recipe's "
            + "own settings). To make them: ./experiments run widths --", line.Replace(@".\", "./"));
    }

    [Fact]
    public void Stored_results_of_another_kind_are_named_by_the_options_that_show_them()
    {
        using var other = new Workplace();
        other.Do("run widths --dataset digits --quick");
        other.Do("run widths --dataset digits --seeds 1 --epochs 2 --set learning-rate=0.5");

        var line = Assert.Single(other.Call("plot widths").ErrorLines);

        Assert.Contains(
            $"4 cells on {Workplace.Digits} (--quick); 2 cells on {Workplace.Digits} (--epochs 2 --set optimizer.learning-rate=0.5)", line);
        Assert.EndsWith("To make them: ./experiments run widths", line.Replace(@".\", "./"));
        other.Do("plot widths --epochs 2 --set optimizer.learning-rate=0.5");
    }

    [Theory] // what is off is not in the records of results
    [InlineData("--set gradient-images=0")]
    [InlineData("--set evaluate-every=0")]
    [InlineData("--set training-images=40")]
    public void Options_that_show_stored_results_also_name_what_is_off(string options)
    {
        using var other = new Workplace();
        other.Do($"run widths --dataset digits --seeds 1 {options}");

        Assert.Contains($"2 cells on {Workplace.Digits} ({options}).", Assert.Single(other.Call("table widths").ErrorLines));
        other.Do($"table widths --csv {options}");
    }

    [Fact]
    public void Nothing_stored_at_all_is_said()
    {
        var call = workplace.Call("table breaks");

        Assert.Equal(1, call.ExitCode);
        Assert.Equal(
            "experiments: There are no results of 'breaks' in data/results yet. To make them: ./experiments run breaks",
            Assert.Single(call.ErrorLines).Replace(@".\", "./"));
    }

    [Fact]
    public void Data_info_and_verify_describe_a_folder()
    {
        Assert.StartsWith($"{Workplace.Digits} is whole: 300 training and 100 test images, SHA-256 ",
            workplace.Do("data verify --dataset digits").Out);
        var json = JsonDocument.Parse(workplace.Do("data info --dataset digits --json").Out).RootElement;
        Assert.Equal(30, json.GetProperty("trainingClasses")[3].GetInt32());
    }

    [Fact]
    public void Data_info_without_data_ends_with_5_and_fetches_nothing()
    {
        var call = workplace.Call("data info");

        Assert.Equal(5, call.ExitCode);
        Assert.Contains("data fetch", Assert.Single(call.ErrorLines));
    }

    [Fact]
    public void Doctor_gives_a_verdict_a_line()
    {
        var call = workplace.Do("doctor");

        Assert.All(call.OutLines, line => Assert.Matches("^(ok|note) ", line));
        Assert.All(
            ["engine", ".NET", "processors", "libtorch", "charts", "data", "results", "plots"], what =>
                Assert.Contains(call.OutLines, line => line[6..].StartsWith(what, StringComparison.Ordinal)));
        Assert.Equal("ok", JsonDocument.Parse(workplace.Do("doctor --json").Out).RootElement[0].GetProperty("verdict").GetString());
    }

    [Fact]
    public void The_recipes_of_an_assembly_are_found()
    {
        var found = Catalog.Of(typeof(Recipes.Depth).Assembly).Recipes.Select(recipe => recipe.Name).ToList();

        Assert.Contains("depth", found);
        Assert.Equal(found.Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public void Two_recipes_of_one_name_are_refused_and_both_classes_named()
    {
        using var other = new Workplace();

        var call = other.Call(["list"], [new Widths(), new Nested.Widths()], new Interrupt());

        Assert.Equal(1, call.ExitCode);
        Assert.Equal(
            $"experiments: Several recipes are named 'widths': {typeof(Widths).FullName} and {typeof(Nested.Widths).FullName}. Rename one "
            + "of the classes.",
            Assert.Single(call.ErrorLines));
    }

    [Fact]
    public void Names_of_recipes_are_completed()
    {
        Assert.Equal("widths", workplace.Call(["[suggest:8]", "show wid"]).Out.Trim());
    }

    /// <summary>One run, stored once for all tests here.</summary>
    public sealed class StoredRun : IDisposable
    {
        public StoredRun() => Workplace.Do("run widths --dataset digits --quiet");

        internal Workplace Workplace { get; } = new();

        public void Dispose() => Workplace.Dispose();
    }
}

/// <summary>Another place for a recipe of the same name.</summary>
internal static class Nested
{
    internal sealed class Widths : Recipe
    {
        public override string Question => "Again?";

        public override Source Source => Sentences.Book;

        public override Settings Defaults => new();

        public override IEnumerable<Variant> Variants(Settings settings) => [];

        public override IEnumerable<Experiments.Charts.Chart> Charts(Experiments.Results.ResultTable results) => [];
    }
}

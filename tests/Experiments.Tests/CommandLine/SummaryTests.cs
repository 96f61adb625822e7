using System.Text.Json;
using Experiments.CommandLine.Progress;

namespace Experiments.Tests.CommandLine;

/// <summary>What tables of variants say of every kind of outcome.</summary>
public sealed class SummaryTests : IDisposable
{
    private readonly Workplace workplace = new() { OutIsTerminal = true };
    private readonly Outcomes recipe = new();

    public SummaryTests() => recipe.Store(workplace.Results);

    [Fact]
    public void Numbers_stand_beside_the_epochs_that_they_are_of()
    {
        var lines = Print("table outcomes --no-color").OutLines;

        Assert.Equal(
            ["variant", "seeds", "diverged", "best validation", "at epoch", "last validation", "last test", "last epoch", "restored test",
                "from epoch", "stopped at epoch"], Cells(lines[1]));
        Assert.Equal(
            ["through", "3", "–", "30.00 ± 0.00 %", "3", "20.00 ± 0.00 %", "10.00 ± 0.00 %", "4", "–", "–", "–"], Cells(lines[2]));
    }

    [Fact]
    public void Early_stopping_shows_the_restored_weights_accuracy_and_the_epochs_of_best_check_and_stop() =>
        Assert.Equal(
            ["stops", "3", "–", "30.00 ± 0.00 %", "3", "30.00 ± 0.00 %", "15.00 ± 0.00 %", "3", "12.50 ± 0.00 %", "1", "3"],
            Cells(Print("table outcomes --no-color").OutLines[3]));

    [Theory]
    [InlineData("table outcomes --no-color", true)]
    [InlineData("report outcomes", false)]
    [InlineData("verify outcomes", false)]
    [InlineData("verify outcomes --markdown", false)]
    public void Divergence_is_visible_in_tables_and_Markdown(string words, bool terminal)
    {
        workplace.OutIsTerminal = terminal;

        Assert.Matches("diverges.*2 of 3( seeds diverged)? .epoch 1-2.", Print(words).Out);
    }

    [Theory]
    [InlineData("table outcomes --json")]
    [InlineData("verify outcomes --json")]
    public void Divergence_is_in_JSON(string words)
    {
        var root = JsonDocument.Parse(Print(words).Out).RootElement;
        var diverged = root.ValueKind == JsonValueKind.Array
            ? root[0].GetProperty("diverged")[0]
            : root.GetProperty("variants")[2].GetProperty("diverged");

        Assert.Equal([1, 2], diverged.GetProperty("seeds").EnumerateArray().Select(seed => seed.GetInt32()));
        Assert.Equal((1, 2), (diverged.GetProperty("first").GetInt32(), diverged.GetProperty("last").GetInt32()));
    }

    [Fact]
    public void A_variant_is_shown_by_what_it_measures()
    {
        var lines = Print("table outcomes --no-color").OutLines;

        var own = Assert.Single(lines, line => line.StartsWith("a|b", StringComparison.Ordinal));
        Assert.Equal("""a|b <c>, "d"      3  1.23e-7 to 0.500""", own);
        Assert.Contains(lines, line => Cells(line) is ["through", "3", _, "1.00 → 2.00", "1.50 → 2.50"]);
    }

    [Fact]
    public void Csv_has_the_cells_own_digits_and_quotes_names()
    {
        workplace.OutIsTerminal = false;

        var lines = Print("table outcomes").OutLines;

        Assert.Contains("\"a|b <c>, \"\"d\"\"\",1,0,0,,error.own,,2.46913578E-07", lines);
    }

    public void Dispose() => workplace.Dispose();

    private static string[] Cells(string line) =>
        [.. line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private Call Print(string words) => workplace.Call(Workplace.Split(words), [recipe], new Interrupt());
}

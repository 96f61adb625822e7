using Experiments.CommandLine.Verbs;
using Experiments.Results;

namespace Experiments.Tests.CommandLine;

/// <summary>Charts of published settings are never replaced by charts of others.</summary>
public sealed class ChartFilesTests : IDisposable
{
    private readonly Workplace workplace = new();

    [Theory]
    [InlineData("--epochs 2", ",epochs=2/")]
    [InlineData("--set lr=0.5", ",optimizer.learning-rate=0.5/")]
    [InlineData("--quick", "/quick,digits-sha256-")]
    [InlineData("--variants 4-units-one-layer", ",4-units-one-layer/")]
    public void Charts_of_other_settings_have_a_folder_of_their_own(string options, string folder)
    {
        workplace.Do("run widths --dataset digits --quiet");
        var published = Charts();

        var call = workplace.Do($"run widths --dataset digits --quiet {options}");

        Assert.All(published, chart => Assert.Equal(chart.Value, Charts()[chart.Key]));
        Assert.Equal(2 * published.Count, Charts().Count);
        Assert.Contains(call.OutLines, line => line.Contains(folder, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, false, "MNIST", "", false, "")]
    [InlineData(true, false, "MNIST", "", false, "quick")]
    [InlineData(false, true, "synthetic digits", "", false, "synthetic")]
    [InlineData(false, false, "no data set", "", false, "")] // nothing was trained
    [InlineData(false, false, "Fashion MNIST", "", false, "fashion-mnist")]
    [InlineData(false, false, "MNIST", "epochs=5", false, "epochs=5")]
    [InlineData(true, true, "synthetic digits", "split=60/20/20", true, "quick,synthetic,split=60-20-20,1-hidden")]
    public void The_folder_says_what_is_not_as_published(
        bool quick, bool synthetic, string dataSet, string departure, bool isPart, string expected)
    {
        IReadOnlyList<Departure> departures =
            departure.Split('=') is [var setting, var value] ? [new(setting, value, "30"), new(setting, value, "30")] : [];
        var results = MadeUpResults.Of(
            workplace.Results, ["1 hidden"], 1, (_, seed) => MadeUpResults.Learning(1, seed), quick, synthetic,
            departures: new Dictionary<string, IReadOnlyList<Departure>> { ["1 hidden"] = departures }, dataSet: dataSet);

        Assert.Equal(expected, ChartFiles.SubfolderOf(results, isPart));
    }

    [Fact]
    public void A_long_name_of_a_folder_is_cut_and_stays_its_own()
    {
        List<string> names = [.. new[] { "a", "b" }.Select(value =>
        {
            var departures = Enumerable.Range(0, 9).Select(at => new Departure($"setting-{at}", $"{value}{at}", "")).ToList();
            var results = MadeUpResults.Of(
                workplace.Results, ["only"], 1, (_, seed) => MadeUpResults.Learning(1, seed),
                departures: new Dictionary<string, IReadOnlyList<Departure>> { ["only"] = departures });
            return ChartFiles.SubfolderOf(results, isPart: false);
        })];

        Assert.NotEqual(names[0], names[1]);
        Assert.All(names, name => Assert.InRange(name.Length, 60, 70));
    }

    public void Dispose() => workplace.Dispose();

    private Dictionary<string, string> Charts() => workplace.Files.Where(file => file.StartsWith("plots/", StringComparison.Ordinal))
        .ToDictionary(file => file, file => Convert.ToHexString(File.ReadAllBytes(Path.Combine(workplace.Folder, file))));
}

using Experiments.Charts;
using Experiments.Results;
using Map = ScottPlot.Plottables.Heatmap;

namespace Experiments.Tests.Charts;

/// <summary>The map of a metric over layers and epochs.</summary>
public sealed class LayerMapTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // Of 4 seeds 10^(layer − 3 + seed − epoch) has the geometric mean 10^(layer − 3 + 1.5 − epoch).
    [Fact]
    public void A_cell_is_the_logarithm_of_the_geometric_mean_with_the_last_layer_on_top()
    {
        var map = MapOf(Draw(Table(epochs: [0, 1, 2, 3])));

        Assert.Equal((3, 4), (map.Intensities.GetLength(0), map.Intensities.GetLength(1)));
        for (var row = 0; row < 3; row++)
        {
            for (var epoch = 0; epoch < 4; epoch++)
            {
                Assert.Equal(3 - row - 3 + 1.5 - epoch, map.Intensities[row, epoch], 9);
            }
        }
    }

    [Fact]
    public void Cells_stand_around_their_epoch_and_their_layer()
    {
        var rectangle = MapOf(Draw(Table(epochs: [0, 1, 2, 3]))).GetAlignedExtent();

        Assert.Equal((-0.5, 3.5), (rectangle.Left, rectangle.Right));
        Assert.Equal((0.5, 3.5), (rectangle.Bottom, rectangle.Top));
    }

    [Fact]
    public void All_panels_have_one_scale_of_colours_from_the_least_to_the_greatest_mean()
    {
        var figure = Draw(Table(epochs: [0, 1, 2, 3]));

        Assert.Equal((-3.5, 1.5), (Math.Round(figure.Scale!.Range.Low, 9), Math.Round(figure.Scale.Range.High, 9)));
        Assert.Equal(["0.001", "0.01", "0.1", "1", "10"], figure.Scale.Ticks.Select(tick => tick.Label));
        Assert.All(figure.Panels.SelectMany(panel => panel.GetPlottables<Map>()), map =>
            Assert.Equal((figure.Scale.Range.Low, figure.Scale.Range.High), (map.ManualRange!.Value.Min, map.ManualRange.Value.Max)));
    }

    [Fact]
    public void A_seed_that_diverged_is_in_no_mean()
    {
        var map = MapOf(Draw(Table(epochs: [0, 1], diverged: 3)));

        Assert.Equal(1 - 3 + 1.0 - 1, map.Intensities[2, 1], 9); // of the seeds 0, 1 and 2
    }

    [Fact]
    public void A_network_of_one_layer_has_a_map_too()
    {
        var map = MapOf(Draw(Table(epochs: [0, 1, 2], layers: 1)));

        Assert.Equal(1 - 3 + 1.5 - 2, map.Intensities[0, 2], 9);
        Assert.Equal((0.5, 1.5), (map.GetAlignedExtent().Bottom, map.GetAlignedExtent().Top));
    }

    // Measured after 0, 0.01, 0.1, 1 and 10 epochs: on a log axis each but the ends has an equal part of the width.
    [Fact]
    public void On_a_log_axis_of_epochs_cells_are_as_wide_as_they_are_apart()
    {
        var table = Table(epochs: [0, 100, 1_000], stepsAnEpoch: 100, within: [1, 10], perStep: 0.001);
        var map = MapOf(new LayerMap("map", "Title", Metrics.BiasGradient) { Panels = "variant", LogEpochs = true }.Draw(table));
        var columns = map.Intensities.GetLength(1);
        var (left, width) = (map.GetAlignedExtent().Left, map.GetAlignedExtent().Right - map.GetAlignedExtent().Left);

        Assert.All([0.01, 0.1, 1.0, 10.0], epoch =>
        {
            var column = (int)(columns * (Math.Log10(epoch) - left) / width);
            Assert.Equal(1 - 3 + 1.5 - (epoch * 100 * 0.001), map.Intensities[2, column], 6);
        });
    }

    [Fact]
    public void Below_it_stands_the_last_layers_value_over_the_firsts_in_the_title_too() =>
        Assert.Equal("100 → 100", Draw(Table(epochs: [0, 1, 2])).Panels[1].Axes.Title.Label.Text);

    private static Map MapOf(Figure figure) => figure.Panels[0].GetPlottables<Map>().Single();

    private static Figure Draw(ResultTable table) =>
        new LayerMap("map", "Title", Metrics.BiasGradient) { Panels = "variant" }.Draw(table);

    // 10^(layer − 3 + seed − step), the fall of a step being 1 or less; the epochs are given as steps.
    private ResultTable Table(int[] epochs, int layers = 3, int? diverged = null, int stepsAnEpoch = 1, int[]? within = null,
        double perStep = 1) =>
        MadeUpResults.Of(folder, ["a"], 4, (_, seed) =>
        [
            .. from step in epochs
               from layer in Enumerable.Range(1, layers)
               let value = seed == diverged && step > 0 ? double.NaN : Math.Pow(10, layer - 3 + seed - (perStep * step))
               select new Measurement(step / stepsAnEpoch, step, "", Metrics.BiasGradient, layer, value),
            .. from step in within ?? []
               from layer in Enumerable.Range(1, layers)
               select new Measurement(
                   0, step, "", $"within-epoch.{Metrics.BiasGradient}", layer, Math.Pow(10, layer - 3 + seed - (perStep * step))),
        ]);
}

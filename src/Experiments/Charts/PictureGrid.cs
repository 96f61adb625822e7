using ScottPlot;

namespace Experiments.Charts;

/// <summary>Small pictures in rows: each is a square of side 1, a little apart from the next.</summary>
internal static class PictureGrid
{
    /// <summary>Room to the left, where there is no axis.</summary>
    public const float LeftAxis = 18;

    private const double Apart = 1.12;
    private const double Width = 964; // of a panel without axes, in pixels
    private const float Around = 60; // title and bottom

    /// <summary>The height of a panel in which pictures are squares, in pixels.</summary>
    /// <param name="rows">Rows of pictures.</param>
    /// <param name="columns">Pictures of a row.</param>
    /// <param name="height">Height of a row; 1 is that of a picture.</param>
    public static float HeightOf(int rows, int columns, double height) => (float)(rows * height * Width / (columns * Apart)) + Around;

    /// <summary>A panel without axes for some rows of pictures.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="rows">Rows of pictures.</param>
    /// <param name="columns">Pictures of a row.</param>
    /// <param name="height">Height of a row; 1 is that of a picture.</param>
    public static Plot Panel(string title, int rows, int columns, double height)
    {
        var plot = Theme.Panel(title);
        plot.HideGrid();
        plot.Axes.Left.FrameLineStyle.Width = 0;
        plot.Axes.Bottom.FrameLineStyle.Width = 0;
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.EmptyTickGenerator();
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.EmptyTickGenerator();
        plot.Axes.SetLimits(0, columns * Apart, -rows * height, 0);
        return plot;
    }

    /// <summary>Adds a picture.</summary>
    /// <returns>Its lower left corner.</returns>
    public static (double Left, double Bottom) Add(
        Plot plot, IReadOnlyList<double> pixels, int width, int index, int columns, double height, IColormap colors, (double, double) range)
    {
        var cells = new double[pixels.Count / width, width];
        for (var pixel = 0; pixel < cells.Length; pixel++)
        {
            cells[pixel / width, pixel % width] = pixels[pixel];
        }

        var (left, bottom) = (index % columns * Apart, -(index / columns * height) - 1);
        var picture = plot.Add.Heatmap(cells);
        picture.Rectangle = new(left, left + 1, bottom, bottom + 1);
        picture.Colormap = colors;
        picture.ManualRange = new(range.Item1, range.Item2);
        return (left, bottom);
    }
}

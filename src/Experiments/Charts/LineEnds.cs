using ScottPlot;
using SkiaSharp;

namespace Experiments.Charts;

/// <summary>
/// The names of lines to the right of the panels of a figure, each as near to its line's end as the others leave room for, with a short
/// stroke in the line's colour that joins the two.
/// </summary>
internal sealed class LineEnds
{
    private const float TextSize = 12;
    private const float TextHeight = 15;
    private const float Stroke = 12;
    private const float Gap = 3;
    private const float Margin = 12;
    private const float MostMoved = 3.2f * TextHeight;
    private const float MostOfWidth = 0.36f;

    private readonly IReadOnlyList<IReadOnlyList<EndLabel>> labels;

    private LineEnds(IReadOnlyList<IReadOnlyList<EndLabel>> labels, float width) => (this.labels, Width) = (labels, width);

    /// <summary>Room to the right of each panel, in pixels.</summary>
    public float Width { get; }

    /// <summary>Whether there are none, or there is no room for them.</summary>
    public bool IsEmpty => labels.Count == 0;

    /// <summary>The labels of a figure; none if they take too much of its width or would stand too far from their lines.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="figureWidth">Its width in pixels.</param>
    /// <param name="around">Pixels of a panel's height above and below its data.</param>
    public static LineEnds Of(Figure figure, float figureWidth, Func<Plot, float> around)
    {
        var labels = figure.EndLabels;
        if (labels.All(ofPanel => ofPanel.Count == 0))
        {
            return new([], 0);
        }

        var width = Stroke + Gap + Margin + labels.SelectMany(ofPanel => ofPanel).Max(label => ChartFont.Width(label.Text, TextSize));
        return width * figure.Columns <= MostOfWidth * figureWidth && labels.Index().All(ofPanel => Fit(ofPanel.Index, ofPanel.Item))
            ? new(labels, width) : new([], 0);

        bool Fit(int index, IReadOnlyList<EndLabel> ofPanel)
        {
            var panel = figure.Panels[index];
            var wanted = Wanted(panel, ofPanel, figure.HeightOf(index / figure.Columns) - around(panel));
            return wanted.Zip(Places(wanted)).All(place => Math.Abs(place.First - place.Second) <= MostMoved);
        }
    }

    /// <summary>Whether a text stands beside a line.</summary>
    public bool Has(string text) => labels.Any(ofPanel => ofPanel.Any(label => label.Text == text));

    /// <summary>Draws the labels of a panel.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="paint">A paint of ScottPlot's.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="index">Its place in its figure.</param>
    /// <param name="data">Where its data are on the canvas.</param>
    public void Draw(SKCanvas canvas, Paint paint, Plot panel, int index, PixelRect data)
    {
        if (index >= labels.Count)
        {
            return;
        }

        var wanted = Wanted(panel, labels[index], data.Height);
        using var stroke = new SKPaint { IsAntialias = true, StrokeWidth = 2, IsStroke = true };
        foreach (var (label, (from, to)) in labels[index].Zip(wanted.Zip(Places(wanted))))
        {
            stroke.Color = label.Color.ToSKColor();
            canvas.DrawLine(data.Right + Gap, data.Top + from, data.Right + Gap + Stroke, data.Top + to, stroke);
            var style = new LabelStyle
            {
                FontSize = TextSize, ForeColor = Theme.Ink, Alignment = Alignment.MiddleLeft, OffsetY = ChartFont.CenteringOffset(TextSize),
            };
            style.Render(canvas, new Pixel(data.Right + Gap + Stroke + Gap, data.Top + to), paint, label.Text);
        }
    }

    /// <summary>
    /// Where texts stand that must not overlap, as near as can be to where they are wanted: the least sum of squared distances (isotonic
    /// regression, by pooling neighbours that are in each other's way).
    /// </summary>
    /// <param name="wanted">The middles of the texts as wanted, in pixels, in any order.</param>
    /// <returns>The middles as they can be, in the same order.</returns>
    internal static float[] Places(IReadOnlyList<float> wanted)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(at => wanted[at]).ToList();
        List<(float Sum, int Count)> pools = [];
        foreach (var (at, index) in order.Index())
        {
            pools.Add((wanted[index] - (at * TextHeight), 1));
            while (pools.Count > 1 && pools[^1].Sum / pools[^1].Count < pools[^2].Sum / pools[^2].Count)
            {
                pools[^2] = (pools[^2].Sum + pools[^1].Sum, pools[^2].Count + pools[^1].Count);
                pools.RemoveAt(pools.Count - 1);
            }
        }

        var starts = pools.SelectMany(pool => Enumerable.Repeat(pool.Sum / pool.Count, pool.Count)).ToList();
        var places = new float[wanted.Count];
        foreach (var (at, index) in order.Index())
        {
            places[index] = starts[at] + (at * TextHeight);
        }

        return places;
    }

    // From the top of the data area, in pixels.
    private static float[] Wanted(Plot panel, IReadOnlyList<EndLabel> labels, float height)
    {
        var limits = panel.Axes.GetLimits();
        return [.. labels.Select(label => (float)(height * (limits.Top - Math.Clamp(label.Position, limits.Bottom, limits.Top))
            / (limits.Top - limits.Bottom)))];
    }
}

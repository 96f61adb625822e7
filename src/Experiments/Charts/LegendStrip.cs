using ScottPlot;
using SkiaSharp;

namespace Experiments.Charts;

/// <summary>The legend: items side by side, in as many rows as they need.</summary>
internal sealed class LegendStrip
{
    private const float TextSize = 13;
    private const float Below = 4;

    private readonly Legend? legend;
    private readonly float width;

    /// <summary>A legend.</summary>
    /// <param name="items">What is in it; empty for none, which takes no room.</param>
    /// <param name="width">The room there is.</param>
    public LegendStrip(IReadOnlyList<LegendItem> items, float width)
    {
        this.width = width;
        if (items.Count > 0)
        {
            legend = Of(items);
            using var paint = Paint.NewDisposablePaint();
            Height = legend.GetLayout(new(width, float.MaxValue), paint).LegendRect.Height + Below;
        }
    }

    /// <summary>Its height.</summary>
    public float Height { get; }

    /// <summary>Draws it.</summary>
    public void Draw(SKCanvas canvas, Paint paint, float left, float top) =>
        legend?.Render(canvas, paint, new PixelRect(left, left + width, top + Height - Below, top), Alignment.UpperLeft);

    private static Legend Of(IReadOnlyList<LegendItem> items)
    {
        var legend = new Legend(new Plot())
        {
            Orientation = Orientation.Horizontal,
            TightHorizontalWrapping = true,
            OutlineWidth = 0,
            ShadowColor = Colors.Transparent,
            BackgroundColor = Colors.Transparent,
            FontSize = TextSize,
            Padding = new PixelPadding(0, 0, 4, 4),
            InterItemPadding = new PixelPadding(0, 14, 2, 2),
        };
        foreach (var item in items)
        {
            item.LabelStyle.OffsetY = ChartFont.CenteringOffset(TextSize);
            legend.ManualItems.Add(item);
        }

        return legend;
    }
}

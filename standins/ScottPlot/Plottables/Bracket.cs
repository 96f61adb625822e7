namespace ScottPlot.Plottables;

/// <summary>A bracket beside the line between two points, with a text in the middle.</summary>
public class Bracket : IPlottable
{
    public float EdgeLength = 5;

    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public Coordinates Point1 { get; set; }
    public Coordinates Point2 { get; set; }
    public bool LabelCounterClockwise { get; set; }
    public string Text { get; set; } = string.Empty;
    public LineStyle LineStyle { get; set; } = new(1);
    public LabelStyle LabelStyle { get; set; } = new() { Alignment = Alignment.LowerCenter };
    public IEnumerable<LegendItem> LegendItems => LegendItem.None;

    public AxisLimits GetAxisLimits() => new([Point1, Point2]);

    public virtual void Render(RenderPack rp)
    {
        Pixel from = Axes.GetPixel(Point1), to = Axes.GetPixel(Point2);
        Pixel along = to - from;
        float length = from.DistanceFrom(to);
        if (length == 0)
            return;

        // Outwards is clockwise from the direction of the line unless the other side is asked for.
        Pixel outwards = new Pixel(-along.Y, along.X) * (EdgeLength / length * (LabelCounterClockwise ? -1 : 1));
        Pixel start = from + outwards, end = to + outwards;
        rp.Canvas.DrawLine(start, start + outwards, LineStyle);
        rp.Canvas.DrawLine(end, end + outwards, LineStyle);
        rp.Canvas.DrawLine(start + outwards, end + outwards, LineStyle);
        if (!string.IsNullOrWhiteSpace(Text))
            RenderText(rp, (start + end) / 2 + outwards, along, outwards);
    }

    private void RenderText(RenderPack rp, Pixel middle, Pixel along, Pixel outwards)
    {
        rp.Canvas.DrawLine(middle, middle + outwards, LineStyle);

        // The text runs along the line, turned so that it is never upside down.
        float degrees = MathF.Atan2(along.Y, along.X) * 180 / MathF.PI;
        bool isTurned = degrees is > 90 or < -90;
        bool isAbove = (along.X * outwards.Y - along.Y * outwards.X > 0) == isTurned;
        rp.Canvas.Save();
        rp.Canvas.Translate(middle.X + outwards.X, middle.Y + outwards.Y);
        rp.Canvas.RotateDegrees(isTurned ? degrees - 180 : degrees);
        rp.Canvas.Translate(0, isAbove ? 0 : LabelStyle.Measure(Text, rp.Paint).Height);
        LabelStyle.Render(rp.Canvas, Pixel.Zero, Text);
        rp.Canvas.Restore();
    }
}

namespace ScottPlot.Plottables;

/// <summary>A text at an edge or in the middle of the data area, wherever the axes point.</summary>
public class Annotation : LabelStyleProperties, IPlottable
{
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public override LabelStyle LabelStyle { get; set; } = new() { ShadowColor = Colors.Black.WithAlpha(0.2) };
    public string Text { get => LabelText; set => LabelText = value; }
    public Alignment Alignment { get; set; } = Alignment.UpperLeft;
    public PixelOffset PixelOffset { get; set; } = new(10, 10);
    public float OffsetX { get => PixelOffset.X; set => PixelOffset = PixelOffset.WithX(value); }
    public float OffsetY { get => PixelOffset.Y; set => PixelOffset = PixelOffset.WithY(value); }

    /// <summary>The part of the data area to be aligned in.</summary>
    public FractionRect FractionRect { get; set; } = FractionRect.Full;

    public IEnumerable<LegendItem> LegendItems => LegendItem.None;

    [Obsolete("Interact properties in this class (e.g., LabelFontColor) or properties of LabelStyle")]
    public LabelStyle Label { get => LabelStyle; set => LabelStyle = value; }

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public virtual void Render(RenderPack rp)
    {
        if (!IsVisible)
            return;
        PixelRect area = rp.DataRect.Fraction(FractionRect);
        LabelStyle.Render(rp.Canvas, LabelStyle.GetRenderLocation(area, Alignment, OffsetX, OffsetY));
    }
}

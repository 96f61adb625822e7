namespace ScottPlot;

/// <summary>A box from <see cref="BoxMin"/> to <see cref="BoxMax"/> with whatever of a line inside and two whiskers is given.</summary>
public class Box : IHasFill, IHasLine
{
    public double Position { get; set; }
    public double BoxMin { get; set; }
    public double BoxMax { get; set; }
    public double? BoxMiddle { get; set; }
    public double? WhiskerMin { get; set; }
    public double? WhiskerMax { get; set; }
    public double Width { get; set; } = 0.8;
    public double WhiskerSizeFraction { get; set; } = 0.5;
    public double WhiskerSize => Width * WhiskerSizeFraction;
    public Orientation Orientation { get; set; } = Orientation.Vertical;
    public bool IsVisible { get; set; } = true;

    public FillStyle FillStyle { get; set; } = new();
    public Color FillColor { get => FillStyle.Color; set => FillStyle.Color = value; }
    public Color FillHatchColor { get => FillStyle.HatchColor; set => FillStyle.HatchColor = value; }
    public IHatch? FillHatch { get => FillStyle.Hatch; set => FillStyle.Hatch = value; }

    public LineStyle LineStyle { get; set; } = new(1);
    public float LineWidth { get => LineStyle.Width; set => LineStyle.Width = value; }
    public LinePattern LinePattern { get => LineStyle.Pattern; set => LineStyle.Pattern = value; }
    public Color LineColor { get => LineStyle.Color; set => LineStyle.Color = value; }

    [Obsolete("use FillColor or FillStyle")]
    public FillStyle Fill { get => FillStyle; set => FillStyle = value; }

    [Obsolete("use LineWidth, LineColor, or LineStyle")]
    public LineStyle Stroke { get => LineStyle; set => LineStyle = value; }

    // The upper whisker is held against the lower end of the box, so one that ends inside the box cuts the limits: as in the package.
    public AxisLimits GetAxisLimits() => new(
        Position - Width / 2,
        Position + Width / 2,
        Math.Min(BoxMin, WhiskerMin ?? BoxMin),
        WhiskerMax.HasValue ? Math.Max(BoxMin, WhiskerMax.Value) : BoxMax);

    public void Render(RenderPack rp, IAxes axes)
    {
        if (!IsVisible)
            return;
        if (Orientation != Orientation.Vertical)
            throw new NotImplementedException();

        PixelRect body = axes.GetPixelRect(new(Position - Width / 2, Position + Width / 2, BoxMin, BoxMax));
        rp.Canvas.FillRectangle(body, FillStyle);
        rp.Canvas.DrawRectangle(body, LineStyle);
        if (BoxMiddle is double middle)
            DrawLine(new(Position - Width / 2, middle, Position + Width / 2, middle));
        if (WhiskerMax is double high)
            DrawWhisker(BoxMax, high);
        if (WhiskerMin is double low)
            DrawWhisker(BoxMin, low);

        void DrawLine(CoordinateLine line) => rp.Canvas.DrawLine(axes.GetPixelLine(line), LineStyle);

        void DrawWhisker(double from, double to)
        {
            DrawLine(new(Position, from, Position, to));
            DrawLine(new(Position - WhiskerSize / 2, to, Position + WhiskerSize / 2, to));
        }
    }
}

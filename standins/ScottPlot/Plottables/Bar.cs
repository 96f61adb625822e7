namespace ScottPlot;

public class Bar : IHasFill, IHasLine
{
    /// <summary>Below this value the label is at the lower end.</summary>
    public double LabelInvertWhenValueBelow;

    public double Position { get; set; }
    public double Value { get; set; }
    public double ValueBase { get; set; }

    /// <summary>Thickness, in the units of the axis along which the bars stand.</summary>
    public double Size { get; set; } = 0.8;

    public double Error { get; set; }
    public double ErrorSize { get; set; } = 0.2;
    public bool ErrorPositive { get; set; } = true;
    public bool ErrorNegative { get; set; } = true;
    public bool IsVisible { get; set; } = true;
    public Orientation Orientation { get; set; } = Orientation.Vertical;

    public FillStyle FillStyle { get; set; } = new(Colors.Gray);
    public Color FillColor { get => FillStyle.Color; set => FillStyle.Color = value; }
    public Color FillHatchColor { get => FillStyle.HatchColor; set => FillStyle.HatchColor = value; }
    public IHatch? FillHatch { get => FillStyle.Hatch; set => FillStyle.Hatch = value; }

    public LineStyle LineStyle { get; set; } = new(1);
    public float LineWidth { get => LineStyle.Width; set => LineStyle.Width = value; }
    public LinePattern LinePattern { get => LineStyle.Pattern; set => LineStyle.Pattern = value; }
    public Color LineColor { get => LineStyle.Color; set => LineStyle.Color = value; }

    public string Label { get; set; } = string.Empty;
    public string ValueLabel { get => Label; set => Label = value; }
    public bool LabelOnTop { get; set; }
    public bool CenterLabel { get; set; }
    public float LabelOffset { get; set; } = 5;

    public CoordinateRect Rect => Orientation == Orientation.Vertical
        ? new(Position - Size / 2, Position + Size / 2, ValueBase, Value)
        : new(ValueBase, Value, Position - Size / 2, Position + Size / 2);

    /// <summary>The line from the lower to the upper end of the error, then the upper and the lower cap.</summary>
    public IEnumerable<CoordinateLine> ErrorLines
    {
        get
        {
            double low = Value - Error, high = Value + Error, before = Position - ErrorSize / 2, after = Position + ErrorSize / 2;
            return [Across(Position, low, Position, high), Across(before, high, after, high), Across(before, low, after, low)];
        }
    }

    public AxisLimits AxisLimits
    {
        get
        {
            double before = Position - Size / 2, after = Position + Size / 2;
            double low = Math.Min(ValueBase, Value - Error), high = Value + Error;
            return Orientation == Orientation.Vertical ? new(before, after, low, high) : new(low, high, before, after);
        }
    }

    public void Render(RenderPack rp, IAxes axes, LabelStyle labelStyle)
    {
        RenderBody(rp, axes);
        RenderText(rp, axes, labelStyle);
    }

    // The error has the outline's style: a bar without outline shows none.
    public void RenderBody(RenderPack rp, IAxes axes)
    {
        PixelRect rect = axes.GetPixelRect(Rect);
        rp.Canvas.FillRectangle(rect, FillStyle);
        rp.Canvas.DrawRectangle(rect, LineStyle);
        if (Error == 0)
            return;
        foreach (CoordinateLine line in ErrorLines)
            rp.Canvas.DrawLine(axes.GetPixelLine(line), LineStyle);
    }

    public void RenderText(RenderPack rp, IAxes axes, LabelStyle labelStyle)
    {
        PixelRect rect = axes.GetPixelRect(Rect);
        if (CenterLabel)
        {
            labelStyle.Alignment = Alignment.MiddleCenter;
            labelStyle.Render(rp.Canvas, rect.Center);
        }
        else if (Orientation == Orientation.Vertical)
        {
            bool above = Value >= LabelInvertWhenValueBelow;
            labelStyle.Alignment = above ? Alignment.LowerCenter : Alignment.UpperCenter;
            labelStyle.Render(rp.Canvas, above ? rect.TopCenter.MovedUp(LabelOffset) : rect.BottomCenter.MovedDown(LabelOffset));
        }
        else
        {
            MeasuredText text = labelStyle.Measure(labelStyle.Text, rp.Paint);
            float away = LabelOffset + text.Width / 2;
            Pixel end = Value < 0 ? rect.LeftCenter.MovedLeft(away) : rect.RightCenter.MovedRight(away);
            labelStyle.Render(rp.Canvas, end.MovedDown(text.Height / 2));
        }
    }

    private CoordinateLine Across(double position1, double value1, double position2, double value2) =>
        Orientation == Orientation.Vertical ? new(position1, value1, position2, value2) : new(value1, position1, value2, position2);

    [Obsolete("use LineColor", true)]
    public Color BorderColor { get; set; }

    [Obsolete("use LineWidth", true)]
    public float BorderLineWidth { get; set; } = 1;

    [Obsolete("use LineWidth", true)]
    public float ErrorLineWidth { get; set; }
}

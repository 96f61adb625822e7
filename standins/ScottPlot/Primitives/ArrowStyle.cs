namespace ScottPlot;

public class ArrowStyle : IHasLine, IHasFill
{
    public LineStyle LineStyle { get; set; } = new();
    public float LineWidth { get => LineStyle.Width; set => LineStyle.Width = value; }
    public Color LineColor { get => LineStyle.Color; set => LineStyle.Color = value; }
    public LinePattern LinePattern { get => LineStyle.Pattern; set => LineStyle.Pattern = value; }

    public FillStyle FillStyle { get; set; } = new();
    public Color FillColor { get => FillStyle.Color; set => FillStyle.Color = value; }
    public Color FillHatchColor { get => FillStyle.HatchColor; set => FillStyle.HatchColor = value; }
    public IHatch? FillHatch { get => FillStyle.Hatch; set => FillStyle.Hatch = value; }

    public ArrowAnchor Anchor { get; set; } = ArrowAnchor.Center;
    public bool IsVisible { get; set; } = true;
    public float ArrowWidth { get; set; } = 7;
    public float ArrowheadAxisLength { get; set; } = 15;
    public float ArrowheadLength { get; set; } = 20;
    public float ArrowheadWidth { get; set; } = 20;
    public float MinimumLength { get; set; }
    public float MaximumLength { get; set; } = float.MaxValue;
    public float Offset { get; set; }
}

namespace ScottPlot;

public class FillStyle
{
    public FillStyle() { }
    public FillStyle(Color color) => Color = color;

    public Color Color { get; set; } = Colors.Transparent;
    public Color HatchColor { get; set; } = Colors.Gray;
    public IHatch? Hatch { get; set; }
    public bool AntiAlias { get; set; } = true;
    public bool IsVisible { get; set; } = true;

    public bool HasValue => Color != Colors.Transparent || (Hatch is not null && HatchColor != Colors.Transparent);
    public bool CanBeRendered => IsVisible && Color.Alpha > 0;
}

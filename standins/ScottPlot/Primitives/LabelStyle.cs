using System.ComponentModel;

namespace ScottPlot;

public partial class LabelStyle
{
    public bool Italic;
    public float PointSize;
    public bool PointFilled;
    public Color PointColor = Colors.Magenta;
    public float OffsetX;
    public float OffsetY;
    public float BorderRadiusX;
    public float BorderRadiusY;

    [Obsolete("use AntiAliasBackground and AntiAliasText", true)]
    public bool AntiAlias = true;

    public static bool RTLSupport { get; set; }
    public static LabelStyle Default => new();

    public bool IsVisible { get; set; } = true;
    public string Text { get; set; } = string.Empty;
    public Alignment Alignment { get; set; } = Alignment.UpperLeft;

    /// <summary>Degrees, clockwise.</summary>
    public float Rotation { get; set; }

    public Color ForeColor { get; set; } = Colors.Black;
    public Color BackgroundColor { get; set; } = Colors.Transparent;
    public Color BorderColor { get; set; } = Colors.Transparent;
    public float BorderWidth { get; set; } = 1;
    public Color ShadowColor { get; set; } = Colors.Transparent;
    public PixelOffset ShadowOffset { get; set; } = new(3, 3);
    public bool AntiAliasBackground { get; set; } = true;
    public bool AntiAliasText { get; set; } = true;
    public bool SubpixelText { get; set; } = true;
    public string FontName { get; set; } = Fonts.Default;
    public float FontSize { get; set; } = 12;
    public bool Bold { get; set; }
    public bool Underline { get; set; }
    public double UnderlineWidth { get; set; } = 1;
    public double UnderlineOffset { get; set; } = 2;
    public float? LineSpacing { get; set; }
    public PixelPadding PixelPadding { get; set; }
    public PixelRect LastRenderPixelRect { get; private set; }

    public float Padding
    {
        [Obsolete("Get PixelPadding instead", true)]
        get => 0;
        set => PixelPadding = new(value);
    }

    public float BorderRadius
    {
        get => BorderRadiusX;
        set => BorderRadiusX = BorderRadiusY = value;
    }

    [Obsolete("use BackgroundColor", true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Color BackColor { get; set; }
}

namespace ScottPlot;

/// <summary>Colours of a plot that can be carried over to another. What is null stays as it is.</summary>
public class PlotStyle
{
    public IPalette? Palette { get; set; }
    public Color? FigureBackgroundColor { get; set; }
    public Color? DataBackgroundColor { get; set; }
    public Color? AxisColor { get; set; }
    public Color? GridMajorLineColor { get; set; }
    public Color? LegendBackgroundColor { get; set; }
    public Color? LegendFontColor { get; set; }
    public Color? LegendOutlineColor { get; set; }

    public static PlotStyle FromPlot(Plot plot) => new()
    {
        Palette = plot.Add.Palette,
        FigureBackgroundColor = plot.FigureBackground.Color,
        DataBackgroundColor = plot.DataBackground.Color,
        AxisColor = plot.Axes.GetAxes().First().FrameLineStyle.Color,
        GridMajorLineColor = plot.Grid.MajorLineColor,
        LegendBackgroundColor = plot.Legend.BackgroundColor,
        LegendFontColor = plot.Legend.FontColor,
        LegendOutlineColor = plot.Legend.OutlineColor,
    };

    public void Apply(Plot plot)
    {
        plot.Add.Palette = Palette ?? plot.Add.Palette;
        plot.FigureBackground.Color = FigureBackgroundColor ?? plot.FigureBackground.Color;
        plot.DataBackground.Color = DataBackgroundColor ?? plot.DataBackground.Color;
        if (AxisColor is Color axes)
            plot.Axes.Color(axes);
        plot.Grid.MajorLineColor = GridMajorLineColor ?? plot.Grid.MajorLineColor;
        plot.Legend.BackgroundColor = LegendBackgroundColor ?? plot.Legend.BackgroundColor;
        plot.Legend.FontColor = LegendFontColor ?? plot.Legend.FontColor;
        plot.Legend.OutlineColor = LegendOutlineColor ?? plot.Legend.OutlineColor;
    }

    /// <summary>Only what differs from the other style; the rest is null.</summary>
    public PlotStyle WhereDifferentFrom(PlotStyle other)
    {
        static Color? Keep(Color? mine, Color? theirs) => mine == theirs ? null : mine;
        return new()
        {
            Palette = Palette == other.Palette ? null : Palette,
            FigureBackgroundColor = Keep(FigureBackgroundColor, other.FigureBackgroundColor),
            DataBackgroundColor = Keep(DataBackgroundColor, other.DataBackgroundColor),
            AxisColor = Keep(AxisColor, other.AxisColor),
            GridMajorLineColor = Keep(GridMajorLineColor, other.GridMajorLineColor),
            LegendBackgroundColor = Keep(LegendBackgroundColor, other.LegendBackgroundColor),
            LegendFontColor = Keep(LegendFontColor, other.LegendFontColor),
            LegendOutlineColor = Keep(LegendOutlineColor, other.LegendOutlineColor),
        };
    }
}

namespace ScottPlot;

public partial class LegendItem
{
    /// <summary>Where the item comes from; if that is hidden, the item is shown faintly or not at all.</summary>
    public IPlottable? Plottable { get; set; }

    public static IEnumerable<LegendItem> None => [];

    public static IEnumerable<LegendItem> Single(LegendItem item) => [item];

    public static IEnumerable<LegendItem> Single(IPlottable plottable, string label, MarkerStyle markerStyle) =>
        [new LegendItem { Plottable = plottable, LabelText = label, MarkerStyle = markerStyle }];

    public static IEnumerable<LegendItem> Single(IPlottable plottable, string label, MarkerStyle markerStyle, LineStyle lineStyle) =>
        [new LegendItem { Plottable = plottable, LabelText = label, MarkerStyle = markerStyle, LineStyle = lineStyle }];

    public static IEnumerable<LegendItem> Single(IPlottable plottable, string label, LineStyle lineStyle) =>
        [new LegendItem { Plottable = plottable, LabelText = label, LineStyle = lineStyle }];

    public static IEnumerable<LegendItem> Single(IPlottable plottable, string label, FillStyle fillStyle) =>
        [new LegendItem { Plottable = plottable, LabelText = label, FillStyle = fillStyle }];

    public static IEnumerable<LegendItem> Single(IPlottable plottable, string label, FillStyle fillStyle, LineStyle lineStyle) =>
        [new LegendItem { Plottable = plottable, LabelText = label, FillStyle = fillStyle, LineStyle = lineStyle }];

    public static IEnumerable<LegendItem> Single(IPlottable plottable, string label, LineStyle lineStyle, MarkerStyle markerStyle) =>
        Single(plottable, label, markerStyle, lineStyle);
}

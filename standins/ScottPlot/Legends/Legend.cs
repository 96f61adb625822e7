namespace ScottPlot;

/// <summary>What the plottables mean. Its drawing is in another part.</summary>
public partial class Legend(Plot plot) : IPlottable, IHasOutline, IHasBackground, IHasShadow
{
    public Plot Plot { get; } = plot;
    public bool IsVisible { get; set; } = true;
    public Alignment Alignment { get; set; } = Alignment.LowerRight;

    [Obsolete("use Alignment")]
    public Alignment Location { get => Alignment; set => Alignment = value; }

    public Orientation Orientation { get; set; } = Orientation.Vertical;
    /// <summary>Between the legend and the border of the data area.</summary>
    public PixelPadding Margin { get; set; } = new(7, 7);
    /// <summary>Between the legend's frame and its items.</summary>
    public PixelPadding Padding { get; set; } = new(10, 5);
    public float SymbolWidth { get; set; } = 20;
    public float SymbolHeight { get; set; } = 10;
    public float SymbolPadding { get; set; } = 5;
    public PixelPadding InterItemPadding { get; set; } = new(10, 10, 6, 6);
    public List<LegendItem> ManualItems { get; set; } = [];
    /// <summary>Items beside each other need not be as wide as the widest.</summary>
    public bool TightHorizontalWrapping { get; set; }
    public bool ShowItemRectangles_DEBUG { get; set; }
    public bool SetBestFontOnEachRender { get; set; }

    // these three, where set, win over the items' own
    public float? FontSize { get; set; }
    public string? FontName { get; set; }
    public Color? FontColor { get; set; }

    public ILegendLayout Layout { get; set; } = new LegendLayouts.Wrapping();
    public PixelSize LastRenderSize { get; private set; } = PixelSize.NaN;

    public LineStyle OutlineStyle { get; set; } = new(1);
    public float OutlineWidth { get => OutlineStyle.Width; set => OutlineStyle.Width = value; }
    public LinePattern OutlinePattern { get => OutlineStyle.Pattern; set => OutlineStyle.Pattern = value; }
    public Color OutlineColor { get => OutlineStyle.Color; set => OutlineStyle.Color = value; }

    [Obsolete("Assign BackgroundColor or interact with BackgroundFillStyle")]
    public FillStyle BackgroundFill { get => BackgroundFillStyle; set { } }

    public FillStyle BackgroundFillStyle { get; } = new(Colors.White);
    public Color BackgroundColor { get => BackgroundFillStyle.Color; set => BackgroundFillStyle.Color = value; }
    public Color BackgroundHatchColor { get => BackgroundFillStyle.HatchColor; set => BackgroundFillStyle.HatchColor = value; }
    public IHatch? BackgroundHatch { get => BackgroundFillStyle.Hatch; set => BackgroundFillStyle.Hatch = value; }

    [Obsolete("Assign ShadowColor or interact with ShadowFillStyle")]
    public FillStyle ShadowFill { get => ShadowFillStyle; set { } }

    public FillStyle ShadowFillStyle { get; } = new(Colors.Black.WithOpacity(.2));
    public Color ShadowColor { get => ShadowFillStyle.Color; set => ShadowFillStyle.Color = value; }
    public PixelOffset ShadowOffset { get; set; } = new(3, 3);
    public Alignment ShadowAlignment { get; set; } = Alignment.LowerRight;

    public IAxes Axes { get; set; } = new Axes();
    public IEnumerable<LegendItem> LegendItems => [];
    public MarkerShape? MarkerShapeOverride { get; set; }
    public bool DisplayPlottableLegendItems { get; set; } = true;
    public bool ShowItemsFromHiddenPlottables { get; set; }
    public double HiddenItemOpacity { get; set; } = .25;

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    /// <summary>What is shown: indexed manual items, then those of the plottables, then the other manual ones.</summary>
    public virtual LegendItem[] GetItems()
    {
        IEnumerable<LegendItem> fromPlottables = DisplayPlottableLegendItems
            ? Plot.PlottableList
                .Where(p => p.IsVisible || ShowItemsFromHiddenPlottables)
                .SelectMany(p => p.LegendItems)
                .Where(i => !string.IsNullOrEmpty(i.LabelText))
            : [];
        LegendItem[] items = ManualItems.Where(i => i.Index is not null).OrderBy(i => i.Index)
            .Concat(fromPlottables)
            .Concat(ManualItems.Where(i => i.Index is null))
            .Where(i => i.IsVisible)
            .ToArray();
        foreach (LegendItem item in items)
            ApplyFont(item);
        return items;
    }

    private void ApplyFont(LegendItem item)
    {
        if (SetBestFontOnEachRender)
            item.LabelStyle.SetBestFont();
        item.LabelFontSize = FontSize ?? item.LabelFontSize;
        item.LabelFontName = FontName ?? item.LabelFontName;
        item.LabelFontColor = FontColor ?? item.LabelFontColor;
    }
}

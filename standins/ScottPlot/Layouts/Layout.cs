namespace ScottPlot;

/// <summary>Where the data area and the panels around it are.</summary>
public readonly struct Layout : IEquatable<Layout>
{
    public Layout(PixelRect figureRect, PixelRect dataRect, Dictionary<IPanel, float> sizes, Dictionary<IPanel, float> offsets)
    {
        FigureRect = figureRect;
        DataRect = dataRect;
        PanelSizes = sizes;
        PanelOffsets = offsets;
    }

    public PixelRect FigureRect { get; }
    public PixelRect DataRect { get; }
    /// <summary>How far each panel is from the data area.</summary>
    public Dictionary<IPanel, float> PanelOffsets { get; }
    /// <summary>Each panel's size, perpendicular to its edge.</summary>
    public Dictionary<IPanel, float> PanelSizes { get; }

    public bool Equals(Layout other) => FigureRect.Equals(other.FigureRect) && DataRect.Equals(other.DataRect);
    public override bool Equals(object? obj) => obj is Layout other && Equals(other);
    public override int GetHashCode() => HashCode.Combine(FigureRect, DataRect);
}

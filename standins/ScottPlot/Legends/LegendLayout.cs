namespace ScottPlot;

/// <summary>Where a legend's frame, symbols and labels go.</summary>
public readonly struct LegendLayout
{
    public required LegendItem[] LegendItems { get; init; }
    public required PixelRect LegendRect { get; init; }
    public required PixelRect[] LabelRects { get; init; }
    public required PixelRect[] SymbolRects { get; init; }

    public static LegendLayout NoLegend => new() { LegendItems = [], LegendRect = PixelRect.NaN, LabelRects = [], SymbolRects = [] };

    internal LegendLayout MovedTo(PixelRect place)
    {
        PixelOffset offset = new(place.Left, place.Top);
        return new LegendLayout
        {
            LegendItems = LegendItems,
            LegendRect = LegendRect.WithOffset(offset),
            LabelRects = Array.ConvertAll(LabelRects, r => r.WithOffset(offset)),
            SymbolRects = Array.ConvertAll(SymbolRects, r => r.WithOffset(offset)),
        };
    }
}

public interface ILegendLayout
{
    LegendLayout GetLayout(Legend legend, LegendItem[] items, PixelSize maxSize, Paint paint);
}

namespace ScottPlot.LegendLayouts;

/// <summary>One item after the other, down or to the right, in a new column or row where the room ends.</summary>
public class Wrapping : ILegendLayout
{
    public LegendLayout GetLayout(Legend legend, LegendItem[] items, PixelSize maxSize, Paint paint)
    {
        PixelSize room = maxSize.Contracted(legend.Padding);
        PixelSize[] labels = Array.ConvertAll(items, i => i.LabelStyle.Measure(i.LabelText, paint).Size);
        float largestMarker = items.Max(i => i.MarkerStyle.Size);
        float itemHeight = Math.Max(labels.Max(l => l.Height), Math.Max(legend.SymbolHeight, largestMarker));
        float commonWidth = Math.Max(legend.SymbolWidth, largestMarker) + legend.SymbolPadding + labels.Max(l => l.Width);

        PixelRect[] labelRects = new PixelRect[items.Length], symbolRects = new PixelRect[items.Length];
        PixelOffset inset = new(legend.Padding.Left, legend.Padding.Top);
        (float x, float y, float right, float bottom) = (0, 0, 0, 0);
        for (int i = 0; i < items.Length; i++)
        {
            float width = legend.TightHorizontalWrapping ? legend.SymbolWidth + legend.SymbolPadding + labels[i].Width : commonWidth;
            (x, y) = Wrapped(legend, x, y, width, itemHeight, room);
            // what does not fit at all is cut
            PixelRect item = new PixelRect(x, x + width, y + itemHeight, y).Intersect(new PixelRect(0, room.Width, room.Height, 0));
            float symbol = Math.Max(legend.SymbolWidth, items[i].MarkerStyle.Size);
            PixelRect symbolRect = new(item.Left, item.Left + symbol, item.Bottom, item.Top);
            PixelRect labelRect = new(item.Left + symbol + legend.SymbolPadding, item.Right, item.Bottom, item.Top);
            (right, bottom) = (Math.Max(right, labelRect.Right), Math.Max(bottom, labelRect.Bottom));
            (symbolRects[i], labelRects[i]) = (symbolRect.WithOffset(inset), labelRect.WithOffset(inset));

            if (legend.Orientation == Orientation.Horizontal)
                x += width + legend.InterItemPadding.Right;
            else
                y += itemHeight + legend.InterItemPadding.Bottom;
        }

        return new LegendLayout
        {
            LegendItems = items,
            LegendRect = new PixelRect(
                0, Math.Min(right, room.Width) + legend.Padding.Horizontal, Math.Min(bottom, room.Height) + legend.Padding.Vertical, 0),
            LabelRects = labelRects,
            SymbolRects = symbolRects,
        };
    }

    private static (float X, float Y) Wrapped(Legend legend, float x, float y, float width, float height, PixelSize room)
    {
        if (legend.Orientation == Orientation.Horizontal)
            return x + width > room.Width ? (0, y + height + legend.InterItemPadding.Bottom) : (x, y);
        return y + height > room.Height ? (x + width + legend.InterItemPadding.Right, 0) : (x, y);
    }
}

namespace ScottPlot;

/// <summary>A part of a rectangle, in fractions of its width and height, counted from the upper left.</summary>
public readonly struct FractionRect
{
    public FractionRect(double left, double top, double width, double height)
    {
        // Both name "left", as the package does.
        if (left is < 0 or >= 1 || top is < 0 or >= 1)
            throw new ArgumentOutOfRangeException(nameof(left), "must be >=0 and <1");

        (Left, Top, Width, Height) = (left, top, width, height);
        if (Bottom > 1)
            throw new ArgumentException($"{nameof(top)} + {nameof(height)} must not exceed 1");
        if (Right > 1)
            throw new ArgumentException($"{nameof(left)} + {nameof(width)} must not exceed 1");
    }

    public static FractionRect Full => new(0, 0, 1, 1);

    public double Left { get; }
    public double Top { get; }
    public double Width { get; }
    public double Height { get; }
    public double Right => Left + Width;
    public double Bottom => Top + Height;

    public PixelRect GetPixelRect(PixelRect fullRect) => GetPixelRect(fullRect.Width, fullRect.Height);

    public PixelRect GetPixelRect(float width, float height) =>
        new(new Pixel(Left * width, Top * height), new PixelSize(Width * width, Height * height));

    public static FractionRect Column(int columnIndex, int columnCount) => GridCell(columnIndex, 0, columnCount, 1);
    public static FractionRect Row(int rowIndex, int rowCount) => GridCell(0, rowIndex, 1, rowCount);

    public static FractionRect GridCell(int columnIndex, int rowIndex, int columnCount, int rowCount)
    {
        double width = 1.0 / columnCount, height = 1.0 / rowCount;
        return new(width * columnIndex, height * rowIndex, width, height);
    }
}

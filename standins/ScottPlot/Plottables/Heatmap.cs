namespace ScottPlot.Plottables;

/// <summary>A matrix as coloured cells, its first row at the top.</summary>
public partial class Heatmap(double[,] intensities) : IPlottable, IHasColorAxis
{
    private uint[]? cellColors;

    public double[,] Intensities { get; set; } = intensities;
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public IEnumerable<LegendItem> LegendItems => [];

    public IColormap Colormap { get; set => Change(ref field, value); } = new Colormaps.Viridis();

    /// <summary>The part of a cell that lies on its coordinate.</summary>
    public Alignment CellAlignment { get; set => Change(ref field, value); } = Alignment.MiddleCenter;

    /// <summary>Where the first and the last cells lie, whose outer halves reach beyond.</summary>
    public CoordinateRect? Extent { get; set => Change(ref field, value); }

    public CoordinateRect? Position { get => Extent; set => Extent = value; }

    /// <summary>The outer edges of all cells.</summary>
    public CoordinateRect? Rectangle
    {
        set
        {
            if (value is not CoordinateRect edges)
            {
                Extent = null;
                return;
            }
            double halfWidth = edges.Width / Columns / 2, halfHeight = edges.Height / Rows / 2;
            Extent = new(edges.Left + halfWidth, edges.Right - halfWidth, edges.Bottom + halfHeight, edges.Top - halfHeight);
        }
    }

    public bool FlipVertically { get; set => Change(ref field, value); }
    public bool FlipHorizontally { get; set => Change(ref field, value); }
    public bool FlipRows { get => FlipVertically; set => FlipVertically = value; }
    public bool FlipColumns { get => FlipHorizontally; set => FlipHorizontally = value; }
    public bool Smooth { get; set => Change(ref field, value); }
    public Color NaNCellColor { get; set => Change(ref field, value); } = Colors.Transparent;
    public double Opacity { get; set => Change(ref field, Math.Clamp(value, 0, 1)); } = 1;

    public byte[,]? AlphaMap
    {
        get;
        set
        {
            if (value?.GetLength(0) != Rows)
                throw new Exception("AlphaMap height must match the height of the Intensity map.");
            if (value?.GetLength(1) != Columns)
                throw new Exception("AlphaMap width must match the width of the Intensity map.");
            Change(ref field, value);
        }
    }

    public double CellWidth
    {
        get => Edges.Width / Columns;
        set => Extent = Edges with { Right = Edges.Left + value * Columns };
    }

    public double CellHeight
    {
        get => Edges.Height / Rows;
        set => Extent = Edges with { Top = Edges.Bottom + value * Rows };
    }

    /// <summary>From the least to the greatest value; (0, 0) before the first render or <see cref="Update"/>.</summary>
    public Range DataRange { get; private set; }

    public Range? ManualRange { get; set => Change(ref field, value); }
    public IRenderStrategy RenderStrategy { get; set; } = new RenderStrategies.Bitmap();

    private int Rows => Intensities.GetLength(0);
    private int Columns => Intensities.GetLength(1);

    public Range GetRange() => ManualRange ?? DataRange;
    public AxisLimits GetAxisLimits() => new(GetAlignedExtent());

    public CoordinateRect GetAlignedExtent() => Edges.WithTranslation(
        -Math.Abs(CellWidth) * CellAlignment.HorizontalFraction(),
        -Math.Abs(CellHeight) * CellAlignment.VerticalFraction());

    // Rows count from the top, and flips are not looked at.
    public (int x, int y) GetIndexes(Coordinates coordinates)
    {
        CoordinateRect edges = GetAlignedExtent();
        return ((int)((coordinates.X - edges.Left) / CellWidth), (int)((edges.Top - coordinates.Y) / CellHeight));
    }

    public double GetValue(Coordinates coordinates)
    {
        if (!GetAlignedExtent().Contains(coordinates))
            return double.NaN;
        (int x, int y) = GetIndexes(coordinates);
        return Intensities[y, x];
    }

    /// <summary>To be called after values were changed in place.</summary>
    public void Update()
    {
        DataRange = Range.GetRange(Intensities);
        cellColors = GetCellColors();
    }

    public virtual void Render(RenderPack rp)
    {
        if (cellColors is null)
            Update();
        RenderStrategy.Render(rp, this);
    }

    private void Change<T>(ref T property, T value)
    {
        property = value;
        Update();
    }

    // From the first cell's left or lower side; the extent names the places of the first and last cells, so one more cell belongs to it.
    private CoordinateRect Edges
    {
        get
        {
            if (Extent is not CoordinateRect edges)
                return new(0, Columns, 0, Rows);

            double cellWidth = edges.Width / (Columns - 1), cellHeight = edges.Height / (Rows - 1);
            if (edges.Left < edges.Right)
                edges.Right += cellWidth;
            else if (edges.Left > edges.Right)
                edges.Left -= cellWidth;
            if (edges.Bottom < edges.Top)
                edges.Top += cellHeight;
            else if (edges.Bottom > edges.Top)
                edges.Bottom -= cellHeight;
            return edges;
        }
    }

    private uint[] GetCellColors()
    {
        Range range = GetRange();
        bool flipY = FlipVertically ^ Edges.IsInvertedY, flipX = FlipHorizontally ^ Edges.IsInvertedX;
        uint[] colors = new uint[Rows * Columns];
        for (int row = 0; row < Rows; row++)
        {
            int start = (flipY ? Rows - 1 - row : row) * Columns;
            for (int x = 0; x < Columns; x++)
                colors[start + x] = ColorOf(row, flipX ? Columns - 1 - x : x, range).PremultipliedARGB;
        }
        return colors;
    }

    private Color ColorOf(int row, int column, Range range)
    {
        double value = Intensities[row, column];
        if (double.IsNaN(value))
            return NaNCellColor;
        Color color = Colormap.GetColor(value, range);
        if (AlphaMap is not null)
            color = color.WithAlpha(AlphaMap[row, column]);
        return Opacity == 1 ? color : color.WithAlpha((byte)(color.Alpha * Opacity));
    }
}

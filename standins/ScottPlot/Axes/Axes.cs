namespace ScottPlot;

public class Axes : IAxes
{
    public static Axes Default => new();

    public IXAxis XAxis { get; set; } = null!;
    public IYAxis YAxis { get; set; } = null!;
    public PixelRect DataRect { get; set; }

    public float GetPixelX(double xCoordinate) => XAxis.GetPixel(xCoordinate, DataRect);
    public float GetPixelY(double yCoordinate) => YAxis.GetPixel(yCoordinate, DataRect);
    public Pixel GetPixel(Coordinates coordinates) => new(GetPixelX(coordinates.X), GetPixelY(coordinates.Y));
    public PixelLine GetPixelLine(CoordinateLine line) => new(GetPixel(line.Start), GetPixel(line.End));

    public PixelRect GetPixelRect(CoordinateRect rect) =>
        new(GetPixelX(rect.Left), GetPixelX(rect.Right), GetPixelY(rect.Bottom), GetPixelY(rect.Top));

    public double GetCoordinateX(float pixel) => XAxis.GetCoordinate(pixel, DataRect);
    public double GetCoordinateY(float pixel) => YAxis.GetCoordinate(pixel, DataRect);
    public Coordinates GetCoordinates(Pixel pixel) => new(GetCoordinateX(pixel.X), GetCoordinateY(pixel.Y));
}

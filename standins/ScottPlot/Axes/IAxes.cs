namespace ScottPlot;

/// <summary>A pair of axes with the data area they span: turns coordinates into pixels and back.</summary>
public interface IAxes
{
    /// <summary>Set by the render just before a plottable draws itself.</summary>
    PixelRect DataRect { get; set; }
    IXAxis XAxis { get; set; }
    IYAxis YAxis { get; set; }

    PixelRect GetPixelRect(CoordinateRect rect);
    PixelLine GetPixelLine(CoordinateLine rect);
    Pixel GetPixel(Coordinates coordinates);
    float GetPixelX(double xCoordinate);
    float GetPixelY(double yCoordinate);
    Coordinates GetCoordinates(Pixel pixel);
    double GetCoordinateX(float pixel);
    double GetCoordinateY(float pixel);
}

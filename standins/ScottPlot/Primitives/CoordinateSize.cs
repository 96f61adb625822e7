namespace ScottPlot;

public record struct CoordinateSize
{
    public double Width;
    public double Height;

    public CoordinateSize(double width, double height) => (Width, Height) = (width, height);

    public readonly double Area => Width * Height;

    public override readonly string ToString() => typeof(CoordinateSize).FullName!;
}

namespace ScottPlot;

public static class MarkerShapeExtensions
{
    // The four shapes with a line to one side are not among them in the package either, though they have no fill.
    public static bool IsLineOnly(this MarkerShape shape) => shape is
        MarkerShape.OpenCircle or MarkerShape.OpenSquare or MarkerShape.OpenDiamond or
        MarkerShape.OpenTriangleUp or MarkerShape.OpenTriangleDown or
        MarkerShape.Eks or MarkerShape.Cross or MarkerShape.VerticalBar or MarkerShape.HorizontalBar or
        MarkerShape.TriUp or MarkerShape.TriDown or MarkerShape.Asterisk or MarkerShape.HashTag or
        MarkerShape.OpenCircleWithDot or MarkerShape.OpenCircleWithCross or MarkerShape.OpenCircleWithEks;
}

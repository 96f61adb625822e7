namespace ScottPlot;

/// <summary>A marker of one's own. Its drawing method takes a SkiaSharp canvas in the package and is left out here.</summary>
public interface IMarker
{
    // Not to be implemented elsewhere: the package's member takes a type of SkiaSharp.
    internal void Render(Paint paint, Pixel center, float size, MarkerStyle markerStyle);
}

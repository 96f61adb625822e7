using ScottPlot.Rendering;

namespace ScottPlot;

/// <summary>How points are joined. In the package it makes a SkiaSharp path, so nobody can implement it here.</summary>
public interface IPathStrategy
{
    internal CanvasPath GetPath(IEnumerable<Pixel> pixels);
    internal void Draw(Canvas canvas, IReadOnlyList<Pixel> pixels, LineStyle style);
}

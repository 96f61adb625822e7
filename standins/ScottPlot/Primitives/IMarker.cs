namespace ScottPlot;

/// <summary>A marker of one's own. Its drawing method takes a SkiaSharp canvas in the package and is left out here.</summary>
public interface IMarker;

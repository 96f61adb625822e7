namespace ScottPlot;

/// <summary>A pattern to fill with. What the package's draw on is a SkiaSharp shader, so there is none here and the plain colour is drawn.</summary>
public interface IHatch;

namespace ScottPlot;

/// <summary>A pattern to fill with. In the package it makes a SkiaSharp shader, so there is none here and the plain colour is drawn.</summary>
public interface IHatch
{
    // Not to be implemented elsewhere: the package's member returns a type of SkiaSharp.
    internal void GetShader(Color backgroundColor, Color hatchColor, PixelRect rect);
}

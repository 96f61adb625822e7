namespace ScottPlot.Stylers;

/// <summary>Sets the font of everything on a plot. (The package's <c>Set</c> returns a SkiaSharp typeface and is left out.)</summary>
public class FontStyler(Plot plot)
{
    private IEnumerable<LabelStyle> Labels =>
        [plot.Axes.Title.Label, .. plot.Axes.GetAxes().SelectMany(a => new[] { a.Label, a.TickLabelStyle })];

    /// <summary>For every text a font that has its characters.</summary>
    public void Automatic()
    {
        foreach (LabelStyle label in Labels)
            label.SetBestFont();
        plot.Legend.SetBestFontOnEachRender = true;
    }
}

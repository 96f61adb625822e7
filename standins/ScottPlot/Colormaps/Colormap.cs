using ScottPlot.Colormaps;

namespace ScottPlot;

public static class Colormap
{
    public static IColormap Default { get; set; } = new MellowRainbow();

    public static Image GetImage(IColormap colormap, int width, int height) => colormap.GetImageHorizontal(height, width);

    public static IColormap FromColors(Color[] colors, bool smooth = true) =>
        smooth ? new CustomInterpolated(colors) : new CustomPalette(colors);

    public static IColormap[] GetColormaps() =>
    [
        new Algae(), new Amp(), new Balance(), new Blues(), new Curl(), new Deep(), new Delta(), new Dense(), new Diff(),
        new Grayscale(), new GrayscaleReversed(), new Greens(), new Haline(), new Ice(), new Inferno(), new Jet(),
        new Magma(), new Matter(), new MellowRainbow(), new Oxy(), new Phase(), new Plasma(), new Rain(), new Solar(),
        new Speed(), new Tarn(), new Tempo(), new Thermal(), new Topo(), new Turbid(), new Turbo(), new Viridis(),
    ];
}

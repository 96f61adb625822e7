using ScottPlot.Palettes;

namespace ScottPlot;

public static class Palette
{
    public static IPalette Default { get; set; } = new Category10();

    public static IPalette FromColors(string[] hexColors) => new Custom(hexColors, string.Empty, string.Empty);
    public static IPalette FromColors(Color[] colors) => new Custom(colors, string.Empty, string.Empty);

    public static IPalette[] GetPalettes() =>
    [
        new Amber(), new Aurora(), new Building(), new Category10(), new Category20(), new ColorblindFriendly(),
        new ColorblindFriendlyDark(), new Dark(), new DarkPastel(), new Frost(), new LightOcean(), new LightSpectrum(),
        new Microcharts(), new Nero(), new Nord(), new Normal(), new OneHalf(), new OneHalfDark(), new PastelWheel(),
        new Penumbra(), new PolarNight(), new Redness(), new SnowStorm(), new SummerSplash(), new Tsitsulin(),
    ];
}

namespace ScottPlot.Rendering;

/// <summary>
/// How much of a pixel text seems to cover. The package blends text as if in light rather than in screen values, guessing that the
/// background is the text colour's opposite: dark text comes out finer and bright text stronger than by covered area alone.
/// </summary>
internal static class TextContrast
{
    // the constants of the package's renderer on Linux
    private const double Gamma = 2.2, Contrast = .5;
    private const int Levels = 8;

    private static readonly byte[][] Tables = [.. Enumerable.Range(0, Levels).Select(l => MakeTable(l / (Levels - 1.0)))];

    public static void Apply(Span<byte> coverage, Color color)
    {
        byte[] table = Tables[(int)(Luminance(color) * 255) * Levels / 256];
        foreach (ref byte c in coverage)
            c = table[c];
    }

    private static double Light(double value) => Math.Pow(value, Gamma);
    private static double Value(double light) => Math.Pow(light, 1 / Gamma);

    private static double Luminance(Color c) => Value(.2126 * Light(c.R / 255.0) + .7152 * Light(c.G / 255.0) + .0722 * Light(c.B / 255.0));

    private static byte[] MakeTable(double text)
    {
        double background = 1 - text, contrast = Contrast * Light(background);
        byte[] table = new byte[256];
        for (int i = 0; i < table.Length; i++)
        {
            double covered = i / 255.0;
            covered += (1 - covered) * contrast * covered;
            double blended = Value(Light(text) * covered + Light(background) * (1 - covered));
            table[i] = (byte)Math.Clamp(Math.Round(255 * (blended - background) / (text - background)), 0, 255);
        }
        return table;
    }
}

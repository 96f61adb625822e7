namespace ScottPlot.Colormaps;

/// <summary>Haline of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Haline : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x002A186C, 0x102E1D93, 0x162C229F, 0x192927A2, 0x1F2132A2, 0x2F0F4999, 0x330D4E96, 0x3C0D5792, 0x3F0F5A91, 0x4C18668C,
        0x55206E8B, 0x5F287689, 0x662D7C89, 0x7F3B9287, 0x994AAA81, 0x9F4FAF7E, 0xAA5AB978, 0xB263C072, 0xBF78CB68, 0xCC94D35D,
        0xD8B1D95D, 0xDFC1DD64, 0xE5CEE06C, 0xF8F2EA8C, 0xFFFDEF9A,
    ]);

    public string Name => "Haline";
    public Color GetColor(double position) => Table.GetColor(position);
}

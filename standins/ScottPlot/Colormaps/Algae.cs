namespace ScottPlot.Colormaps;

/// <summary>Algae of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Algae : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00D7F9D0, 0x19B8E3AC, 0x1FB0DEA4, 0x3396CD8A, 0x3F85C47B, 0x4C72BB6C, 0x5564B463, 0x5F52AD5A, 0x6644A855, 0x791C9A51,
        0x7F139550, 0x8A088B4E, 0x97087F4B, 0x99097D4B, 0x9F0C7849, 0xAA126E45, 0xB2156741, 0xBF185B3B, 0xCC1A5034, 0xDF194029,
        0xE5183B26, 0xFF122414,
    ]);

    public string Name => "Algae";
    public Color GetColor(double position) => Table.GetColor(position);
}

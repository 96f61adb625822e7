namespace ScottPlot.Colormaps;

/// <summary>Tarn of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Tarn : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x0017230E, 0x0F2A3D10, 0x1634490C, 0x193C4D0D, 0x1F4D5413, 0x33846A25, 0x3FA67630, 0x49C4803E, 0x4CCB8448, 0x55D39868,
        0x5FDCAF8A, 0x66E3BFA3, 0x7CFBF3EF, 0x7FFCF7F6, 0x82FBF6F3, 0x8AEFE8D8, 0x94DAD4B4, 0x99CBCCAA, 0x9FB7C3A3, 0xAA97B298,
        0xB27FA591, 0xBF579285, 0xCC2E7E7E, 0xD222747A, 0xDF1A5C6F, 0xE516516B, 0xF4093560, 0xF90C2A5B, 0xFF101E4F,
    ]);

    public string Name => "Tarn";
    public Color GetColor(double position) => Table.GetColor(position);
}

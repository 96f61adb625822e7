namespace ScottPlot.Colormaps;

/// <summary>Greens of ColorBrewer, from dark to light.</summary>
public class Greens : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00003F00, 0x19015A17, 0x1F01601C, 0x3308752E, 0x3F0E8037, 0x4C188C41, 0x55219347, 0x5F2B9B4C, 0x6634A150, 0x7F55B156,
        0x997FC15D, 0x9F89C45F, 0xAA9CCA64, 0xB2A9CE6A, 0xBFBED576, 0xCCD1DD89, 0xDBE1E6A5, 0xDFE5E9AE, 0xE5EBEDBC, 0xFEFEFEFC,
        0xFFFFFFFF,
    ]);

    public string Name => "Greens";
    public Color GetColor(double position) => Table.GetColor(position);
}

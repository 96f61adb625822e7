namespace ScottPlot.Colormaps;

/// <summary>Ice of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Ice : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00040613, 0x191B1B37, 0x1F201F40, 0x33302F5F, 0x3F383873, 0x4C3D4389, 0x553F4B96, 0x5F3F56A2, 0x663E5EA9, 0x7A4074B5,
        0x7F427AB7, 0x944E90BF, 0x995296C1, 0x9F579CC3, 0xAA61A8C7, 0xB26AB0CB, 0xBF79BED0, 0xCC8CCBD6, 0xDFAFDDE1, 0xE5BAE3E6,
        0xFFEAFDFD,
    ]);

    public string Name => "Ice";
    public Color GetColor(double position) => Table.GetColor(position);
}

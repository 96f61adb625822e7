namespace ScottPlot.Colormaps;

/// <summary>Oxy of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Oxy : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00400505, 0x1868070E, 0x196A060F, 0x1F73050F, 0x2781060D, 0x328F1808, 0x33504F4F, 0x3F5B5A5A, 0x4C676666, 0x556F6F6E,
        0x5F797978, 0x6681807F, 0x7F9A9A99, 0x98B5B5B4, 0x99B7B7B6, 0x9FBDBDBC, 0xAACBCAC9, 0xB2D4D4D3, 0xBFE4E4E3, 0xCBF4F4F3,
        0xCCF8FE69, 0xCFF4FC62, 0xD2EFF857, 0xD5EBF34B, 0xD9EAED3E, 0xDFE9E334, 0xE5E7D82D, 0xFDDDB11A, 0xFFDDAF19,
    ]);

    public string Name => "Oxy";
    public Color GetColor(double position) => Table.GetColor(position);
}

namespace ScottPlot.Colormaps;

/// <summary>Rain of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Rain : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00EEEDF3, 0x15E0D7D1, 0x19DED3C9, 0x1FDBCCBE, 0x2ED1BEA0, 0x33CBBA98, 0x3CBCB58D, 0x3FB7B38B, 0x4CA1AC82, 0x5591A77D,
        0x5F80A178, 0x66739D75, 0x7B48916E, 0x7F3F8F6E, 0x8F1C836E, 0x990C7B6E, 0x9F06756E, 0xA9036C6D, 0xAA046B6D, 0xB207646B,
        0xBF145867, 0xCC1E4B5F, 0xDF253951, 0xE525344C, 0xFF221B38,
    ]);

    public string Name => "Rain";
    public Color GetColor(double position) => Table.GetColor(position);
}

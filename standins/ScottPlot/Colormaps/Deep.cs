namespace ScottPlot.Colormaps;

/// <summary>Deep of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Deep : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00FDFECC, 0x17CEECB3, 0x19CAEBB2, 0x1FBDE7AD, 0x3294D9A4, 0x3392D8A4, 0x3F7ACEA3, 0x4C66C2A4, 0x555DBAA4, 0x5F56AFA4,
        0x6652A8A3, 0x7F488F9E, 0x99407598, 0x9F3F6F97, 0xAA3E6495, 0xB23E5B93, 0xBF404D8C, 0xCB41417D, 0xCC41407B, 0xDE3C325D,
        0xDF3B325C, 0xE5382D52, 0xFF281A2C,
    ]);

    public string Name => "Deep";
    public Color GetColor(double position) => Table.GetColor(position);
}

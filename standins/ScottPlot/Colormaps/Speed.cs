namespace ScottPlot.Colormaps;

/// <summary>Speed of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Speed : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00FFFDCD, 0x19EEDF98, 0x1FEAD98B, 0x33D8C55F, 0x3FCBBB46, 0x4CB8B22F, 0x55AAAC20, 0x5F9AA613, 0x668EA20B, 0x6F7E9C06,
        0x7A6A9508, 0x7F61920B, 0x9932801F, 0x9F287C23, 0xAA187328, 0xB20F6C2B, 0xBD0B622D, 0xBF0B602D, 0xCC10542C, 0xDF174127,
        0xE5193C24, 0xFF172313,
    ]);

    public string Name => "Speed";
    public Color GetColor(double position) => Table.GetColor(position);
}

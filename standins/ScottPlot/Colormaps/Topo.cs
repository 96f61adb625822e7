namespace ScottPlot.Colormaps;

/// <summary>Topo of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Topo : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00281A2C, 0x123D3562, 0x1941407A, 0x1F414B8A, 0x253E5892, 0x33407598, 0x3F488D9D, 0x4C51A7A3, 0x555DBAA4, 0x5C6DC7A3,
        0x5F76CDA3, 0x6692D8A4, 0x6EB5E4AA, 0x79E3F4BD, 0x7FFBFDCB, 0x800D2514, 0x941F481E, 0x9927511E, 0x9E365723, 0x9F395825,
        0xAA566635, 0xB26B703C, 0xBF8E8040, 0xCCB3913F, 0xD0BF953F, 0xDCCEAD68, 0xDFD1B473, 0xE5D7C188, 0xFDF5F9DD, 0xFFF9FDE4,
    ]);

    public string Name => "Topo";
    public Color GetColor(double position) => Table.GetColor(position);
}

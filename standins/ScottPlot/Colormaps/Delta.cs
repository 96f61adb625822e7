namespace ScottPlot.Colormaps;

/// <summary>Delta of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Delta : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00112040, 0x0C203067, 0x16273D8D, 0x19244296, 0x1D1F4B9B, 0x1F1D4F9C, 0x291B649F, 0x332378A3, 0x3F328FA9, 0x4944A1AE,
        0x4C4CA7AF, 0x556CB5B3, 0x5F93C4BD, 0x66ACCEC6, 0x7BEFF2E2, 0x7FFCFAE6, 0x80FFFDCD, 0x95E1CD73, 0x99D9C661, 0x9FCCBC48,
        0xAAACAD22, 0xB291A30D, 0xB7809D06, 0xBD6A9508, 0xBF63930B, 0xCC34811E, 0xD7136F29, 0xDD0B642C, 0xDF0B612D, 0xE50F552C,
        0xF0184026, 0xFD182817, 0xFF172413,
    ]);

    public string Name => "Delta";
    public Color GetColor(double position) => Table.GetColor(position);
}

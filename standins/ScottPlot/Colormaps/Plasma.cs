namespace ScottPlot.Colormaps;

/// <summary>Plasma by N. J. Smith, S. van der Walt and E. Firing, in the public domain.</summary>
public class Plasma : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x000C0786, 0x061D068D, 0x183F039C, 0x1940039C, 0x1F4A02A0, 0x336A00A7, 0x3F7C02A7, 0x4A8C0AA4, 0x4C8F0DA3, 0x559B179E,
        0x5FA82296, 0x66B02A8F, 0x7FCA4678, 0x99E06461, 0x9FE56B5C, 0xAAEC7853, 0xB2F1824C, 0xBFF79341, 0xCCFCA635, 0xDFFDC328,
        0xE5FCCC25, 0xFDF0F525, 0xFFEFF821,
    ]);

    public string Name => "Plasma";
    public Color GetColor(double position) => Table.GetColor(position);
}

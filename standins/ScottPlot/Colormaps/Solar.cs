namespace ScottPlot.Colormaps;

/// <summary>Solar of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Solar : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00331418, 0x19521E22, 0x1F5A2023, 0x33732724, 0x3F812C22, 0x4C8F341F, 0x55973B1C, 0x5F9F4419, 0x66A54A17, 0x7FB66313,
        0x99C47F15, 0x9FC78616, 0xAACB921A, 0xB2CF9B1D, 0xBFD4AB23, 0xCCD8BA2A, 0xDFDDD236, 0xE5DEDA39, 0xFFE1FD4B,
    ]);

    public string Name => "Solar";
    public Color GetColor(double position) => Table.GetColor(position);
}

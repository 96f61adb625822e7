namespace ScottPlot.Colormaps;

/// <summary>Matter of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Matter : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00FEEDB0, 0x19FACA90, 0x1FF9C288, 0x33F5A773, 0x3FF29668, 0x4CEE855E, 0x55EB7858, 0x5FE66B54, 0x66E26253, 0x7CD24755,
        0x7FCF4456, 0x99B32E5F, 0x9FAC2A60, 0xAA9F2462, 0xB2952063, 0xBF841C63, 0xCC721A60, 0xDF591757, 0xE5511653, 0xFF2F0F3E,
    ]);

    public string Name => "Matter";
    public Color GetColor(double position) => Table.GetColor(position);
}

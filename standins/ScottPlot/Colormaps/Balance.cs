namespace ScottPlot.Colormaps;

/// <summary>Balance of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Balance : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00181C43, 0x0E252F6F, 0x19293E97, 0x1F2647AC, 0x231F4EB8, 0x271357BE, 0x2A0C5EBE, 0x2D0A64BE, 0x331670BC, 0x3F3686BA,
        0x4C599CBB, 0x5575AABE, 0x5F94B8C4, 0x66AAC2CB, 0x7AE3E3E4, 0x7FF1ECEC, 0x82EFE8E6, 0x98DCB4A7, 0x99DCB2A4, 0x9FD8A493,
        0xAAD08B73, 0xB2CA795D, 0xBFC05A3C, 0xCAB63D28, 0xCCB33826, 0xD4A72424, 0xDC971428, 0xDF901029, 0xE5800E29, 0xF1600E22,
        0xFF3C0912,
    ]);

    public string Name => "Balance";
    public Color GetColor(double position) => Table.GetColor(position);
}

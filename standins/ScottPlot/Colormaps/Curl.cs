namespace ScottPlot.Colormaps;

/// <summary>Curl of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Curl : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00151D44, 0x151C455B, 0x191C4C60, 0x1F1B5867, 0x32117B79, 0x33117D79, 0x3917887D, 0x3F29937F, 0x4C5BA686, 0x557DB390,
        0x5FA0C0A0, 0x66B6CBAF, 0x77E7E6DB, 0x7FFDF5F3, 0x80FEF6F5, 0x8BF2DBD0, 0x99E7B8A3, 0x9FE3A992, 0xAADB8E78, 0xB2D57A6B,
        0xBDC86062, 0xBFC55B61, 0xCCAF4160, 0xDC8E2560, 0xDF872160, 0xE5781A5E, 0xF1591452, 0xFF350D36,
    ]);

    public string Name => "Curl";
    public Color GetColor(double position) => Table.GetColor(position);
}

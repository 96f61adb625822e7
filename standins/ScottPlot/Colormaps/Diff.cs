namespace ScottPlot.Colormaps;

/// <summary>Diff of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Diff : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00082340, 0x151A4766, 0x19214D6A, 0x1F2F5670, 0x335A7487, 0x3F728796, 0x4C8D9CA7, 0x55A0ABB4, 0x5FB6BDC4, 0x66C6CACF,
        0x77ECEAEB, 0x7DF5F1F0, 0x7FF6F1F0, 0x84F3EEEB, 0x8DE5DFD7, 0x99CEC7B8, 0x9FC3BBA9, 0xAAB0A68E, 0xB2A3987B, 0xBF8E825E,
        0xCC7A6D41, 0xD9655927, 0xDF595121, 0xE54D481D, 0xFF1C2207,
    ]);

    public string Name => "Diff";
    public Color GetColor(double position) => Table.GetColor(position);
}

namespace ScottPlot.Colormaps;

/// <summary>Phase of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Phase : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00A8780D, 0x17C66033, 0x19C85E37, 0x1FCE5741, 0x2FDA4263, 0x33DC3C6D, 0x3FDF2B90, 0x49DB25B0, 0x4CD926B9, 0x55D02FD0,
        0x5FC23FE4, 0x66B64BED, 0x729E5FF4, 0x7D856FF2, 0x7F8071F1, 0x8A637FE6, 0x993B8CCB, 0x9F2E8FBE, 0xA82093AC, 0xAA1E93A8,
        0xB2179598, 0xBF0C987E, 0xC40C9973, 0xC9139A66, 0xCC199A5E, 0xD4319946, 0xDF5A9423, 0xE46B9017, 0xE56F9016, 0xED84890E,
        0xFFA8780D,
    ]);

    public string Name => "Phase";
    public Color GetColor(double position) => Table.GetColor(position);
}

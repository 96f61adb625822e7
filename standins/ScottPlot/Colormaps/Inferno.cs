namespace ScottPlot.Colormaps;

/// <summary>Inferno by N. J. Smith, S. van der Walt and E. Firing, in the public domain.</summary>
public class Inferno : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00000003, 0x0501010B, 0x110B0726, 0x19160B39, 0x1F1F0C47, 0x2B34095F, 0x33410967, 0x3F550F6D, 0x4C6A176E, 0x55781C6D,
        0x5F88216A, 0x66932567, 0x7FBA3655, 0x92D44841, 0x99DC5039, 0x9FE35832, 0xAAED6825, 0xB2F2751A, 0xBFF98C09, 0xC6FB9906,
        0xCBFBA208, 0xCCFBA40A, 0xD7FBB91E, 0xDFF8C931, 0xE5F6D542, 0xF0F1E968, 0xF8F3F689, 0xFFFCFEA4,
    ]);

    public string Name => "Inferno";
    public Color GetColor(double position) => Table.GetColor(position);
}

namespace ScottPlot.Palettes;

public class LightOcean : IPalette
{
    public string Name => "Light ocean";
    public string Description => "A 9-color palette by Arthurits created by a mixture of light greens, blues, and purples";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0xDFEDD9), Color.Opaque(0xDBECDC), Color.Opaque(0xDBEDE4), Color.Opaque(0xDAEEEC), Color.Opaque(0xDAEEF3),
        Color.Opaque(0xDAE6F2), Color.Opaque(0xDADEF1), Color.Opaque(0xDEDAEE), Color.Opaque(0xE5DAED),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}

namespace ScottPlot.Palettes;

/// <summary>RefactoringUI, "Building your color palette"; the package gives the shades of Amber for it.</summary>
public class Building : IPalette
{
    public string Name => "Building";
    public string Description => string.Empty;

    public Color[] Colors { get; } =
    [
        Color.Opaque(0xFF6F00), Color.Opaque(0xFF8F00), Color.Opaque(0xFFA000), Color.Opaque(0xFFB300), Color.Opaque(0xFFC107),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}

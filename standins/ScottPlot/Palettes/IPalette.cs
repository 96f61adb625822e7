namespace ScottPlot;

public interface IPalette
{
    Color[] Colors { get; }
    string Name { get; }
    string Description { get; }

    /// <summary>Colours by number, starting over after the last.</summary>
    Color GetColor(int index);
}

namespace ScottPlot;

public interface IColormap
{
    string Name { get; }

    /// <param name="position">from 0 to 1</param>
    Color GetColor(double position);
}

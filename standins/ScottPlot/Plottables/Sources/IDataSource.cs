namespace ScottPlot;

/// <summary>Points by number, as given and as shown (scaled and shifted).</summary>
public interface IDataSource
{
    /// <summary>Whether whole points are at hand rather than x and y apart.</summary>
    bool PreferCoordinates { get; }

    int Length { get; }
    int MinRenderIndex { get; }
    int MaxRenderIndex { get; }
    int GetXClosestIndex(Coordinates mouseLocation);
    Coordinates GetCoordinate(int index);
    Coordinates GetCoordinateScaled(int index);
    double GetX(int index);
    double GetXScaled(int index);
    double GetY(int index);
    double GetYScaled(int index);

    /// <summary>Whether x never goes back.</summary>
    bool IsSorted();
}

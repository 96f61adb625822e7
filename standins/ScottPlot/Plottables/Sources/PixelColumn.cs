namespace ScottPlot;

/// <summary>Where a signal comes into a column of pixels, where it leaves, and how far it reaches in between.</summary>
public readonly struct PixelColumn
{
    public readonly float X;
    public readonly float Enter;
    public readonly float Exit;
    public readonly float Bottom;
    public readonly float Top;

    public PixelColumn(float x, float enter, float exit, float bottom, float top) =>
        (X, Enter, Exit, Bottom, Top) = (x, enter, exit, bottom, top);

    public bool HasData => !float.IsNaN(Enter);

    public static PixelColumn WithoutData(float x) => new(x, float.NaN, float.NaN, float.NaN, float.NaN);

    public override string ToString() => $"x={X} y=[{Bottom}, {Top}], edges=[{Enter}, {Exit}]";
}

namespace ScottPlot;

/// <summary>From the top, the smaller pixel number, to the bottom.</summary>
public struct PixelRangeY
{
    public PixelRangeY(float y1, float y2) => (Top, Bottom) = (Math.Min(y1, y2), Math.Max(y1, y2));

    public float Top { get; private set; }
    public float Bottom { get; private set; }
    public readonly float Span => Bottom - Top;

    public void Expand(float value) => (Top, Bottom) = (value < Top ? value : Top, value > Bottom ? value : Bottom);
    public readonly bool Contains(float position) => position >= Top && position <= Bottom;

    public override readonly string ToString() => $"Top={Top}, Bottom={Bottom}, Span={Span}";
}

namespace ScottPlot;

public struct PixelRangeX
{
    public PixelRangeX(float x1, float x2) => (Left, Right) = (Math.Min(x1, x2), Math.Max(x1, x2));

    public float Left { get; private set; }
    public float Right { get; private set; }
    public readonly float Span => Right - Left;

    public void Expand(float value) => (Left, Right) = (value < Left ? value : Left, value > Right ? value : Right);
    public readonly bool Contains(float position) => position >= Left && position <= Right;

    public override readonly string ToString() => $"Left={Left}, Right={Right}, Span={Span}";
}

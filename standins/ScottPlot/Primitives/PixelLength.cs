namespace ScottPlot;

public readonly struct PixelLength
{
    public readonly float Length;

    public PixelLength(float length) => Length = length;

    public static implicit operator PixelLength(float length) => new(length);

    public override string ToString() => $"{Length} pixels";
}

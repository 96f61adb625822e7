namespace ScottPlot;

public static class AlignmentExtensions
{
#pragma warning disable CA2211 // a field anyone may set, as in the package
    public static Alignment[,] AlignmentMatrix =
    {
        { Alignment.UpperLeft, Alignment.UpperCenter, Alignment.UpperRight },
        { Alignment.MiddleLeft, Alignment.MiddleCenter, Alignment.MiddleRight },
        { Alignment.LowerLeft, Alignment.LowerCenter, Alignment.LowerRight },
    };
#pragma warning restore CA2211

    /// <summary>0 at the left, 1 at the right.</summary>
    public static float HorizontalFraction(this Alignment alignment) => Column(alignment) / 2f;

    /// <summary>0 at the bottom, 1 at the top.</summary>
    public static float VerticalFraction(this Alignment alignment) => 1 - Row(alignment) / 2f;

    public static bool IsUpperEdge(this Alignment a) => a is Alignment.UpperLeft or Alignment.UpperCenter or Alignment.UpperRight;
    public static bool IsLowerEdge(this Alignment a) => a is Alignment.LowerLeft or Alignment.LowerCenter or Alignment.LowerRight;
    public static bool IsLeftEdge(this Alignment a) => a is Alignment.UpperLeft or Alignment.MiddleLeft or Alignment.LowerLeft;
    public static bool IsRightEdge(this Alignment a) => a is Alignment.UpperRight or Alignment.MiddleRight or Alignment.LowerRight;

    private static int Column(Alignment alignment) => Known(alignment) % 3;
    private static int Row(Alignment alignment) => Known(alignment) / 3;

    private static int Known(Alignment alignment) =>
        alignment is >= Alignment.UpperLeft and <= Alignment.LowerRight ? (int)alignment : throw new NotImplementedException();
}

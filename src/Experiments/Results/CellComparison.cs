namespace Experiments.Results;

/// <summary>How two cells that should be the same compare.</summary>
/// <param name="Seed">Their seed.</param>
/// <param name="SameBytes">Whether the files are the same, byte by byte.</param>
/// <param name="Rows">Number of rows of the longer one.</param>
/// <param name="Differing">Number of rows that differ, those that only one has included.</param>
/// <param name="Largest">
/// Largest difference of two numbers, relative to the greater of them; infinite where rows are not of the same thing.
/// </param>
/// <param name="Problem">Why they cannot be compared; null if they can.</param>
public sealed record CellComparison(int Seed, bool SameBytes, int Rows, int Differing, double Largest, string? Problem)
{
    /// <summary>Whether all numbers are the same.</summary>
    public bool SameNumbers => Problem is null && Differing == 0;

    /// <summary>Compares two cells.</summary>
    public static CellComparison Of(int seed, string pathA, string pathB)
    {
        try
        {
            var (a, b) = (Cell.Read(pathA), Cell.Read(pathB));
            var rows = Math.Max(a.Count, b.Count);
            List<double> differences = [.. Enumerable.Range(0, rows)
                .Select(row => row < a.Count && row < b.Count ? Difference(a[row], b[row]) : double.PositiveInfinity)
                .Where(difference => difference != 0)];
            var same = File.ReadAllBytes(pathA).AsSpan().SequenceEqual(File.ReadAllBytes(pathB));
            return new(seed, same, rows, differences.Count, differences.DefaultIfEmpty(0).Max(), null);
        }
        catch (BadResultException problem)
        {
            return new(seed, false, 0, 0, double.NaN, problem.Message);
        }
    }

    private static double Difference(Measurement a, Measurement b) =>
        a == b ? 0 // NaN equals NaN here
        : a with { Value = 0 } != b with { Value = 0 } || !double.IsFinite(a.Value - b.Value) ? double.PositiveInfinity
        : Math.Abs(a.Value - b.Value) / Math.Max(Math.Abs(a.Value), Math.Abs(b.Value));
}

using Microsoft.Data.Analysis;

namespace Packages.Tests.Frames;

/// <summary>Frames small enough to compute with by hand.</summary>
internal static class SmallFrames
{
    /// <summary>Two networks, three seeds; one accuracy is missing.</summary>
    public static DataFrame Runs() => new(
        new StringDataFrameColumn("network", ["deep", "wide", "deep", "wide", "deep", "wide"]),
        new Int32DataFrameColumn("seed", [0, 0, 1, 1, 2, 2]),
        new DoubleDataFrameColumn("accuracy", [0.5, 0.75, null, 0.25, 1.0, 0.5]));

    public static object?[] Values(this DataFrameColumn column) => [.. column.Cast<object?>()];

    public static string[] Names(this DataFrame frame) => [.. frame.Columns.Select(column => column.Name)];
}

using System.Globalization;

namespace Experiments.Claims;

/// <summary>Bounds and numbers in words.</summary>
internal static class BoundWords
{
    /// <summary>A range, such as <c>30 to 300 ×</c> or <c>above 1 ×</c>.</summary>
    public static string Of(double low, double high, string unit) =>
        (double.IsInfinity(high) ? $"above {Number(low)}" : double.IsInfinity(low) ? $"below {Number(high)}" : $"{Number(low)} to {Number(high)}") + Unit(unit);

    /// <summary>A unit after its number.</summary>
    public static string Unit(string unit) => unit.Length > 0 ? $" {unit}" : "";

    /// <summary>A bound as its author would write it: four digits at most.</summary>
    public static string Number(double value) => Math.Abs(value) is > 0 and < 1e-3 or >= 1e5
        ? value.ToString("0.###e0", CultureInfo.InvariantCulture)
        : value.ToString(Math.Abs(value) < 10_000 ? "G4" : "0", CultureInfo.InvariantCulture);
}

namespace Experiments.Claims;

/// <summary>Bounds in words.</summary>
internal static class BoundText
{
    /// <summary>A range, such as <c>30 to 300 ×</c> or <c>above 1 ×</c>.</summary>
    public static string Of(double low, double high, string unit) =>
        (double.IsInfinity(high) ? $"above {NumberText.Concise(low)}"
            : double.IsInfinity(low) ? $"below {NumberText.Concise(high)}"
            : $"{NumberText.Concise(low)} to {NumberText.Concise(high)}") + Unit(unit);

    /// <summary>A unit after its number.</summary>
    public static string Unit(string unit) => unit.Length > 0 ? $" {unit}" : "";
}

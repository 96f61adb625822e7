namespace Experiments.Bench;

/// <summary>Where things are.</summary>
/// <param name="Root">The checkout.</param>
/// <param name="Output">The folder of tables.</param>
/// <param name="Python">A Python that has torch and numpy; null if there is none.</param>
internal sealed record Place(string Root, string Output, string? Python)
{
    /// <summary>As the launcher says, else the current folder.</summary>
    public static Place Here()
    {
        var root = Environment.GetEnvironmentVariable("EXPERIMENTS_ROOT") is { Length: > 0 } said ? said : Directory.GetCurrentDirectory();
        return new(
            root, Path.Combine(root, "plots", "bench"), Environment.GetEnvironmentVariable("EXPERIMENTS_PYTHON") is { Length: > 0 } python
                ? python : null);
    }
}

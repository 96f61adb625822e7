namespace Experiments.Data;

/// <summary>Where data may lie.</summary>
/// <param name="Root">The folder of everything fetched and drawn, usually data/ in the repository; made when needed.</param>
/// <param name="ExperimentsData">The environment variable EXPERIMENTS_DATA: a folder with MNIST in it or in its mnist/; or null.</param>
public sealed record DataFolders(string Root, string? ExperimentsData)
{
    /// <summary>Where MNIST is fetched to.</summary>
    public string Mnist => Path.Combine(Root, "mnist");

    /// <summary>Where the synthetic digits are kept once drawn.</summary>
    public string Synthetic => Path.Combine(Root, "synthetic");

    /// <summary>Where MNIST is fetched from; by default <see cref="Data.Mnist.Mirrors"/>.</summary>
    public IReadOnlyList<Uri> Mirrors { get; init; } = Data.Mnist.Mirrors;

    /// <summary>The folders of this process: a root, and EXPERIMENTS_DATA from the environment.</summary>
    /// <param name="root">The folder of everything fetched and drawn.</param>
    public static DataFolders FromEnvironment(string root) => new(root, Environment.GetEnvironmentVariable("EXPERIMENTS_DATA"));

    /// <summary>The folders in which MNIST is looked for, in this order.</summary>
    internal IEnumerable<string> MnistPlaces() => string.IsNullOrWhiteSpace(ExperimentsData)
        ? [Mnist]
        : [ExperimentsData, Path.Combine(ExperimentsData, "mnist"), Mnist];
}

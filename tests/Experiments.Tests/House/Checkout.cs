namespace Experiments.Tests.House;

/// <summary>The checkout whose code is tested.</summary>
internal static class Checkout
{
    /// <summary>Its folder, the one of Experiments.sln.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A path in it.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Experiments.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests has Experiments.sln."));
}

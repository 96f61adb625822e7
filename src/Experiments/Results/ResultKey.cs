namespace Experiments.Results;

/// <summary>Names the results of one variant: two runs share results exactly if everything that determines them is equal.</summary>
/// <param name="Recipe">The recipe's name.</param>
/// <param name="Variant">The variant's name.</param>
/// <param name="Hash">First 10 hexadecimal digits of the SHA-256 over what determines the results.</param>
public sealed partial record ResultKey(string Recipe, string Variant, string Hash)
{
    /// <summary>The folder below the results folder that holds this variant's cells, as <c>depth/1-hidden-0123456789</c>.</summary>
    public string Folder => Path.Combine(Recipe, $"{Slug(Variant)}-{Hash}");

    /// <summary>The same on every system, with a slash.</summary>
    public string Name => $"{Recipe}/{Slug(Variant)}-{Hash}";

    /// <summary>What a cell of this variant is called inside, the same on every system: <c>depth/1-hidden-0123456789/seed-0</c>.</summary>
    public string CellName(int seed) => $"{Name}/seed-{seed}";

    /// <summary>The key of results determined by the given settings.</summary>
    /// <param name="recipe">The recipe's name.</param>
    /// <param name="variant">The variant's name.</param>
    /// <param name="determinants">Every setting, network description and data set digest that the numbers depend on, by name.</param>
    public static ResultKey Of(string recipe, string variant, IReadOnlyDictionary<string, string> determinants) =>
        new(recipe, variant, HashOf(determinants));

    /// <summary>Ten hexadecimal digits that change with any name or value given, whatever the order.</summary>
    public static string HashOf(IReadOnlyDictionary<string, string> determinants)
    {
        var ordered = determinants.OrderBy(pair => pair.Key, StringComparer.Ordinal);
        return Digest(string.Concat(ordered.Select(pair => $"{pair.Key}={pair.Value}\n")))[..10];
    }

    /// <summary>Whether two names are those of one variant: they have the same folder, however they are written.</summary>
    public static bool IsSame(string variant, string other) => Slug(variant) == Slug(other);

    /// <summary>
    /// A name as it stands in file names: lower case, digits, and single hyphens for everything else, so that names may share one.
    /// </summary>
    public static string Slug(string name) => Others().Replace(name.ToLowerInvariant(), "-").Trim('-', '.');

    /// <summary>The SHA-256 of a text in UTF-8, in hexadecimal digits.</summary>
    internal static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("[^a-z0-9.]+")]
    private static partial Regex Others();
}

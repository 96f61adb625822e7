namespace Experiments.Running;

/// <summary>
/// Tells builds of a program apart. It covers the compiled code that cells come from, the engine's, the recipes' and TorchSharp's, by the
/// identity that the compiler gives each build. Building the same sources again in the same folder changes nothing.
/// </summary>
internal static class ProgramDigest
{
    /// <summary>The digest: 16 hexadecimal digits.</summary>
    /// <param name="recipes">The program's recipes.</param>
    public static string Of(IEnumerable<Recipe> recipes) => ResultKey.Digest(string.Join(
        '\n', recipes.Select(recipe => recipe.GetType()).Append(typeof(ProgramDigest)).Append(typeof(torch))
            .Select(type => $"{type.Module.ModuleVersionId}").Distinct().Order(StringComparer.Ordinal)))[..16];
}

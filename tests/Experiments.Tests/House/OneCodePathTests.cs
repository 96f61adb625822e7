using System.Text.RegularExpressions;

namespace Experiments.Tests.House;

/// <summary>Nothing but standins/, the props and targets files and the launcher knows where the packages come from.</summary>
public partial class OneCodePathTests
{
    // These play the launcher through, so they speak of what it settles.
    private static readonly string LauncherTests = Path.Combine("tests", "Experiments.Tests", "Launcher");

    [Fact]
    public void No_code_mentions_what_stands_in_for_the_packages_or_is_compiled_on_a_condition()
    {
        var root = RepositoryRoot();
        string[] files =
        [
            .. new[] { "src", "recipes", "tests", "bench" }.Select(folder => Path.Combine(root, folder)).Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".csproj", StringComparison.Ordinal))
                .Select(path => Path.GetRelativePath(root, path))
                .Where(path => !path.StartsWith(LauncherTests, StringComparison.Ordinal) && !path.EndsWith("OneCodePathTests.cs", StringComparison.Ordinal)),
        ];

        Assert.True(files.Length > 100, $"only {files.Length} files were found below {root}");
        Assert.DoesNotContain(files, path => Mention().IsMatch(File.ReadAllText(Path.Combine(root, path))));
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Experiments.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"no Experiments.sln above {AppContext.BaseDirectory}");
    }

    [GeneratedRegex(@"stand-?ins?\b|^\s*#if\b", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Mention();
}

namespace Experiments.Tests.House;

/// <summary>The width that .editorconfig sets, which no compiler checks.</summary>
public class LineTests
{
    private const int Columns = 140;

    private static readonly string[] Folders = ["src", "recipes", "tests", "bench", "docs"];

    private static readonly string[] Code = [".cs", ".sh", ".py", ".md"];

    [Fact]
    public void No_line_of_code_is_longer_than_140_columns()
    {
        string[] files =
        [
            .. Folders.SelectMany(folder => Directory.EnumerateFiles(Checkout.At(folder), "*", SearchOption.AllDirectories))
                .Where(file => Code.Contains(Path.GetExtension(file))),
            Checkout.At("README.md"), Checkout.At("experiments"), Checkout.At("experiments.ps1"), Checkout.At(".ci", "run"),
        ];
        var read = files.Select(file => (Name: Path.GetRelativePath(Checkout.Root, file), Lines: LinesOfCode(file)))
            .ToList();
        var wide =
            from file in read
            from line in file.Lines
            let width = line.Text.EnumerateRunes().Count()
            where width > Columns
            select $"{file.Name}:{line.Number}: {width} columns";

        Assert.InRange(read.Count, 300, 5_000);
        Assert.True(!wide.Any(), $"Break these lines at {Columns} columns:\n{string.Join('\n', wide)}");
    }

    // Of Markdown, what is between fences.
    private static List<(int Number, string Text)> LinesOfCode(string file)
    {
        var (isMarkdown, inCode) = (file.EndsWith(".md", StringComparison.Ordinal), false);
        var lines = new List<(int, string)>();
        foreach (var (index, line) in File.ReadLines(file).Index())
        {
            inCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isMarkdown || inCode)
            {
                lines.Add((index + 1, line));
            }
        }

        return lines;
    }
}

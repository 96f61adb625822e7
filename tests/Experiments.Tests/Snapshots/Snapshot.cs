using System.Text.RegularExpressions;
using Experiments.Tests.House;

namespace Experiments.Tests.Snapshots;

/// <summary>Texts that users see, whole, in the files of this folder.</summary>
internal static partial class Snapshot
{
    private static readonly string Folder = Checkout.At("tests", "Experiments.Tests", "Snapshots");

    /// <summary>
    /// Compares a text with its file. Where they differ, the text is left beside it as NAME.received.txt, and the message says how to
    /// accept it.
    /// </summary>
    /// <param name="name">The file's name, without .txt.</param>
    /// <param name="text">What is printed now.</param>
    /// <param name="folder">A folder that is called FOLDER in the file.</param>
    public static void Check(string name, string text, string? folder = null)
    {
        var (accepted, received) = (Path.Combine(Folder, $"{name}.txt"), Path.Combine(Folder, $"{name}.received.txt"));
        text = Hash().Replace(text.ReplaceLineEndings("\n").Replace(@".\experiments", "./experiments"), "${before}HASH");
        text = LastDigits().Replace(text, "");
        text = folder is null ? text : text.Replace(folder, "FOLDER", StringComparison.Ordinal);
        var known = File.Exists(accepted) ? File.ReadAllText(accepted) : "";
        if (text == known)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"""
            What is printed now is not Snapshots/{name}.txt: {Difference(known.Split('\n'), text.Split('\n'))}
            If it is right, accept it: mv '{received}' '{accepted}'
            or, after reading all that differ: ./experiments test -explicit only -method "*Accept_all_that_was_received"
            """);
    }

    /// <summary>Takes over all that was left beside the files.</summary>
    public static void AcceptAll()
    {
        foreach (var received in Directory.GetFiles(Folder, "*.received.txt"))
        {
            File.Move(received, received.Replace(".received", "", StringComparison.Ordinal), overwrite: true);
        }
    }

    private static string Difference(string[] known, string[] now)
    {
        var line = Enumerable.Range(0, Math.Max(known.Length, now.Length))
            .First(at => known.ElementAtOrDefault(at) != now.ElementAtOrDefault(at));
        return $"line {line + 1} was\n{known.ElementAtOrDefault(line)}\nand is\n{now.ElementAtOrDefault(line)}";
    }

    // They change with everything that determines results.
    [GeneratedRegex(@"(?<before>-|results |\(|""hash"": "")[0-9a-f]{10}\b")]
    private static partial Regex Hash();

    // Of numbers in JSON; they may differ from processor to processor.
    [GeneratedRegex(@"(?<=\.\d{12})\d+\b")]
    private static partial Regex LastDigits();
}

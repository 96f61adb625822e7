using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Experiments.CommandLine.Progress;
using Experiments.Tests.CommandLine;

namespace Experiments.Tests.BadInput;

/// <summary>Whatever is wrong costs one clear line, which <c>bad-inputs.txt</c> shows. To take over what is printed now, after reading it:
/// <c>./experiments test -explicit only -method "*Take_over*"</c>.</summary>
public sealed partial class BadInputTableTests
{
    private const int LongestLine = 1_000;

    public static TheoryData<int, string> Numbers =>
        new(BadInputTable.Entries.Index().Select(entry => (entry.Index, entry.Item.Typed)));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_bad_input_is_answered_as_the_table_says_and_nothing_is_begun(int number, string typed)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the table speaks of pipes, links and slashes");
        var entry = BadInputTable.Entries[number];
        using var place = new Workplace();
        foreach (var given in entry.Given)
        {
            Circumstances.Make(given, place);
        }

        var before = place.Files;
        var call = CallOf(typed, place);

        Assert.Equal(entry.Answer, AnswerOf(call, place));
        Assert.Empty(call.Out);
        Assert.Equal(before, place.Files);
    }

    [Fact]
    public void Every_line_is_one_that_a_person_can_read()
    {
        Assert.All(BadInputTable.Entries.SelectMany(entry => entry.Lines), line =>
        {
            Assert.StartsWith("experiments: ", line, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", line, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
            Assert.InRange(line.Length, 30, LongestLine);
            Assert.DoesNotContain(line, char.IsControl);
        });
    }

    [Fact]
    public void The_table_has_every_verb_and_every_kind_of_end()
    {
        var entries = BadInputTable.Entries;

        Assert.InRange(entries.Count, 100, 1_000);
        Assert.Equal(entries.Count, entries.Select(entry => string.Join('\n', [.. entry.Given, entry.Typed])).Distinct().Count());
        Assert.All(["list", "show", "run", "plot", "table", "verify", "report", "data", "doctor"], verb =>
            Assert.Contains(entries, entry => Workplace.Split(entry.Typed).FirstOrDefault(word => !IsVariable(word)) == verb));
        Assert.Equal([1, 2, 5], entries.Select(entry => entry.ExitCode).Distinct().Order());
    }

    [Fact]
    public void A_trace_is_shown_only_to_those_who_ask()
    {
        using var place = new Workplace();

        Assert.DoesNotContain("   at ", place.Call("run widht").Error, StringComparison.Ordinal);
        Assert.Contains("   at ", place.Call("run widht --verbose").Error, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public void Take_over_what_is_printed_now()
    {
        File.WriteAllText(Path.Combine(FolderOfThisFile(), "bad-inputs.txt"), BadInputTable.With(entry =>
        {
            using var place = new Workplace();
            foreach (var given in entry.Given)
            {
                Circumstances.Make(given, place);
            }

            return AnswerOf(CallOf(entry.Typed, place), place);
        }));
    }

    private static Call CallOf(string typed, Workplace place)
    {
        string[] words = [.. Workplace.Split(typed).Select(Spell)];
        foreach (var variable in words.TakeWhile(IsVariable))
        {
            var parts = variable.Split('=', 2);
            place.With(parts[0], parts[1]);
        }

        return place.Call([.. words.SkipWhile(IsVariable)], [new Widths(), new Breaks(), new Nets()], new Interrupt());
    }

    private static string[] AnswerOf(Call call, Workplace place) =>
    [
        .. call.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Replace(place.Folder, "FOLDER", StringComparison.Ordinal)),
        $"exit {call.ExitCode}",
    ];

    private static bool IsVariable(string word) => word.StartsWith("EXPERIMENTS_", StringComparison.Ordinal);

    // What cannot stand in a line of text: \n, \e, and {5000 x} for five thousand of them.
    private static string Spell(string word) => Many().Replace(
        word.Replace(@"\n", "\n", StringComparison.Ordinal).Replace(@"\e", "\e", StringComparison.Ordinal),
        match => string.Concat(Enumerable.Repeat(match.Groups[2].Value, int.Parse(match.Groups[1].Value, null))));

    private static string FolderOfThisFile([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"\{([0-9]+) ([^}]+)\}")]
    private static partial Regex Many();
}

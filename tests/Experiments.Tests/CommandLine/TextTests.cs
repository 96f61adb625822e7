using System.Text.RegularExpressions;
using Experiments.Claims;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Progress;
using Experiments.Results;
using Experiments.Tests.Snapshots;
using static Experiments.Claims.Expected;

namespace Experiments.Tests.CommandLine;

/// <summary>What the program prints, whole.</summary>
public sealed class TextTests : IDisposable
{
    private readonly Workplace workplace = new();

    /// <summary>All commands that have a help of their own.</summary>
    public static TheoryData<string> Commands =>
    [
        "", "list", "show", "run", "plot", "table", "verify", "report", "cells", "data", "data fetch", "data verify", "data info", "doctor",
    ];

    public void Dispose() => workplace.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_of_every_command(string command) =>
        Snapshot.Check($"help {command}".TrimEnd().Replace(' ', '-'), workplace.Do($"{command} --help").Out);

    [Theory]
    [InlineData("", "--help")]
    [InlineData("help", "--help")]
    [InlineData("help run", "run --help")]
    [InlineData("help data fetch", "data fetch --help")]
    public void Help_is_found_by_those_who_do_not_know_the_option(string words, string option) =>
        Assert.Equal(workplace.Do(option).Out, workplace.Do(words).Out);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Examples_are_of_the_command_whose_help_it_is(string command)
    {
        var examples = workplace.Do($"{command} --help").OutLines.SkipWhile(line => line != "Examples:").Skip(1)
            .TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(examples);
        Assert.All(examples, line => Assert.Matches($@"^  \S+experiments {command}", line));
    }

    [Fact]
    public void Every_command_of_the_help_is_among_them()
    {
        var verbs = workplace.Do("--help").OutLines.SkipWhile(line => line != "Commands:").Skip(1)
            .Select(line => Regex.Match(line, "^  ([a-z]+) ")).TakeWhile(match => match.Success).Select(match => match.Groups[1].Value);

        Assert.Equal(Commands.Select(command => command.Data).Where(command => command.Length > 0 && !command.Contains(' ')), verbs);
    }

    [Fact]
    public void List_of_the_recipes() => Snapshot.Check("list", Published("list").Out);

    [Fact]
    public void Show_of_a_recipe() => Snapshot.Check("show-depth", Published("show depth").Out);

    [Theory]
    [InlineData("show", "show sentences", false)]
    [InlineData("table", "table sentences --no-color", true)]
    [InlineData("table-csv", "table sentences", false)]
    [InlineData("table-json", "table sentences --json", false)]
    [InlineData("verify", "verify sentences", false)]
    [InlineData("verify-terminal", "verify sentences --no-color", true)]
    [InlineData("verify-markdown", "verify sentences --markdown", false)]
    [InlineData("verify-json", "verify sentences --json", false)]
    [InlineData("report", "report", false)]
    public void What_is_printed_about_made_up_results(string name, string words, bool terminal)
    {
        workplace.OutIsTerminal = terminal;

        Snapshot.Check(name, Made(words).Out);
    }

    [Fact]
    public void Plan_of_a_run() => Snapshot.Check("run-dry", workplace.Do("run widths --dataset digits --dry-run").Out, workplace.Folder);

    [Fact]
    public void Facts_about_images() => Snapshot.Check("data-info", workplace.Do("data info --dataset digits").Out, workplace.Folder);

    [Fact]
    public void Lines_of_what_is_not_there() => Snapshot.Check(
        "nothing-there",
        string.Concat(
            new[] { "plot widths", "table widths", "verify widths", "verify --all", "report", "doctor --compare a b",
                "data verify" }.Select(words =>
                workplace.Call(words) is var call ? $"$ {words}\n{call.Out}{call.Error}exit {call.ExitCode}\n\n" : "")),
        workplace.Folder);

    [Fact(Explicit = true)]
    public void Accept_all_that_was_received() => Snapshot.AcceptAll();

    private Call Published(string words) =>
        workplace.Call(words.Split(' '), Catalog.Of(typeof(Recipes.Depth).Assembly).Recipes, new Interrupt());

    // Seed s of five has 20 + s per cent with the variant "low", and 70 + s with "high".
    private Call Made(string words)
    {
        var recipe = new Sentences(Claims);
        recipe.Store(workplace.Results);
        return workplace.Call(Workplace.Split(words), [recipe, new Widths()], new Interrupt());
    }

    // Of 20..24 % the mean is 22, s = 1.5811 and the half width of the interval 2.776 · 1.5811/√5 = 1.963; above 21 %, t = √2 with 4
    // degrees of freedom.
    private static IEnumerable<Claim> Claims(ResultTable results) =>
    [
        new("The low variant is above ten per cent", Sentences.Book, Sentences.Accuracy(results, "low"), Above(10)),
        new("It is above what it nearly is", Sentences.Book, Sentences.Accuracy(results, "low"), Above(21)),
        new("It is above a half", Sentences.Book, Sentences.Accuracy(results, "low"), Above(50)),
        new("High beats low", Sentences.Book, Sentences.Accuracy(results, "high") - Sentences.Accuracy(results, "low"), Above(0)),
        new("Nobody measured this, and the sentence that says so is longer than one line of the table has room for on a terminal",
            Sentences.Book,
            results["high"].TestAccuracy.At(1), Above(0)),
    ];
}

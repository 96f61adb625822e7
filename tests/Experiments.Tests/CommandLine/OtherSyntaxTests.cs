using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.CommandLine.Progress;
using Experiments.Results;
using Experiments.Running;

namespace Experiments.Tests.CommandLine;

/// <summary>What leaves the program into another syntax means there what it meant here.</summary>
public sealed class OtherSyntaxTests : IDisposable
{
    private readonly Workplace workplace = new();

    /// <summary>Words that shells change unless they are quoted.</summary>
    public static TheoryData<string> OddWords =>
    [
        "", " ", "plain", "a b", "$HOME", "${HOME}", "`id`", "$(id)", "it's", "\"quoted\"", "back\\slash", "back\\", "a;b", "a|b", "a&b",
        "<in", ">out", "*", "?", "[ab]", "{a,b}", "~", "~/x", "#c", "!!", "=ls", "-x", "--", "a\nb", "a\tb", "tab\t'and'", "naïve/Größe",
        "%PATH%", "^", "1 hidden,3 hidden", "learning-rate=0.1",
    ];

    [Theory]
    [MemberData(nameof(OddWords))]
    public void A_shell_gives_back_the_word_that_was_quoted(string word)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a POSIX shell");
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", $"printf '<%s>' {Shell.QuoteForPosix(word)}"])
        {
            RedirectStandardOutput = true,
        })!;

        Assert.Equal($"<{word}>", shell.StandardOutput.ReadToEnd());
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(@"C:\data\new", @"C:\data\new")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("$HOME", "'$HOME'")]
    [InlineData("tick`s", "'tick`s'")]
    public void A_word_for_Windows_is_quoted_as_PowerShell_and_cmd_take_it(string word, string quoted) =>
        Assert.Equal(quoted, Shell.QuoteForWindows(word));

    [Theory]
    [InlineData("500,501", "500..501")]
    [InlineData("0,1,2", "3")]
    [InlineData("0", "1")]
    [InlineData("7", "7..7")]
    [InlineData("0,3,7", "0,3,7")]
    public void Seeds_are_written_as_they_are_read(string seeds, string text)
    {
        int[] numbers = [.. seeds.Split(',').Select(int.Parse)];

        Assert.Equal(text, SeedList.Format(numbers));
        Assert.Equal(numbers, SeedList.Parse(text));
    }

    [Fact]
    public void Missing_cells_of_seeds_far_out_are_advised_alone_and_the_command_works_when_pasted()
    {
        workplace.Do("run widths --dataset digits --seeds 500..501 --epochs 1 --quiet");
        File.Delete(Path.Combine(workplace.Folder, workplace.Cells[0]));

        var line = Assert.Single(workplace.Call("table widths --epochs 1").ErrorLines, line => line.Contains("incomplete"));
        var command = line[line.IndexOf("run widths", StringComparison.Ordinal)..];

        Assert.Equal("run widths --seeds 500..500 --epochs 1 --dataset digits", command);
        Assert.StartsWith($"widths on {Workplace.Digits}: 1 of 2 cells to do, 1 already there",
            workplace.Do(command).Error, StringComparison.Ordinal);
        Assert.Equal(4, workplace.Cells.Count);
    }

    [Fact]
    public void The_images_of_a_folder_elsewhere_are_advised_by_their_path()
    {
        var folder = Path.Combine(workplace.Folder, "my $HOME", "digits");
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        Directory.Move(Path.Combine(workplace.Folder, "digits"), folder);
        workplace.Call(["run", "widths", "--dataset", folder, "--epochs", "1", "--seeds", "2", "--quiet"]);
        File.Delete(Path.Combine(workplace.Folder, workplace.Cells[0]));

        var line = Assert.Single(workplace.Call("table widths --epochs 1").ErrorLines, line => line.Contains("incomplete"));

        Assert.EndsWith(" --dataset 'my $HOME/digits'", line);
    }

    [Fact]
    public void Names_of_variants_in_commands_are_found_again()
    {
        var variants = Catalog.Of(typeof(Recipes.Depth).Assembly).Recipes
            .SelectMany(recipe => recipe.Variants(recipe.Defaults).Select(variant => (recipe.Name, ResultKey.Slug(variant.Name)))).ToList();

        Assert.InRange(variants.Count, 50, 1_000);
        Assert.Equal(variants, variants.Distinct());
    }

    [Theory]
    [InlineData("/far/my clone/experiments", "'/far/my clone/experiments' run widths")]
    [InlineData("../clone/experiments", "../clone/experiments run widths")]
    public void Hints_begin_with_the_program_as_it_was_called(string called, string hint)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "quotes are others there");
        workplace.With("EXPERIMENTS_PROGRAM", called);

        Assert.EndsWith($": {hint}", Assert.Single(workplace.Call("table widths").ErrorLines));
    }

    [Theory]
    [InlineData("/usr/bin/dotnet /here/app/Recipes.dll", "dotnet app/Recipes.dll")]
    [InlineData("/here/Recipes", "./Recipes")]
    [InlineData("/here/app/Recipes", "./app/Recipes")]
    [InlineData("/opt/experiments/Recipes", "/opt/experiments/Recipes")]
    public void A_published_program_is_called_by_its_path(string self, string program)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "paths are others there");
        var terminal = new Terminal
        {
            Out = TextWriter.Null, Error = TextWriter.Null, Variable = _ => null, CurrentFolder = "/here", Self = self.Split(' '),
        };

        Assert.Equal(program, terminal.Program);
    }

    [Theory]
    [InlineData("a|b", @"a\|b")]
    [InlineData("<b> & c", "&lt;b> & c")]
    [InlineData("&lt; &#60;", "&amp;lt; &amp;#60;")]
    [InlineData("*a* _b_ `c` [d](e) ~~f~~ $g$", @"\*a\* \_b\_ \`c\` \[d\](e) \~\~f\~\~ \$g\$")]
    [InlineData("two\nlines", "two lines")]
    public void Markdown_shows_text_as_it_is(string text, string markdown) => Assert.Equal(markdown, Markdown.Escape(text));

    [Fact]
    public void Links_are_addresses() =>
        Assert.Equal("../pl%20%28ots%29/50%25%23/a.png", Markdown.Link("/here/docs", "/here/pl (ots)/50%#/a.png"));

    [Fact]
    public void Names_with_marks_of_their_own_leave_every_document_whole()
    {
        var recipe = new Outcomes();
        recipe.Store(workplace.Results);

        var report = workplace.Call(["report", "outcomes"], [recipe], new Interrupt()).Out;

        Assert.Contains("""| a\|b &lt;c>, "d" | 3 |""", report);
        Assert.Contains("![Which is &lt;higher> & \"better\"?](plots/outcomes/accuracy.png)", report);
        var svg = XDocument.Load(Path.Combine(workplace.Plots, "outcomes", "accuracy.svg"));
        Assert.Contains("Which is <higher> & \"better\"?", svg.Root!.Value);
        Assert.Equal(
            "a|b <c>, \"d\"", JsonDocument.Parse(workplace.Call(["table", "outcomes", "--json"], [recipe], new Interrupt()).Out).RootElement
                .GetProperty("variants")[3].GetProperty("variant").GetString());
    }

    [Fact]
    public void Control_characters_in_tables_reach_no_terminal()
    {
        using var text = new StringWriter();
        var table = new TextTable("name");
        table.Add("a\e[31mb");

        table.Write(text, color: false);

        Assert.DoesNotContain('\e', text.ToString());
    }

    public void Dispose() => workplace.Dispose();
}

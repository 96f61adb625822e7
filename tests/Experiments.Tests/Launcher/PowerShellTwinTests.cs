namespace Experiments.Tests.Launcher;

/// <summary>What <c>experiments.ps1</c> shares with <c>experiments</c>, by running it under PowerShell 7.</summary>
public sealed class PowerShellTwinTests : IDisposable
{
    private readonly ScratchCheckout checkout = new();

    public void Dispose() => checkout.Dispose();

    [Fact]
    public void The_program_gets_every_argument_as_it_was_written()
    {
        var outcome = checkout.RunTwin("run", "depth", "--set", "a b=c  d", "--variants", "A,B", "-x");

        Assert.EndsWith(
            $" of {checkout.Root}: <run <depth <--set <a b=c  d <--variants <A,B <-x\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_exit_code_is_the_program_s()
    {
        checkout.Write("program-ends", "4");

        Assert.Equal(4, checkout.RunTwin("verify", "depth").ExitCode);
    }

    [Fact]
    public void It_builds_what_has_changed_and_says_so_on_standard_error()
    {
        var first = checkout.RunTwin("list");
        var second = checkout.RunTwin("list");
        checkout.Write("src/New.cs", "new");
        checkout.RunTwin("list");

        Assert.Contains("building the program", first.Messages, StringComparison.Ordinal);
        Assert.Empty(second.Messages);
        Assert.Equal(2, checkout.Builds.Count);
    }

    [Fact]
    public void What_the_other_launcher_built_is_built()
    {
        checkout.Run("test");

        checkout.RunTwin("list");

        Assert.Single(checkout.Builds);
    }

    [Fact]
    public void A_failed_build_shows_every_error_once()
    {
        const string Error = "/x/Program.cs(1,1): error CS1002: ; expected";
        checkout.Write("compiler", $"{Error} [/x/Recipes.csproj]\nBuild FAILED.\n{Error} [/x/Recipes.csproj]\n");

        var outcome = checkout.RunTwin("list");

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Single(outcome.Messages.Split('\n'), Error);
    }

    [Fact]
    public void A_feed_out_of_reach_is_named_with_what_to_do()
    {
        checkout.Write(
            "compiler", "/x/Recipes.csproj : error NU1301: Unable to load the service index for source https://feed.invalid/index.json.\n");

        Assert.Contains("Check the network", checkout.RunTwin("list").Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_fitting_sdk_one_line_says_where_to_get_one()
    {
        checkout.Write("global.json", """{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }""");
        File.Delete(checkout.At("sdk"));

        var outcome = checkout.RunTwin("list");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("https://dot.net", Assert.Single(outcome.Messages.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_line_of_the_tests_is_the_sum()
    {
        checkout.Write(
            "artifacts/bin/First.Tests/release/First.Tests.dll",
            "   First.Tests  Total: 9, Errors: 0, Failed: 2, Skipped: 3, Not Run: 1, Time: 0.161s\n");
        checkout.Write("artifacts/bin/First.Tests/release/First.Tests.dll.ends", "1");

        var outcome = checkout.RunTwin("test");

        Assert.EndsWith("3 skipped\n3 passed, 2 failed\n", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(1, outcome.ExitCode);
    }

    [Fact]
    public void Help_of_the_tests_is_that_of_the_other_launcher_and_builds_nothing()
    {
        var (bash, powershell) = (checkout.Run("test", "--help"), checkout.RunTwin("test", "--help"));

        Assert.Equal(
            bash.Output.Replace("…", "...", StringComparison.Ordinal), powershell.Output.Replace("\r", "", StringComparison.Ordinal));
        Assert.Empty(checkout.Builds);
    }
}

namespace Experiments.Tests.Launcher;

public sealed class BuildingTests : IDisposable
{
    private readonly ScratchCheckout checkout = new();

    public void Dispose() => checkout.Dispose();

    [Fact]
    public void The_first_call_builds_and_says_so_on_standard_error()
    {
        var outcome = checkout.Run("list");

        Assert.Single(checkout.Builds);
        Assert.Contains("building the program", outcome.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("building", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_after_that_neither_builds_nor_says_anything_itself()
    {
        checkout.Run("list");

        var outcome = checkout.Run("list");

        Assert.Single(checkout.Builds);
        Assert.Empty(outcome.Messages);
    }

    [Fact]
    public void A_call_after_that_does_not_even_ask_for_the_sdk()
    {
        checkout.Run("list");
        File.Delete(checkout.At("sdk"));

        Assert.Equal(0, checkout.Run("list").ExitCode);
    }

    [Fact]
    public void A_first_build_says_how_much_it_downloads()
    {
        Assert.Matches($"downloads about [0-9]+ MB of packages to {checkout.At("packages")}\n", checkout.Run("list").Messages);
    }

    [Fact]
    public void A_build_that_finds_libtorch_in_the_package_cache_speaks_of_no_download()
    {
        checkout.Write("packages/libtorch-cpu-linux-x64/2.10.0/LICENSE", "");

        Assert.DoesNotContain("downloads", checkout.Run("list").Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recipes/Program.cs")]
    [InlineData("recipes/New.cs")]
    [InlineData("src/Engine.cs")]
    [InlineData("global.json")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Build.targets")]
    public void A_changed_or_new_source_builds_again(string path)
    {
        checkout.Run("list");
        checkout.Write(path, "changed");

        checkout.Run("list");
        checkout.Run("list");

        Assert.Equal(2, checkout.Builds.Count);
    }

    [Fact]
    public void A_deleted_source_builds_again()
    {
        checkout.Run("list");
        File.Delete(checkout.At("src/Engine.cs"));

        checkout.Run("list");

        Assert.Equal(2, checkout.Builds.Count);
    }

    [Fact]
    public void A_source_replaced_by_an_older_file_builds_everything_again()
    {
        checkout.Run("list");
        checkout.Write("src/Engine.cs", "older");
        File.SetLastWriteTimeUtc(checkout.At("src/Engine.cs"), new DateTime(2001, 2, 3, 0, 0, 0, DateTimeKind.Utc));

        checkout.Run("list");

        Assert.EndsWith("--no-incremental", checkout.Builds[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tests/Tests.cs")]
    [InlineData("src/README.md")]
    public void What_the_program_does_not_read_leaves_it_as_it_is(string path)
    {
        checkout.Write(path, "one");
        checkout.Run("list");
        File.WriteAllText(checkout.At(path), "another");

        checkout.Run("list");

        Assert.Single(checkout.Builds);
    }

    [Fact]
    public void Having_built_the_tests_is_having_built_the_program()
    {
        checkout.Run("test");

        checkout.Run("list");

        Assert.Single(checkout.Builds);
    }

    [Fact]
    public void A_failed_build_shows_every_error_once_and_is_tried_again()
    {
        const string Error = "/x/Program.cs(1,1): error CS1002: ; expected";
        checkout.Write("compiler", $"{Error} [/x/Recipes.csproj]\nBuild FAILED.\n{Error} [/x/Recipes.csproj]\n");

        var outcome = checkout.Run("list");
        checkout.Run("list");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Single(outcome.Messages.Split('\n'), Error);
        Assert.Empty(outcome.Output);
        Assert.Equal(2, checkout.Builds.Count);
    }

    [Theory]
    [InlineData("NU1301: Unable to load the service index for source https://feed.invalid/index.json.", "Check the network")]
    [InlineData("NU1101: Unable to find package ScottPlot. No packages exist with this id in source(s): closed", "dotnet nuget add source")]
    [InlineData("NU1102: Unable to find package TorchSharp with version (= 0.107.0)", "dotnet nuget add source")]
    [InlineData(
        "NU1603: Warning As Error: Experiments depends on ScottPlot (>= 5.1.59) but ScottPlot 5.1.59 was not found.",
        "dotnet nuget add source")]
    public void A_restore_that_fails_says_why_once_and_what_to_do(string error, string advice)
    {
        checkout.Write("compiler", $"/x/Recipes.csproj : error {error}\n/x/Experiments.csproj : error {error} [/x/Recipes.csproj]\n");

        var lines = checkout.Run("list").Messages.TrimEnd('\n').Split('\n');

        Assert.Equal("error " + error, lines[^2]);
        Assert.Contains(advice, lines[^1], StringComparison.Ordinal);
        Assert.Single(lines, line => line.Contains(error, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_calls_at_once_build_once()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/flock"), "without flock the launcher does not lock");
        checkout.Write("build-seconds", "1");

        using var first = checkout.Start("list");
        using var second = checkout.Start("list");
        first.WaitForExit();
        second.WaitForExit();

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Single(checkout.Builds);
    }

    [Fact]
    public void A_checkout_that_cannot_be_written_to_is_named()
    {
        // A file in the place of the folder stops root, too.
        checkout.Write("artifacts", "");

        var outcome = checkout.Run("list");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"cannot write to {checkout.Root}/artifacts", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_fitting_sdk_one_line_says_where_to_get_one()
    {
        checkout.WriteProgram("dotnet", "#!/usr/bin/env bash\nexit 155");
        checkout.Write("global.json", """{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }""");

        var outcome = checkout.Run("list");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("https://dot.net", Assert.Single(outcome.Messages.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void An_sdk_in_the_home_folder_will_do_where_that_on_the_path_will_not()
    {
        checkout.WriteProgram("dotnet", "#!/usr/bin/env bash\nexit 155");
        checkout.WriteDotnet("home/.dotnet/dotnet");
        checkout.Set("HOME", checkout.At("home"));

        Assert.Equal(0, checkout.Run("list").ExitCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/no/such/folder")]
    public void Without_a_home_folder_the_build_gets_one(string? home)
    {
        checkout.Set("HOME", home);

        Assert.Equal(0, checkout.Run("list").ExitCode);
        Assert.Equal(checkout.At("artifacts/launcher/home"), File.ReadAllText(checkout.At("home-of-build")).Trim());
    }
}

namespace Experiments.Tests.Launcher;

public sealed class PackageChoiceTests : IDisposable
{
    private readonly ScratchCheckout checkout = new();

    public void Dispose() => checkout.Dispose();

    private string Remembered => File.ReadAllText(checkout.At("packages.local.props"));

    private bool IsRemembered => File.Exists(checkout.At("packages.local.props"));

    [Fact]
    public void A_feed_that_carries_the_packages_is_used_and_remembered()
    {
        checkout.Run("list");

        Assert.Equal(["restore", "build Recipes.csproj StandIns=false"], checkout.Calls.Select(Trimmed));
        Assert.Contains("<StandIns>false</StandIns>", Remembered, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_without_the_packages_makes_it_use_and_remember_the_stand_ins()
    {
        NeedLibraries();
        checkout.Write("feed", ScratchCheckout.FeedWithoutPackages);

        checkout.Run("list");

        Assert.Equal(["restore", "build Recipes.csproj StandIns=true"], checkout.Calls.Select(Trimmed));
        Assert.Contains("<StandIns>true</StandIns>", Remembered, StringComparison.Ordinal);
        Assert.Contains("lacks ScottPlot, TorchSharp-cpu<", Remembered, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_out_of_reach_makes_it_use_the_stand_ins_without_remembering_them()
    {
        NeedLibraries();
        checkout.Write("feed", ScratchCheckout.FeedOutOfReach);

        var outcome = checkout.Run("list");

        Assert.Equal(["restore", "build Recipes.csproj StandIns=true"], checkout.Calls.Select(Trimmed));
        Assert.False(IsRemembered);
        Assert.Contains("did not answer: error NU1301: Unable to load the service index", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_out_of_reach_is_asked_again_an_hour_later_but_not_before()
    {
        NeedLibraries();
        checkout.Write("feed", ScratchCheckout.FeedOutOfReach);
        checkout.Run("list");
        checkout.Write("feed", "");

        checkout.Run("list");
        Assert.Single(checkout.Calls, "restore");

        File.SetLastWriteTimeUtc(checkout.At("artifacts/launcher/feed-did-not-answer"), File.GetLastWriteTimeUtc(checkout.At("calls")).AddHours(-2));
        checkout.Run("list");
        Assert.Contains("<StandIns>false</StandIns>", Remembered, StringComparison.Ordinal);
    }

    [Fact]
    public void A_restore_that_fails_for_another_reason_settles_nothing()
    {
        checkout.Write("feed", "/x/NuGet.Config : error NU5555: the file is not valid XML");

        var outcome = checkout.Run("list");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("not valid XML", outcome.Messages, StringComparison.Ordinal);
        Assert.False(IsRemembered);
    }

    [Fact]
    public void The_feed_is_asked_once()
    {
        checkout.Run("list");
        checkout.Run("list");
        checkout.Run("test");

        Assert.Single(checkout.Calls, "restore");
    }

    [Theory]
    [InlineData("packages", "false")]
    [InlineData("stand-ins", "true")]
    public void Use_settles_the_choice_without_asking_the_feed(string choice, string standIns)
    {
        if (choice == "stand-ins")
            NeedLibraries();

        checkout.Run("use", choice);
        var outcome = checkout.Run("list");

        Assert.Equal([$"build Recipes.csproj StandIns={standIns}"], checkout.Calls.Select(Trimmed));
        Assert.Contains($"with {choice} because chosen with ./experiments use {choice}:", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Use_auto_undoes_a_choice_and_asks_the_feed_again()
    {
        NeedLibraries();
        checkout.Run("use", "stand-ins");

        checkout.Run("use", "auto");

        Assert.Equal(["restore"], checkout.Calls);
        Assert.Contains("<StandIns>false</StandIns>", Remembered, StringComparison.Ordinal);
    }

    [Fact]
    public void Use_with_an_unknown_word_names_the_known_ones()
    {
        var outcome = checkout.Run("use", "nonsense");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("use packages|stand-ins|auto", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_variable_is_stronger_than_what_is_remembered()
    {
        NeedLibraries();
        checkout.Run("use", "packages");
        checkout.Set("StandIns", "true");

        var outcome = checkout.Run("list");

        Assert.Contains("with stand-ins because the environment variable StandIns says so", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("<StandIns>false</StandIns>", Remembered, StringComparison.Ordinal);
    }

    [Fact]
    public void A_senseless_environment_variable_is_refused()
    {
        checkout.Set("StandIns", "maybe");

        var outcome = checkout.Run("list");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("StandIns is 'maybe'; it may be true or false", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_choice_builds_anew_in_empty_output_folders()
    {
        NeedLibraries();
        checkout.Run("use", "packages");
        checkout.Run("list");
        checkout.Write("artifacts/bin/Recipes/release/left-over.dll", "");

        checkout.Run("use", "stand-ins");
        checkout.Run("list");

        Assert.Equal("build Recipes.csproj StandIns=true", Trimmed(checkout.Calls[^1]));
        Assert.False(File.Exists(checkout.At("artifacts/bin/Recipes/release/left-over.dll")));
    }

    [Fact]
    public void A_checkout_without_stand_ins_uses_packages_and_asks_nobody()
    {
        Directory.Delete(checkout.At("standins"), recursive: true);

        checkout.Run("list");

        Assert.Equal(["build Recipes.csproj StandIns=false"], checkout.Calls.Select(Trimmed));
    }

    private static string Trimmed(string call) => call.Split(" -", 2)[0];

    private static void NeedLibraries() => Assert.SkipUnless(
        File.Exists("/usr/include/ATen/core/dispatch/Dispatcher.h"), "without the system's libtorch the launcher would want to install it");
}

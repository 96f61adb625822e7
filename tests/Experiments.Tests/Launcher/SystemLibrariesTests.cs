namespace Experiments.Tests.Launcher;

/// <summary>The stand-ins need a C++ compiler, among others; here the PATH has none, whatever this machine has.</summary>
public sealed class SystemLibrariesTests : IDisposable
{
    private const string AptGet = """
        #!/usr/bin/env bash
        echo "apt-get $*" >>"$ROOT/calls"
        """;

    private readonly ScratchCheckout checkout = new();

    public SystemLibrariesTests() => checkout.HideOtherPrograms();

    public void Dispose() => checkout.Dispose();

    [Fact]
    public void Root_gets_what_is_missing_installed()
    {
        NeedTheOtherLibraries();
        BeUser(0);
        checkout.WriteProgram("apt-get", AptGet + "\nif [[ $* == *install* ]]; then cp \"$0\" \"$ROOT/bin/g++\"; fi");

        var outcome = checkout.Run("use", "stand-ins");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(2, checkout.Calls.Count);
        Assert.EndsWith(" update", checkout.Calls[0], StringComparison.Ordinal);
        Assert.EndsWith(" install -y --no-install-recommends g++", checkout.Calls[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_without_the_right_is_told_the_command()
    {
        BeUser(1000);
        checkout.WriteProgram("apt-get", AptGet);
        checkout.WriteProgram("sudo", "#!/usr/bin/env bash\nexit 1");

        var outcome = checkout.Run("use", "stand-ins");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches(@"sudo apt-get update && sudo apt-get install -y --no-install-recommends .*g\+\+", outcome.Messages);
        Assert.Empty(checkout.Calls);
    }

    [Fact]
    public void Another_system_is_told_what_is_needed()
    {
        var outcome = checkout.Run("use", "stand-ins");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches(@"the stand-ins need what Debian calls .*g\+\+", outcome.Messages);
    }

    [Fact]
    public void An_installation_that_fails_shows_what_apt_get_said()
    {
        BeUser(0);
        checkout.WriteProgram("apt-get", "#!/usr/bin/env bash\necho 'E: Unable to locate package'\nexit 100");

        var outcome = checkout.Run("use", "stand-ins");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("E: Unable to locate package", outcome.Messages, StringComparison.Ordinal);
        Assert.False(File.Exists(checkout.At("packages.local.props")));
    }

    private void BeUser(int id) => checkout.WriteProgram("id", $"#!/usr/bin/env bash\necho {id}");

    private static void NeedTheOtherLibraries() => Assert.SkipUnless(
        File.Exists("/usr/include/ATen/core/dispatch/Dispatcher.h"), "asks for more than the compiler where libtorch is missing");
}

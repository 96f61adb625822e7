namespace Experiments.Tests.Launcher;

public sealed class BenchVerbTests : IDisposable
{
    private const string WithTorch = "#!/usr/bin/env bash\nexit 0";
    private const string WithoutTorch = "#!/usr/bin/env bash\nexit 1";

    private readonly ScratchCheckout checkout = new();

    public BenchVerbTests()
    {
        checkout.HideOtherPrograms();
        checkout.Run("use", "packages");
    }

    public void Dispose() => checkout.Dispose();

    private int Builds => checkout.Calls.Count(call => call.StartsWith("build", StringComparison.Ordinal));

    [Fact]
    public void It_gets_every_argument_and_the_python_that_has_torch()
    {
        checkout.WriteProgram("python3", WithTorch);

        var outcome = checkout.Run("bench", "compare", "--settings", "A1, B");

        Assert.Equal($"bench of {checkout.Root} with python {checkout.At("bin/python3")}: <compare <--settings <A1, B\n", outcome.Output);
        Assert.StartsWith("build Experiments.Bench.csproj", Assert.Single(checkout.Calls), StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_python_on_the_path_does_if_the_first_lacks_torch()
    {
        checkout.WriteProgram("python3", WithoutTorch);
        checkout.WriteProgram("python", WithTorch);

        Assert.Contains($" with python {checkout.At("bin/python")}:", checkout.Run("bench").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_exit_code_is_the_launcher_s()
    {
        checkout.WriteProgram("python3", WithTorch);
        checkout.Write("program-ends", "4");

        Assert.Equal(4, checkout.Run("bench").ExitCode);
    }

    [Fact]
    public void Building_it_builds_the_program_but_not_the_other_way_round()
    {
        checkout.Run("bench", "engine");
        checkout.Run("list");
        Assert.Equal(1, Builds);

        checkout.Write("bench/Experiments.Bench/Bench.cs", "changed");
        checkout.Run("list");
        Assert.Equal(1, Builds);
        checkout.Run("bench", "engine");
        Assert.Equal(2, Builds);
    }

    [Theory]
    [InlineData("engine")]
    [InlineData("micro")]
    [InlineData("scaling")]
    [InlineData("--help")]
    public void What_needs_no_peers_needs_no_python(string argument) => Assert.Equal(0, checkout.Run("bench", argument).ExitCode);

    [Fact]
    public void Root_gets_torch_and_numpy_installed()
    {
        checkout.WriteProgram("python3", WithoutTorch);
        BeUser(0);
        checkout.WriteProgram("apt-get", "#!/usr/bin/env bash\necho \"apt-get $*\" >>\"$ROOT/calls\"\nif [[ $* == *install* ]]; then printf '#!/usr/bin/env bash\\nexit 0' >\"$ROOT/bin/python3\"; fi");

        var outcome = checkout.Run("bench");

        Assert.Equal(0, outcome.ExitCode);
        Assert.EndsWith(" install -y --no-install-recommends python3-torch python3-numpy", checkout.Calls[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_without_the_right_is_told_the_command()
    {
        checkout.WriteProgram("python3", WithoutTorch);
        BeUser(1000);
        checkout.WriteProgram("apt-get", "#!/usr/bin/env bash");
        checkout.WriteProgram("sudo", "#!/usr/bin/env bash\nexit 1");

        var outcome = checkout.Run("bench");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("sudo apt-get install -y --no-install-recommends python3-torch python3-numpy", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void A_python_that_was_named_but_will_not_do_is_a_failure_before_anything_is_built()
    {
        checkout.WriteProgram("python3", WithTorch);
        checkout.WriteProgram("other", WithoutTorch);
        checkout.Set("EXPERIMENTS_PYTHON", checkout.At("bin/other"));

        var outcome = checkout.Run("bench");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("is no Python that has torch and numpy", outcome.Messages, StringComparison.Ordinal);
        Assert.Empty(checkout.Calls);
    }

    private void BeUser(int id) => checkout.WriteProgram("id", $"#!/usr/bin/env bash\necho {id}");
}

namespace Experiments.Tests.Launcher;

public sealed class BenchVerbTests : IDisposable
{
    private const string WithTorch = "#!/usr/bin/env bash\nexit 0";
    private const string WithoutTorch = "#!/usr/bin/env bash\nexit 1";

    private readonly ScratchCheckout checkout = new();

    public BenchVerbTests() => checkout.HideOtherPrograms();

    public void Dispose() => checkout.Dispose();

    [Fact]
    public void It_gets_every_argument_and_the_python_that_has_torch()
    {
        checkout.WriteProgram("python3", WithTorch);

        var outcome = checkout.Run("bench", "compare", "--settings", "A1, B");

        Assert.Equal($"bench of {checkout.Root} with python {checkout.At("bin/python3")}: <compare <--settings <A1, B\n", outcome.Output);
        Assert.StartsWith("build Experiments.Bench.csproj", Assert.Single(checkout.Builds), StringComparison.Ordinal);
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
        Assert.Single(checkout.Builds);

        checkout.Write("bench/Experiments.Bench/Bench.cs", "changed");
        checkout.Run("list");
        Assert.Single(checkout.Builds);
        checkout.Run("bench", "engine");
        Assert.Equal(2, checkout.Builds.Count);
    }

    [Fact]
    public void Where_no_python_will_do_it_runs_all_the_same_and_can_say_what_is_missing()
    {
        checkout.WriteProgram("python3", WithoutTorch);

        Assert.Contains(" with python none:", checkout.Run("bench").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_python_that_was_named_stays_named()
    {
        checkout.WriteProgram("python3", WithTorch);
        checkout.Set("EXPERIMENTS_PYTHON", "/some/where");

        Assert.Contains(" with python /some/where:", checkout.Run("bench").Output, StringComparison.Ordinal);
    }
}

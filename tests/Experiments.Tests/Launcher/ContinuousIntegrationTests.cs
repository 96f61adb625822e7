using Experiments.Tests.House;

namespace Experiments.Tests.Launcher;

public sealed class ContinuousIntegrationTests : IDisposable
{
    private readonly ScratchCheckout checkout = new("checkout");

    public ContinuousIntegrationTests()
    {
        Directory.CreateDirectory(checkout.At(".ci"));
        File.Copy(Checkout.At(".ci", "run"), checkout.At(".ci/run"));
        checkout.Write(
            "artifacts/bin/First.Tests/release/First.Tests.dll",
            "   First.Tests  Total: 7, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 0.161s\n");
        checkout.Write("artifacts/bin/First.Tests/release/First.Tests.dll.ends", "0");
    }

    public void Dispose() => checkout.Dispose();

    [Fact]
    public void The_last_line_is_the_sum()
    {
        var outcome = checkout.RunScript(".ci/run");

        Assert.Equal(0, outcome.ExitCode);
        Assert.EndsWith("\n7 passed, 0 failed\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_that_fails_is_a_failure_on_the_last_line_too()
    {
        checkout.Write("compiler", "/x/Program.cs(1,1): error CS1002: ; expected");

        var outcome = checkout.RunScript(".ci/run");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("0 passed, 1 failed\n", outcome.Output);
    }

    [Fact]
    public void MNIST_beside_the_checkout_is_given_to_the_tests()
    {
        checkout.Write("../shared/mnist/some", "");

        Assert.Contains(
            $"data in {Path.GetDirectoryName(checkout.Root)}/shared/mnist\n", checkout.RunScript(".ci/run").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_was_named_stays_named()
    {
        checkout.Write("../shared/mnist/some", "");
        checkout.Set("EXPERIMENTS_DATA", "/some/where");

        Assert.Contains("data in /some/where\n", checkout.RunScript(".ci/run").Output, StringComparison.Ordinal);
    }
}

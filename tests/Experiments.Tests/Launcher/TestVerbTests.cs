namespace Experiments.Tests.Launcher;

public sealed class TestVerbTests : IDisposable
{
    private readonly ScratchCheckout checkout = new();

    public void Dispose() => checkout.Dispose();

    [Fact]
    public void The_last_line_is_the_sum_over_the_test_programs()
    {
        AddTests("First", "   First.Tests  Total: 5, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 0.161s\n");
        AddTests("Second", "   Second.Tests  Total: 20, Errors: 0, Failed: 0, Skipped: 0, Not Run: 3, Time: 10.161s\n");

        var outcome = checkout.Run("test");

        Assert.Equal("22 passed, 0 failed", LastLine(outcome));
        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public void Failures_errors_and_skipped_tests_are_counted()
    {
        AddTests("First", "   First.Tests  Total: 9, Errors: 1, Failed: 2, Skipped: 3, Not Run: 0, Time: 0.161s\n", code: 1);

        var outcome = checkout.Run("test");

        Assert.Equal("4 passed, 3 failed", LastLine(outcome));
        Assert.Contains("3 skipped\n", outcome.Output);
        Assert.Equal(1, outcome.ExitCode);
    }

    [Fact]
    public void A_test_program_that_dies_counts_as_a_failure()
    {
        AddTests("First", "   First.Tests  Total: 9, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 0.161s\n");
        AddTests("Second", "Segmentation fault\n", code: 139);

        var outcome = checkout.Run("test");

        Assert.Equal("9 passed, 1 failed", LastLine(outcome));
        Assert.Contains("Second.Tests ended with exit code 139", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_in_which_the_filter_finds_no_test_is_no_failure()
    {
        AddTests("First", "   First.Tests  Total: 1, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 0.161s\n");
        AddTests("Second", "   Second.Tests  Total: 0\n");

        Assert.Equal("1 passed, 0 failed", LastLine(checkout.Run("test", "-class", "Some")));
    }

    [Fact]
    public void No_test_at_all_is_a_failure()
    {
        var outcome = checkout.Run("test");

        Assert.Equal("0 passed, 1 failed", LastLine(outcome));
        Assert.Equal(1, outcome.ExitCode);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    [InlineData("-class", "Some", "--help")]
    public void Help_says_what_it_takes_and_builds_nothing(params string[] arguments)
    {
        var outcome = checkout.Run(["test", .. arguments]);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Messages));
        Assert.Contains("-class NAME", outcome.Output, StringComparison.Ordinal);
        Assert.Empty(checkout.Builds);
    }

    private static string LastLine(Outcome outcome) => outcome.Output.TrimEnd('\n').Split('\n')[^1];

    private void AddTests(string name, string output, int code = 0)
    {
        var program = $"artifacts/bin/{name}.Tests/release/{name}.Tests.dll";
        checkout.Write(program, output);
        checkout.Write(program + ".ends", $"{code}");
    }
}

namespace Experiments.Tests.Launcher;

public sealed class HandingOverTests : IDisposable
{
    private readonly ScratchCheckout checkout = new();

    public void Dispose() => checkout.Dispose();

    [Fact]
    public void The_program_gets_every_argument_as_it_was_written()
    {
        var outcome = checkout.Run("run", "depth", "--set", "a b=c  d", "", "*");

        Assert.EndsWith(": <run <depth <--set <a b=c  d < <*\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_runs_where_it_was_called_and_learns_the_root()
    {
        var elsewhere = Directory.CreateDirectory(checkout.At("elsewhere")).FullName;

        var outcome = checkout.RunIn(elsewhere, "list");

        Assert.StartsWith($"in {elsewhere} of {checkout.Root}:", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_learns_how_to_be_called_again_from_the_same_folder()
    {
        checkout.Run("list");
        var again = File.ReadAllText(checkout.At("called-as")).Trim();

        Assert.Equal(checkout.At("experiments"), Path.GetFullPath(again, checkout.Root));
        Assert.Contains('/', again);
    }

    [Fact]
    public void The_launcher_may_be_called_through_a_link()
    {
        File.CreateSymbolicLink(checkout.At("bin/linked"), checkout.At("experiments"));
        checkout.WriteProgram("called", "#!/usr/bin/env bash\n\"$ROOT/bin/linked\" list");
        checkout.Run("list");

        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(checkout.At("bin/called"))
        {
            RedirectStandardOutput = true,
            Environment = { ["ROOT"] = checkout.Root, ["PATH"] = checkout.At("bin") + ":" + Environment.GetEnvironmentVariable("PATH") },
        })!;

        Assert.Contains($" of {checkout.Root}:", process.StandardOutput.ReadToEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(130)]
    public void The_exit_code_is_the_program_s(int code)
    {
        checkout.Write("program-ends", $"{code}");

        Assert.Equal(code, checkout.Run("verify", "depth").ExitCode);
    }
}

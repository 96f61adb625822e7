using System.Diagnostics;

namespace Experiments.Tests.Training.Fused;

/// <summary>
/// The tests of the fused trainer on processors with shorter vectors, which the runtime of a child process is told to believe in.
/// </summary>
public class OtherVectorWidthsTests
{
    /// <summary>Environment variable of the child: the instructions that it must not have.</summary>
    public const string Without = "EXPERIMENTS_TESTS_WITHOUT";

    [Theory]
    [InlineData("AVX512")]
    [InlineData("AVX512 AVX2")]
    public async Task The_fused_trainer_passes_its_tests_without_some_instructions(string instructions)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(OtherVectorWidthsTests).Assembly.Location);
        }

        Type[] classes =
        [
            typeof(FusedAgainstEagerTests), typeof(VectorMathTests), typeof(GemmTests), typeof(MersenneTwisterTests),
            typeof(WhyNotFusedTests),
        ];
        foreach (var tests in classes)
        {
            start.ArgumentList.Add("-class");
            start.ArgumentList.Add(tests.FullName!);
        }

        start.Environment[Without] = instructions;
        foreach (var name in instructions.Split(' '))
        {
            start.Environment[$"DOTNET_Enable{name}"] = "0";
            start.Environment[$"DOTNET_Enable{name}F"] = "0"; // AVX512F, the name before .NET 10
        }

        using var child = Process.Start(start)!;
        try
        {
            var cancellation = TestContext.Current.CancellationToken;
            var output = await child.StandardOutput.ReadToEndAsync(cancellation).WaitAsync(TimeSpan.FromSeconds(120), cancellation);
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(child.ExitCode == 0, output);
            Assert.Contains("Failed: 0", output, StringComparison.Ordinal);
        }
        finally
        {
            if (!child.HasExited)
            {
                child.Kill();
            }
        }
    }
}

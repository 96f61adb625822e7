using Experiments.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.CommandLine.Progress;
using Experiments.Tests.CommandLine;
using Xunit.Runner.InProc.SystemConsole;

namespace Experiments.Tests;

/// <summary>
/// Runs the tests, or, if a variable says so, is a program of recipes that are there for tests alone: some of these need a process of their
/// own.
/// </summary>
internal static class Program
{
    /// <summary>The variable; 1 makes this the program of <see cref="OwnProcess.Recipes"/>.</summary>
    public const string Variable = "EXPERIMENTS_TEST_PROGRAM";

    private static int Main(string[] args)
    {
        if (Environment.GetEnvironmentVariable(Variable) != "1")
        {
            return ConsoleRunner.Run(args).GetAwaiter().GetResult();
        }

        using var interrupt = new Interrupt();
        return new ExperimentsProgram(() => new Catalog(OwnProcess.Recipes)).Run(args, Terminal.OfProcess(), interrupt);
    }
}

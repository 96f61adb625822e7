using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.CommandLine.Progress;

namespace Experiments.CommandLine;

/// <summary>
/// The command line over the recipes of a program. A console project with recipes of its own needs one line:
/// <c>return ExperimentsProgram.FromAssembly(typeof(Program).Assembly).Run(args);</c>
/// </summary>
public sealed class ExperimentsProgram
{
    private readonly Func<Catalog> catalog;

    internal ExperimentsProgram(Func<Catalog> catalog) => this.catalog = catalog;

    /// <summary>The program of all public recipes of an assembly that can be made without arguments.</summary>
    /// <param name="assembly">The assembly, usually that of the console project.</param>
    public static ExperimentsProgram FromAssembly(Assembly assembly) => new(() => Catalog.Of(assembly));

    /// <summary>Does what the arguments say. Results go to standard output, progress and messages to standard error.</summary>
    /// <param name="args">The arguments of <c>Main</c>.</param>
    /// <returns>
    /// The exit code: 0 done, 1 failed, 2 wrong usage, 3 some cells failed, 4 a claim is refuted, 5 data missing or corrupt, 130
    /// interrupted.
    /// </returns>
    public int Run(string[] args)
    {
        // Worker threads, too: numbers look the same wherever the program runs.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        using var interrupt = new Interrupt();
        return Run(args, Terminal.OfProcess(), interrupt);
    }

    internal int Run(IReadOnlyList<string> args, Terminal terminal, Interrupt interrupt)
    {
        var verbose = args.Contains("--verbose") || args.Contains("-v");
        try
        {
            var code = new Parser(catalog, terminal, interrupt).Run(args);
            terminal.Out.Flush();
            return code;
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            interrupt.NotifyInterrupted();
            return ExitCode.Interrupted;
        }
        catch (Exception problem)
        {
            return Report(problem, terminal, verbose);
        }
    }

    private static int Report(Exception problem, Terminal terminal, bool verbose)
    {
        var (code, lines) = problem switch
        {
            UsageException usage => (ExitCode.WrongUsage, usage.Mistakes),
            BadDataException => (ExitCode.BadData, [problem.Message]),
            FailureException or BadResultException or RecipeException => (ExitCode.Failed, [problem.Message]),
            _ => (ExitCode.Failed, (IReadOnlyList<string>)[Unexpected(problem, verbose)]),
        };
        foreach (var line in lines)
        {
            terminal.Error.WriteLine($"experiments: {OneLine.Of(line)}");
        }

        if (verbose)
        {
            terminal.Error.WriteLine(problem);
        }

        return code;
    }

    private static string Unexpected(Exception problem, bool verbose) =>
        problem is IOException or UnauthorizedAccessException or DllNotFoundException ? problem.Message.ReplaceLineEndings(" ") :
        $"{problem.GetType().Name}: {problem.Message.ReplaceLineEndings(" ")}{(verbose ? "" : " (--verbose tells where)")}";
}

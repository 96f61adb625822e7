using System.Diagnostics;

namespace Packages.Tests.Facts;

/// <summary>One run of a set's program, shared by all tests of the set.</summary>
public sealed class FactRun<TSet>
    where TSet : FactSet, new()
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Fact> _printed;

    public FactRun()
    {
        if (!File.Exists(Set.ProgramPath))
        {
            throw new FileNotFoundException($"{Set.ProgramPath} is not there: build tests/facts/{Set.Program}, or the solution.");
        }

        var start = new ProcessStartInfo("dotnet", [Set.ProgramPath]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync();
        var errors = program.StandardError.ReadToEndAsync();
        if (!program.WaitForExit(_patience))
        {
            program.Kill(entireProcessTree: true);
            throw new TimeoutException($"{Set.ProgramPath} did not end within {_patience.TotalMinutes} minutes.");
        }

        Printed = Fact.Read(output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r')));
        Ending = $"The program printed {Printed.Count} of {Set.Count} facts and ended with exit code {program.ExitCode}. {errors.Result}".Trim();
        ExitCode = program.ExitCode;
        Expected = Set.Expected.ToDictionary(fact => fact.Name);
        _printed = Printed.ToDictionary(fact => fact.Name);
    }

    public TSet Set { get; } = new();

    public IReadOnlyList<Fact> Printed { get; }

    public IReadOnlyDictionary<string, Fact> Expected { get; }

    public int ExitCode { get; }

    /// <summary>How the run went, for the message of a failed test.</summary>
    public string Ending { get; }

    /// <summary>Asserts that the program printed this fact as the package did.</summary>
    public void Check(string name)
    {
        Assert.True(_printed.TryGetValue(name, out var printed), $"{name} was not printed. {Ending}");
        if (!FactValue.Same(Expected[name].Value, printed!.Value))
        {
            Assert.SkipWhen(BuildDependentFacts.Reason(name) is not null, BuildDependentFacts.Reason(name) ?? "");
            Assert.Fail($"{name}\nthe package: {Expected[name].Value}\nhere:        {printed.Value}");
        }
    }
}

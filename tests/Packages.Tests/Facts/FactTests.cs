using System.Diagnostics.CodeAnalysis;

namespace Packages.Tests.Facts;

/// <summary>
/// Holds a set's program against what the package printed, line by line. A set is a record and a class of one line each:
/// <c>public sealed record FrameFacts() : FactSet("Frames", "dataframe-facts.txt", 250);</c> and
/// <c>public sealed class FrameFactTests(FactRun&lt;FrameFacts&gt; run) : FactTests&lt;FrameFacts&gt;(run);</c>
/// </summary>
[SuppressMessage("Design", "CA1000", Justification = "xunit reads the cases of a theory from static members.")]
public abstract class FactTests<TSet>(FactRun<TSet> run) : IClassFixture<FactRun<TSet>>
    where TSet : FactSet, new()
{
    public static TheoryData<string> Names => [.. new TSet().Expected.Select(fact => fact.Name)];

    public static TheoryData<int> Count => [new TSet().Count];

    [Theory]
    [MemberData(nameof(Names))]
    public void Prints_what_the_package_prints(string name) => run.Check(name);

    [Theory]
    [MemberData(nameof(Count))]
    public void Walks_every_fact_of_the_file_and_the_program_prints_no_more(int count)
    {
        Assert.Equal(count, Names.Count);
        Assert.True(run.Printed.Count == count && run.ExitCode == 0, run.Ending);
    }
}

namespace Experiments.Tests.Data.Fuzzing;

/// <summary>What reading many files came to.</summary>
internal sealed class FuzzTally
{
    /// <summary>Files by outcome.</summary>
    public Dictionary<string, int> Outcomes { get; } = [];

    /// <summary>What must never happen.</summary>
    public List<FuzzFinding> Findings { get; } = [];

    /// <summary>Files read.</summary>
    public int Files => Outcomes.Values.Sum() + Findings.Count;

    /// <summary>The longest that one file took, and its number.</summary>
    public (TimeSpan Time, int Number) WorstTime { get; private set; }

    /// <summary>The most that one file allocated, and its number.</summary>
    public (long Bytes, int Number) WorstAllocation { get; private set; }

    /// <summary>Makes and reads the files of these numbers in a folder of their own.</summary>
    public static FuzzTally Of(IEnumerable<int> numbers)
    {
        var tally = new FuzzTally();

        // In memory where that can be had: a busy disk takes longer to make a file than all else together.
        string parent = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
        string folder = Directory.CreateDirectory(Path.Combine(parent, $"experiments-fuzz-{Guid.NewGuid():N}")).FullName;
        try
        {
            foreach (int number in numbers)
            {
                tally.Add(number, Path.Combine(folder, $"{number}"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return tally;
    }

    /// <summary>Adds what another tally counted.</summary>
    public void Add(FuzzTally other)
    {
        foreach ((string outcome, int count) in other.Outcomes)
        {
            Outcomes[outcome] = Outcomes.GetValueOrDefault(outcome) + count;
        }

        Findings.AddRange(other.Findings);
        WorstTime = WorstTime.Time > other.WorstTime.Time ? WorstTime : other.WorstTime;
        WorstAllocation = WorstAllocation.Bytes > other.WorstAllocation.Bytes ? WorstAllocation : other.WorstAllocation;
    }

    private void Add(int number, string path)
    {
        try
        {
            FuzzOutcome outcome = FuzzReader.Read(FileMaker.Make(number), path);
            Outcomes[outcome.Outcome] = Outcomes.GetValueOrDefault(outcome.Outcome) + 1;
            WorstTime = outcome.Time > WorstTime.Time ? (outcome.Time, number) : WorstTime;
            WorstAllocation = outcome.Allocated > WorstAllocation.Bytes ? (outcome.Allocated, number) : WorstAllocation;
        }
        catch (FuzzFinding finding)
        {
            Findings.Add(finding);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

namespace Experiments.Running.Slurm;

/// <summary>What a job asks of the cluster. What is null is left to the cluster's defaults.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Time">The longest time of a task, as sbatch takes it.</param>
/// <param name="Memory">The memory of a task, as sbatch takes it.</param>
/// <param name="Cpus">Processors of a task, which computes as many cells at once.</param>
/// <param name="Others">Further options of sbatch, by name without dashes; they replace those of the script.</param>
internal sealed record SlurmOptions(
    string? Partition, string? Time, string? Memory, int Cpus, IReadOnlyDictionary<string, string> Others)
{
    /// <summary>It as options of sbatch.</summary>
    /// <param name="own">The options that a script has of itself.</param>
    public IEnumerable<string> Arguments(IEnumerable<(string Name, string? Value)> own)
    {
        IReadOnlyList<(string Name, string? Value)> asked =
        [
            .. own, ("ntasks", "1"), ("cpus-per-task", $"{Cpus}"),
            .. Given("partition", Partition), .. Given("time", Time), .. Given("mem", Memory),
        ];
        return asked.Where(option => !Others.ContainsKey(option.Name))
            .Concat(Others.Select(option => (Name: option.Key, Value: (string?)option.Value)))
            .Select(option => string.IsNullOrEmpty(option.Value) ? $"--{option.Name}" : $"--{option.Name}={option.Value}");
    }

    private static IEnumerable<(string Name, string? Value)> Given(string name, string? value) => value is null ? [] : [(name, value)];
}

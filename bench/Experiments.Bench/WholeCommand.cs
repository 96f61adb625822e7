namespace Experiments.Bench;

/// <summary>
/// Runs whole commands of the program as users type them, with results and charts in a folder that is removed afterwards.
/// </summary>
/// <param name="place">Where things are.</param>
/// <param name="cancellation">Ends it.</param>
internal sealed class WholeCommand(Place place, CancellationToken cancellation)
{
    /// <summary>Where things are.</summary>
    public Place Place => place;

    /// <summary>Ends it.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>Runs a command to its end.</summary>
    /// <param name="arguments">The verb and its arguments.</param>
    /// <exception cref="FailureException">It failed.</exception>
    public async Task<ChildOutcome> RunAsync(params IReadOnlyList<string> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("experiments-bench-").FullName;
        try
        {
            string[] results = arguments.Contains("--results") ? [] : ["--results", Path.Combine(folder, "results")];
            return await Child.RunAsync(
                [.. Program(), .. arguments, .. results, "--plots", Path.Combine(folder, "plots"), "--quiet"], cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Median seconds of a command.</summary>
    public async Task<double> SecondsAsync(int times, params IReadOnlyList<string> arguments)
    {
        var seconds = new List<double>();
        for (var time = 0; time < times; time++)
        {
            seconds.Add((await RunAsync(arguments)).Seconds);
        }

        return Spread.Of(seconds).Median;
    }

    // The launcher is part of what users wait for; on Windows, where it is a script of PowerShell, it is left out.
    private string[] Program()
    {
        var launcher = Path.Combine(place.Root, "experiments");
        return !OperatingSystem.IsWindows() && File.Exists(launcher)
            ? [launcher]
            : ["dotnet", Path.Combine(place.Root, "artifacts", "bin", "Recipes", "release", "Recipes.dll")];
    }
}

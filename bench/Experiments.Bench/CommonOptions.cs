using System.CommandLine;
using System.Globalization;
using Experiments.Data;

namespace Experiments.Bench;

/// <summary>The options that several verbs have.</summary>
/// <param name="usualSeconds">Default seconds that a process times epochs for.</param>
internal sealed class CommonOptions(double usualSeconds)
{
    private const double QuickSeconds = 0.5;

    /// <summary>A quick run, to see that everything works.</summary>
    public Option<bool> Quick { get; } = new("--quick") { Description = "A quick run that decides nothing: less time, fewer images" };

    /// <summary>Seconds.</summary>
    public Option<double?> Seconds { get; } = new("--seconds")
    {
        HelpName = "S",
        Description = FormattableString.Invariant(
            $"Seconds that each process times epochs for, after warming up for half as long (default: {usualSeconds})"),
    };

    /// <summary>Where tables go.</summary>
    public Option<string> Output { get; } =
        new("--output") { HelpName = "DIR", Description = "Directory of tables (default: plots/bench)" };

    /// <summary>Adds all of them to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(Quick);
        command.Options.Add(Seconds);
        command.Options.Add(Output);
    }

    /// <summary>Seconds that a process times epochs for.</summary>
    public double SecondsOf(ParseResult parsed) => parsed.GetValue(Seconds) ?? (parsed.GetValue(Quick) ? QuickSeconds : usualSeconds);

    /// <summary>The options of <c>bench loop</c> and the Python peer.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="quickImages">Training images of a quick run.</param>
    public IEnumerable<string> Shared(ParseResult parsed, int quickImages)
    {
        var quick = parsed.GetValue(Quick);
        yield return "--seconds";
        yield return SecondsOf(parsed).ToString(CultureInfo.InvariantCulture);
        if (quick)
        {
            yield return "--images";
            yield return $"{quickImages}";
        }
    }

    /// <summary>Where things are.</summary>
    public Place PlaceOf(ParseResult parsed)
    {
        var place = Place.Here();
        return parsed.GetValue(Output) is { } folder ? place with { Output = Path.GetFullPath(folder) } : place;
    }
}

/// <summary>The images: MNIST, on which both sides are compared.</summary>
internal static class BenchData
{
    /// <summary>Finds MNIST, or fetches it.</summary>
    /// <exception cref="BadDataException">It is neither here nor there, or damaged.</exception>
    public static DataSet Open(Place place, CancellationToken cancellation) =>
        DataSets.Open(
            "mnist", DataFolders.FromEnvironment(Path.Combine(place.Root, "data")), message =>
                Console.Error.WriteLine($"bench: {message}"), cancellation);
}

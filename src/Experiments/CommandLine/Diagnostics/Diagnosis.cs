using System.Runtime.InteropServices;
using Experiments.CommandLine.Options;
using Experiments.Data;

namespace Experiments.CommandLine.Diagnostics;

/// <summary>What a finding means.</summary>
internal enum Health
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Worth knowing, but nothing to mend.</summary>
    Note,

    /// <summary>Something needed is not there.</summary>
    Missing,
}

/// <summary>One thing looked at.</summary>
internal sealed record Finding(Health Health, string What, string Text);

/// <summary>Looks at everything that the program needs.</summary>
internal static class Diagnosis
{
    /// <summary>All findings, those about computing first.</summary>
    public static IReadOnlyList<Finding> Of(Session session) =>
    [
        new(Health.Ok, "engine", Circumstances.EngineVersion),
        new(Health.Ok, ".NET", $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}"),
        new(Health.Ok, "processors", $"{Environment.ProcessorCount}: {Circumstances.ProcessorName()}"),
        .. Circumstances.PackageVersions().Select(package => new Finding(package.Value == "missing" ? Health.Missing : Health.Ok, package.Key, package.Value)),
        .. LibtorchDiagnosis.Of(),
        ChartDiagnosis.Of(),
        DataFound(session),
        Writable(session, "results", session.ResultsFolder),
        Writable(session, "plots", session.PlotsFolder),
    ];

    private static Finding DataFound(Session session)
    {
        var places = session.DataFolders.MnistPlaces().ToList();
        return places.Find(Mnist.IsIn) is { } place
            ? new(Health.Ok, "data", $"MNIST in {session.Terminal.Shorten(place)} ('data verify' checks every byte)")
            : new(
                Health.Note,
                "data",
                $"MNIST is not in {string.Join(" or ", places.Select(session.Terminal.Shorten))}; it will be fetched when needed, or with '{session.Terminal.Program} data fetch'");
    }

    // Asked without leaving a trace: of the nearest folder that exists.
    private static Finding Writable(Session session, string what, string folder)
    {
        var shown = session.Terminal.Shorten(folder);
        var existing = folder;
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
        {
            existing = parent;
        }

        try
        {
            using var probe = new FileStream(
                Path.Combine(existing, $".{Guid.NewGuid():N}"),
                new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return new(Health.Ok, what, existing == folder ? shown : $"{shown}, will be made");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new(Health.Missing, what, $"{shown} cannot be written: {problem.Message} Choose another with --{what}");
        }
    }
}

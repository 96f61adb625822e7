using Experiments.CommandLine.Options;

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
    public static IReadOnlyList<Finding> Of(CommandContext context) =>
    [
        new(Health.Ok, "engine", Provenance.EngineVersion),
        new(
            Health.Ok, ".NET", $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}, "
                + $"{RuntimeInformation.ProcessArchitecture}"),
        new(Health.Ok, "processors", $"{Environment.ProcessorCount}: {Provenance.ProcessorName()}"),
        .. Provenance.PackageVersions()
            .Select(package => new Finding(package.Value == "missing" ? Health.Missing : Health.Ok, package.Key, package.Value)),
        .. LibtorchDiagnosis.Of(),
        ChartDiagnosis.Of(),
        DataFound(context),
        Writable(context, "results", context.ResultsFolder),
        Writable(context, "plots", context.PlotsFolder),
    ];

    private static Finding DataFound(CommandContext context)
    {
        var places = context.DataFolders.MnistPlaces().ToList();
        return places.Find(Mnist.IsIn) is { } place
            ? new(Health.Ok, "data", $"MNIST in {context.Terminal.Shorten(place)} ('data verify' checks every byte)")
            : new(
                Health.Note,
                "data",
                $"MNIST is not in {string.Join(" or ", places.Select(context.Terminal.Shorten))}; it will be fetched when needed, "
                    + $"or with '{context.Terminal.Program} data fetch'");
    }

    // Asked without leaving a trace: of the nearest folder that exists.
    private static Finding Writable(CommandContext context, string what, string folder)
    {
        var shown = context.Terminal.Shorten(folder);
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

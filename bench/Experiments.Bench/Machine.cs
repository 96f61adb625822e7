using System.Globalization;
using Experiments.Running;

namespace Experiments.Bench;

/// <summary>What the measurements were made on.</summary>
internal static class Machine
{
    /// <summary>The system's load average over the last minute; null if it does not say.</summary>
    public static double? Load() =>
        File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : null;

    /// <summary>Processor, cores, and how busy they were: a busy machine makes ratios uncertain.</summary>
    /// <param name="before">The load before measuring.</param>
    public static string Text(double? before) => FormattableString.Invariant(
        $"machine: {Processor.Name}, {Cores.Allowed().Count} cores; load average {before:F1} before, {Load():F1} after");
}

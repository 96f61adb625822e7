namespace Experiments.Running;

/// <summary>The processor of this machine.</summary>
internal static class Processor
{
    /// <summary>What it calls itself.</summary>
    public static string Name { get; } = Find();

    private static string Find()
    {
        const string Info = "/proc/cpuinfo";
        var line = File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':') + 1)..].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown";
    }
}

using System.Globalization;

namespace Experiments.Bench;

/// <summary>How much memory processes had, as Linux tells it.</summary>
internal static class Memory
{
    /// <summary>The most memory that a running process ever had, in bytes; 0 if the system does not say.</summary>
    /// <param name="process">Its number, or self.</param>
    public static double Peak(string process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', '\t').First(part => part.Length > 0 && char.IsAsciiDigit(part[0])), CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0; // it has ended, or this is no Linux
        }
    }
}

using System.Globalization;

namespace Experiments.Bench;

/// <summary>How much memory and processor time processes had, as Linux tells it.</summary>
internal static class Memory
{
    /// <summary>The most memory that a running process ever had, in bytes; 0 if the system does not say.</summary>
    /// <param name="process">Its number, or self.</param>
    public static double Peak(string process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null
                ? 0
                : double.Parse(
                    line.Split(' ', '\t').First(part => part.Length > 0 && char.IsAsciiDigit(part[0])), CultureInfo.InvariantCulture)
                        * 1024;
        }
        catch (IOException)
        {
            return 0; // it has ended, or this is no Linux
        }
    }

    /// <summary>Processor time of a running process and all its threads, in seconds; 0 if the system does not say.</summary>
    /// <param name="process">Its number.</param>
    public static double ProcessorSeconds(string process)
    {
        const double TicksPerSecond = 100; // what /proc counts in, on every common Linux
        try
        {
            // The program's name, in parentheses, may have spaces; the 12th and 13th fields after it are user and system time.
            var fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ');
            return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture))
                / TicksPerSecond;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}

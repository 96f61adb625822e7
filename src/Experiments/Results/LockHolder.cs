using System.Diagnostics;
using System.Globalization;

namespace Experiments.Results;

/// <summary>Who works on a cell: what stands in its lock.</summary>
/// <param name="Host">The machine.</param>
/// <param name="Process">The process's number there.</param>
/// <param name="Started">When that process started, which tells it from a later one of the same number.</param>
/// <param name="Since">Since when it works on the cell.</param>
/// <param name="LastSign">When it last said that it still does.</param>
public sealed record LockHolder(string Host, int Process, DateTime Started, DateTime Since, DateTime LastSign)
{
    /// <summary>How long a holder on another machine is believed without a sign of life; it gives one every <see cref="SignEvery"/>.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Time between two signs of life.</summary>
    public static TimeSpan SignEvery { get; } = TimeSpan.FromSeconds(20);

    /// <summary>This process, from now on.</summary>
    internal static LockHolder Own()
    {
        using var own = System.Diagnostics.Process.GetCurrentProcess();
        var now = DateTime.UtcNow;
        return new(Environment.MachineName, own.Id, own.StartTime.ToUniversalTime(), now, now);
    }

    /// <inheritdoc/>
    public override string ToString() => $"process {Process} on {Host} since {Since:yyyy-MM-dd HH:mm:ss} UTC";

    /// <summary>Whether it is this very process.</summary>
    internal bool IsOwn => Host == Environment.MachineName && Process == Environment.ProcessId && IsRunning();

    /// <summary>Whether it is to be believed: on this machine as long as the process runs, on another as long as it gives signs of life.</summary>
    internal bool IsAlive(DateTime now) => Host == Environment.MachineName ? IsRunning() : (now - LastSign).Duration() < Patience;

    /// <summary>As it stands in the lock.</summary>
    internal string ToText() => string.Create(
        CultureInfo.InvariantCulture, $"host={Host}\nprocess={Process}\nstarted={Started:O}\nsince={Since:O}\nlast-sign={LastSign:O}\n");

    /// <summary>Reads what stands in a lock; null if it is nothing that a holder wrote, or not all of it.</summary>
    internal static LockHolder? Parse(string text)
    {
        var fields = text.Split('\n').Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2).ToLookup(parts => parts[0], parts => parts[1]);
        return fields["host"].FirstOrDefault() is { Length: > 0 } host
            && int.TryParse(fields["process"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            && Time("started") is { } started && Time("since") is { } since && Time("last-sign") is { } sign
            ? new(host, process, started, since, sign)
            : null;

        DateTime? Time(string name) =>
            DateTime.TryParse(fields[name].FirstOrDefault(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : null;
    }

    // Ended, but nobody has taken note of it: in containers without an init process it stays so.
    private bool IsZombie()
    {
        var path = $"/proc/{Process}/stat";
        try
        {
            return OperatingSystem.IsLinux() && File.ReadAllText(path) is var stat && stat[(stat.LastIndexOf(')') + 1)..].TrimStart() is ['Z' or 'X', ..];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private bool IsRunning()
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(Process);
            return !IsZombie() && (process.StartTime.ToUniversalTime() - Started).Duration() < TimeSpan.FromSeconds(3); // start times are counted from boot, in ticks
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

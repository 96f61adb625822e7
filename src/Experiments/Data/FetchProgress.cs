namespace Experiments.Data;

/// <summary>How far a download is.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Mirror">Where it comes from.</param>
/// <param name="Received">Bytes received of this file.</param>
/// <param name="Total">Its length in bytes, if the mirror said so.</param>
public readonly record struct FetchProgress(string File, Uri Mirror, long Received, long? Total);

/// <summary>When a download is given up.</summary>
/// <param name="Connect">Longest time until a mirror answers at all.</param>
/// <param name="Stall">Longest time in which less than <paramref name="LeastPerStall"/> bytes arrive.</param>
/// <param name="LeastPerStall">Fewer bytes than this in the time of a stall are none: a dripping server would hold us for ever.</param>
internal sealed record FetchLimits(TimeSpan Connect, TimeSpan Stall, int LeastPerStall)
{
    /// <summary>How often a download that broke goes on from there.</summary>
    public int Resumptions { get; init; } = 5;

    public static FetchLimits Default { get; } = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), 8192);
}

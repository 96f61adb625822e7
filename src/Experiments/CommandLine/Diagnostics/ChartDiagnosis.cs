using Experiments.Charts;

namespace Experiments.CommandLine.Diagnostics;

/// <summary>Whether charts can be drawn: Skia, with which ScottPlot draws, is a native library. The font comes with the engine.</summary>
internal static class ChartDiagnosis
{
    /// <summary>One finding.</summary>
    public static Finding Of()
    {
        try
        {
            Load();
            return new(Health.Ok, "charts", $"Skia loads; the font is {ChartFont.Name}, from the engine");
        }
        catch (Exception problem) when (problem is DllNotFoundException or BadImageFormatException or TypeInitializationException)
        {
            return new(Health.Missing, "charts", $"Skia's native library does not load: {problem.GetBaseException().Message}");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Load() => ChartFont.Use();
}

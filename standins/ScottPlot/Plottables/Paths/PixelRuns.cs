namespace ScottPlot.PathStrategies;

internal static class PixelRuns
{
    /// <summary>The stretches between NaN. One infinity among the pixels and there is none: such a path is not drawn at all.</summary>
    public static List<List<Pixel>> Of(IEnumerable<Pixel> pixels)
    {
        List<List<Pixel>> runs = [[]];
        foreach (Pixel px in pixels)
        {
            if (float.IsNaN(px.X) || float.IsNaN(px.Y))
                runs.Add([]);
            else if (float.IsInfinity(px.X) || float.IsInfinity(px.Y))
                return [];
            else
                runs[^1].Add(px);
        }
        runs.RemoveAll(run => run.Count == 0);
        return runs;
    }
}

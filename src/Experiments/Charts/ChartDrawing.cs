namespace Experiments.Charts;

/// <summary>Draws charts into files.</summary>
public static class ChartDrawing
{
    /// <summary>File formats that charts can be drawn in.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["png", "svg"];

    /// <summary>Draws one chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="results">What it shows.</param>
    /// <param name="folder">Where the files go; made if it is not there.</param>
    /// <param name="formats">Any of <see cref="Formats"/>.</param>
    /// <returns>The paths of the files written; none if the results lack everything that the chart shows.</returns>
    /// <exception cref="ArgumentException">A format is not one of <see cref="Formats"/>.</exception>
    public static IReadOnlyList<string> Save(Chart chart, ResultTable results, string folder, IReadOnlyList<string> formats)
    {
        if (formats.FirstOrDefault(format => !Formats.Contains(format)) is { } unknown)
        {
            throw new ArgumentException($"Charts cannot be drawn as '{unknown}'; choose from {string.Join(", ", Formats)}.");
        }

        var figure = chart.ToFigure(results);
        if (figure.Figure.Panels.Count == 0)
        {
            return [];
        }

        Directory.CreateDirectory(folder);
        using var picture = figure.Draw();
        var path = Path.Combine(folder, chart.Name);
        return [.. formats.AsParallel().AsOrdered().Select(format => Save(picture, $"{path}.{format}", format))];
    }

    private static string Save(Picture picture, string path, string format)
    {
        // another command may be drawing the same chart
        var temporary = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.tmp";
        if (format == "svg")
        {
            picture.SaveSvg(temporary);
        }
        else
        {
            picture.SavePng(temporary);
        }

        File.Move(temporary, path, overwrite: true);
        return path;
    }
}

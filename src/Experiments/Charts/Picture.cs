using SkiaSharp;

namespace Experiments.Charts;

/// <summary>A drawing, recorded once and written in any format: PNG and SVG of a chart cannot differ.</summary>
internal sealed partial class Picture : IDisposable
{
    /// <summary>Pixels of the PNG for a unit of the drawing: sharp on slides and on dense screens.</summary>
    public const int Scale = 2;

    private readonly SKPicture drawing;
    private readonly int width;
    private readonly int height;

    /// <summary>Records a drawing.</summary>
    /// <param name="width">Its width, and that of the SVG in pixels.</param>
    /// <param name="height">Its height, and that of the SVG in pixels.</param>
    /// <param name="draw">Draws it.</param>
    public Picture(int width, int height, Action<SKCanvas> draw)
    {
        using var recorder = new SKPictureRecorder();
        draw(recorder.BeginRecording(SKRect.Create(width, height)));
        (drawing, this.width, this.height) = (recorder.EndRecording(), width, height);
    }

    public void Dispose() => drawing.Dispose();

    /// <summary>Writes it as PNG, <see cref="Scale"/> times its size.</summary>
    public void SavePng(string path)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width * Scale, height * Scale));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(Scale);
        surface.Canvas.DrawPicture(drawing);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        using var file = File.Create(path);
        data.SaveTo(file);
    }

    /// <summary>Writes it as SVG: one document.</summary>
    public void SaveSvg(string path)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(width, height), stream))
        {
            canvas.DrawPicture(drawing);
        }

        File.WriteAllText(path, WithPlainText(WithOwnNames(Encoding.UTF8.GetString(stream.ToArray()))));
    }

    // Skia counts its names on from picture to picture within a process: number them anew, for the same bytes each time.
    private static string WithOwnNames(string document)
    {
        var names = Name().Matches(document).Select(match => match.Groups[1].Value).Distinct().Select((name, index) => (name, index))
            .ToDictionary();
        return Reference().Replace(
            document, match => $"{match.Groups[1].Value}c{names.GetValueOrDefault(match.Groups[2].Value, 0)}{match.Groups[3].Value}");
    }

    // Another font where ours is not installed, and no line breaks around the text, which not every viewer passes over: each letter has its
    // own place.
    private static string WithPlainText(string document) => Text().Replace(document, "$1$2</text>")
        .Replace($"font-family=\"{ChartFont.Name}\"", $"font-family=\"{ChartFont.Name}, sans-serif\"", StringComparison.Ordinal);

    [GeneratedRegex("\\bid=\"([^\"]+)\"")]
    private static partial Regex Name();

    [GeneratedRegex("(\\bid=\"|url\\(#|href=\"#)([^\")]+)([\")])")]
    private static partial Regex Reference();

    [GeneratedRegex("(<text[^>]*>)\\s+([^<]*?)\\s+</text>")]
    private static partial Regex Text();
}

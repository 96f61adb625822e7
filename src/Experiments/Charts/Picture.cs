using SkiaSharp;

namespace Experiments.Charts;

/// <summary>A drawing, recorded once and written in any format: PNG and SVG of a chart cannot differ.</summary>
internal sealed class Picture : IDisposable
{
    private const int Scale = 2; // pixels of the PNG for a unit of the drawing: sharp on slides and on dense screens
    private const float MostHeight = 100_000;

    private readonly SKPicture drawing;
    private readonly string title;
    private readonly int width;
    private readonly int height;

    /// <summary>Records a drawing.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="width">Its width, and that of the SVG in pixels.</param>
    /// <param name="draw">Draws it and says how high it is.</param>
    public Picture(string title, int width, Func<SKCanvas, float> draw)
    {
        this.title = title;
        using var recorder = new SKPictureRecorder();
        (this.width, height) = (width, (int)Math.Ceiling(draw(recorder.BeginRecording(SKRect.Create(width, MostHeight)))));
        drawing = recorder.EndRecording();
    }

    public void Dispose() => drawing.Dispose();

    /// <summary>Writes it as <c>png</c> or <c>svg</c>.</summary>
    public void Save(string path, string format) => File.WriteAllBytes(path, format == "svg" ? ToSvg() : ToPng());

    private byte[] ToPng()
    {
        using var surface = SKSurface.Create(new SKImageInfo(width * Scale, height * Scale));
        surface.Canvas.Scale(Scale);
        surface.Canvas.DrawPicture(drawing);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>The SVG as Skia writes it: text is text, each letter at its place.</summary>
    public string SkiaSvg()
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(width, height), stream))
        {
            canvas.DrawPicture(drawing);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private byte[] ToSvg() => Encoding.UTF8.GetBytes(SvgDocument.Finish(SkiaSvg(), title));
}

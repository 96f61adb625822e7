using ScottPlot.Rendering;

namespace ScottPlot;

public partial class Plot
{
    internal void Render(Canvas canvas, PixelRect rect)
    {
        lock (Sync)
            RenderManager.Render(canvas, rect);
    }

    /// <summary>Renders without a picture, so that limits, ticks and layout are known.</summary>
    public void RenderInMemory(int width = 400, int height = 300)
    {
        CheckSize(width, height);
        using BlankCanvas canvas = new();
        Render(canvas, new PixelRect(0, width, height, 0));
    }

    public Image GetImage(int width, int height)
    {
        CheckSize(width, height);
        using RasterCanvas canvas = new(width, height);
        Render(canvas, new PixelRect(0, width, height, 0));
        return new Image(canvas.GetPixels(), width, height);
    }

    private static void CheckSize(int width, int height)
    {
        if (width < 1)
            throw new ArgumentException($"{nameof(width)} must be greater than 0");
        if (height < 1)
            throw new ArgumentException($"{nameof(height)} must be greater than 0");
    }

    public byte[] GetImageBytes(int width, int height, ImageFormat format = ImageFormat.Bmp)
    {
        using Image image = GetImage(width, height);
        return image.GetImageBytes(format);
    }

    public string GetPngHtml(int width, int height, string classContent = "", string styleContent = "")
    {
        string png = Convert.ToBase64String(GetImageBytes(width, height, ImageFormat.Png));
        return $"<img class='{classContent}' style='{styleContent}' src=\"data:image/png;base64,{png}\"></img>";
    }

    public string GetSvgHtml(int width, int height) => GetSvgXml(width, height);

    public string GetSvgXml(int width, int height)
    {
        // a first render settles the limits: an SVG document keeps whatever a repeated render drew before
        RenderInMemory(width, height);
        using SvgCanvas canvas = new(width, height);
        bool clear = RenderManager.ClearCanvasBeforeEachRender;
        RenderManager.ClearCanvasBeforeEachRender = false;
        Render(canvas, new PixelRect(0, width, height, 0));
        RenderManager.ClearCanvasBeforeEachRender = clear;
        return canvas.GetXml();
    }

    public SavedImageInfo SavePng(string filePath, int width, int height) => Save(filePath, width, height, ImageFormat.Png);
    public SavedImageInfo SaveBmp(string filePath, int width, int height) => Save(filePath, width, height, ImageFormat.Bmp);
    public SavedImageInfo SaveJpeg(string filePath, int width, int height, int quality = 85) => Save(filePath, width, height, ImageFormat.Jpeg, quality);
    public SavedImageInfo SaveWebp(string filePath, int width, int height, int quality = 85) => Save(filePath, width, height, ImageFormat.Webp, quality);
    public SavedImageInfo Save(string filePath, int width, int height) => Save(filePath, width, height, ImageFormats.FromFilename(filePath));

    public SavedImageInfo SaveSvg(string filePath, int width, int height)
    {
        string xml = GetSvgXml(width, height);
        File.WriteAllText(filePath, xml);
        return new SavedImageInfo(filePath, xml.Length).WithRenderDetails(LastRender);
    }

    public SavedImageInfo Save(string filePath, int width, int height, ImageFormat format, int quality = 85)
    {
        if (format == ImageFormat.Svg)
            return SaveSvg(filePath, width, height);
        using Image image = GetImage(width, height);
        return image.Save(filePath, format, quality).WithRenderDetails(LastRender);
    }

    public Image GetLegendImage() => Legend.GetImage();
    public string GetLegendSvgXml() => Legend.GetSvgXml();
}

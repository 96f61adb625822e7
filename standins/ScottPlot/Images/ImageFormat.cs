namespace ScottPlot;

public enum ImageFormat
{
    Bmp,
    Jpeg,
    Png,
    Webp,
    Svg,
}

public static class ImageFormats
{
    public static ImageFormat FromFilename(string filename) => FromFileExtension(Path.GetExtension(filename));

    public static ImageFormat FromFileExtension(string ext)
    {
        if (!ext.StartsWith('.'))
            throw new ArgumentException("extension must start with '.'");
        return ext.ToLowerInvariant() switch
        {
            ".jpg" or ".jpeg" => ImageFormat.Jpeg,
            ".png" => ImageFormat.Png,
            ".bmp" => ImageFormat.Bmp,
            ".webp" => ImageFormat.Webp,
            ".svg" => ImageFormat.Svg,
            _ => throw new ArgumentException($"unknown image format: '{ext}'"),
        };
    }
}

public static class ImageFormatExtensions
{
    public static bool IsRasterFormat(this ImageFormat format) => format != ImageFormat.Svg;
}

using ScottPlot.Images;
using ScottPlot.Rendering;

namespace ScottPlot;

public enum PixelFormat
{
    Unknown,
    Bgra8888,
    Rgba8888,
}

public enum AlphaType
{
    Unknown,
    Opaque,
    Premultiplied,
    Unpremultiplied,
}

/// <summary>A picture in memory.</summary>
public class Image : IDisposable
{
    // premultiplied 0xAARRGGBB, rows from the top
    private readonly uint[] pixels;

    internal Image(uint[] premultipliedArgb, int width, int height)
    {
        pixels = premultipliedArgb;
        (Width, Height) = (width, height);
    }

    public Image(string filename)
        : this(File.Exists(filename) ? File.ReadAllBytes(filename) : throw new FileNotFoundException(filename))
    {
    }

    /// <summary>From the bytes of a PNG file.</summary>
    public Image(byte[] bytes) => (pixels, Width, Height) = PngReader.Decode(bytes);

    public Image(int width, int height)
        : this(width, height, Colors.Black)
    {
    }

    public Image(PixelSize size)
        : this((int)size.Width, (int)size.Height, Colors.Black)
    {
    }

    public Image(int width, int height, Color color)
        : this(new uint[width * height], width, height) => Array.Fill(pixels, color.PremultipliedARGB);

    /// <summary>Grey levels by row and column.</summary>
    public Image(byte[,] pixelArray)
        : this(new uint[pixelArray.Length], pixelArray.GetLength(1), pixelArray.GetLength(0))
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            byte grey = pixelArray[i / Width, i % Width];
            pixels[i] = new Color(grey, grey, grey).ARGB;
        }
    }

    /// <summary>Red, green and blue by row and column.</summary>
    public Image(byte[,,] pixelArray)
        : this(new uint[pixelArray.GetLength(0) * pixelArray.GetLength(1)], pixelArray.GetLength(1), pixelArray.GetLength(0))
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            (int y, int x) = (i / Width, i % Width);
            pixels[i] = new Color(pixelArray[y, x, 0], pixelArray[y, x, 1], pixelArray[y, x, 2]).ARGB;
        }
    }

    public int Width { get; }
    public int Height { get; }
    public PixelSize Size => new(Width, Height);
    public PixelFormat PixelFormat => PixelFormat.Rgba8888;
    public AlphaType AlphaType => AlphaType.Premultiplied;

    internal void Draw(Canvas canvas, PixelRect target, bool smooth = false) => canvas.DrawImage(pixels, Width, Height, target, smooth);

    public byte[] GetImageBytes(ImageFormat format = ImageFormat.Png, int quality = 100) => format switch
    {
        ImageFormat.Png => PngWriter.Encode(pixels, Width, Height),
        ImageFormat.Bmp => BmpWriter.Encode(pixels, Width, Height),
        ImageFormat.Jpeg => JpegWriter.Encode(pixels, Width, Height, quality),
        ImageFormat.Webp => WebpWriter.Encode(pixels, Width, Height),
        _ => throw new NotImplementedException(format.ToString()),
    };

    private SavedImageInfo Write(string path, ImageFormat format, int quality)
    {
        byte[] bytes = GetImageBytes(format, quality);
        File.WriteAllBytes(path, bytes);
        return new SavedImageInfo(path, bytes.Length);
    }

    public SavedImageInfo SavePng(string path) => Write(path, ImageFormat.Png, 100);
    public SavedImageInfo SaveBmp(string path) => Write(path, ImageFormat.Bmp, 100);
    public SavedImageInfo SaveJpeg(string path, int quality = 85) => Write(path, ImageFormat.Jpeg, quality);
    public SavedImageInfo SaveWebp(string path, int quality = 85) => Write(path, ImageFormat.Webp, quality);

    public SavedImageInfo Save(string path, ImageFormat format = ImageFormat.Png, int quality = 85) => format.IsRasterFormat()
        ? Write(path, format, quality)
        : throw new ArgumentException($"Unsupported image format: {format}");

    public void Dispose() => GC.SuppressFinalize(this);

    /// <summary>The mean of red, green and blue by row and column.</summary>
    public byte[,] GetArrayGrayscale()
    {
        byte[,] grey = new byte[Height, Width];
        for (int i = 0; i < pixels.Length; i++)
        {
            uint p = pixels[i];
            grey[i / Width, i % Width] = (byte)((((p >> 16) & 255) + ((p >> 8) & 255) + (p & 255)) / 3);
        }
        return grey;
    }

    public byte[,,] GetArrayRGB()
    {
        byte[,,] rgb = new byte[Height, Width, 3];
        for (int i = 0; i < pixels.Length; i++)
        {
            (int y, int x) = (i / Width, i % Width);
            (rgb[y, x, 0], rgb[y, x, 1], rgb[y, x, 2]) = ((byte)(pixels[i] >> 16), (byte)(pixels[i] >> 8), (byte)pixels[i]);
        }
        return rgb;
    }

    /// <summary>Scaled so that the brightest channel value becomes 255.</summary>
    public Image GetAutoscaledImage()
    {
        byte[,,] rgb = GetArrayRGB();
        int largest = Math.Max(1, (int)rgb.Cast<byte>().DefaultIfEmpty().Max());
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                for (int c = 0; c < 3; c++)
                    rgb[y, x, c] = (byte)(rgb[y, x, c] * 255.0 / largest);
            }
        }
        return new Image(rgb);
    }

    public Image Scaled(double scale, bool antiAlias = true) => Scaled(scale, scale, antiAlias);
    public Image Scaled(double scaleX, double scaleY, bool antiAlias = true) => Resized((int)(scaleX * Width), (int)(scaleY * Height), antiAlias);

    public Image Resized(int newWidth, int newHeight, bool antiAlias = true)
    {
        using RasterCanvas canvas = new(newWidth, newHeight);
        Draw(canvas, new PixelRect(0, newWidth, newHeight, 0), antiAlias);
        return new Image(canvas.GetPixels(), newWidth, newHeight);
    }
}

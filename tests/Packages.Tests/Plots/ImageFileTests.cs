using System.Buffers.Binary;
using System.IO.Compression;
using ScottPlot;

namespace Packages.Tests.Plots;

/// <summary>The bytes of picture files.</summary>
public sealed class ImageFileTests
{
    private static Image Stripes()
    {
        var rgb = new byte[3, 5, 3];
        for (var y = 0; y < 3; y++)
        {
            for (var x = 0; x < 5; x++)
            {
                (rgb[y, x, 0], rgb[y, x, 1], rgb[y, x, 2]) = ((byte)(50 * x), (byte)(100 * y), 7);
            }
        }

        return new Image(rgb);
    }

    [Fact]
    public void A_png_is_read_back_as_it_was_written()
    {
        using var image = Stripes();
        using var again = new Image(image.GetImageBytes(ImageFormat.Png));

        Assert.Equal((5, 3), (again.Width, again.Height));
        Assert.Equal(image.GetArrayRGB(), again.GetArrayRGB());
    }

    [Fact]
    public void A_png_holds_rows_of_eight_bit_channels_that_inflate_to_the_right_length()
    {
        var png = Charts.Framed().GetImageBytes(40, 30, ImageFormat.Png);
        var packed = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(png, at + 8, length);
            }

            at += 12 + length;
        }

        packed.Position = 0;
        var rows = new MemoryStream();
        new ZLibStream(packed, CompressionMode.Decompress).CopyTo(rows);

        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal(8, png[24]);
        var channels = png[25] == 2 ? 3 : 4;
        Assert.Equal(30 * (1 + (40 * channels)), rows.Length);
    }

    [Fact]
    public void A_bmp_has_its_size_and_its_rows_in_the_file()
    {
        var bmp = Charts.Framed().GetImageBytes(40, 30, ImageFormat.Bmp);

        Assert.Equal("BM"u8.ToArray(), bmp[..2]);
        Assert.Equal(40, BinaryPrimitives.ReadInt32LittleEndian(bmp.AsSpan(18)));
        Assert.Equal(30, Math.Abs(BinaryPrimitives.ReadInt32LittleEndian(bmp.AsSpan(22))));
        Assert.Equal(40 * 30 * 4, bmp.Length - BinaryPrimitives.ReadInt32LittleEndian(bmp.AsSpan(10)));
    }

    [Fact]
    public void A_jpeg_says_its_size_and_ends()
    {
        var jpeg = Charts.Framed().GetImageBytes(40, 30, ImageFormat.Jpeg);
        var frame = 2;
        while (jpeg[frame + 1] != 0xC0)
        {
            frame += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(frame + 2));
        }

        Assert.Equal((30, 40), (BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(frame + 5)), BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(frame + 7))));
        Assert.Equal([0xFF, 0xD9], jpeg[^2..]);
    }

    [Fact]
    public void A_webp_is_a_riff_file_of_its_length()
    {
        var webp = Charts.Framed().GetImageBytes(40, 30, ImageFormat.Webp);

        Assert.Equal("RIFF"u8.ToArray(), webp[..4]);
        Assert.Equal("WEBP"u8.ToArray(), webp[8..12]);
        Assert.Equal(webp.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(webp.AsSpan(4)));
    }

    [Fact]
    public void A_transparent_figure_is_transparent_in_the_file()
    {
        var plot = Charts.Framed();
        plot.FigureBackground.Color = Colors.Transparent;

        // colour type 6 has an alpha channel
        Assert.Equal(6, plot.GetImageBytes(40, 30, ImageFormat.Png)[25]);
    }

    [Fact]
    public void Scaling_an_image_changes_its_size_alone()
    {
        using var image = new Image(10, 4, Colors.Red);
        using var large = image.Scaled(2, 3);

        Assert.Equal((20, 12), (large.Width, large.Height));
        Assert.Equal(image.GetArrayRGB()[2, 5, 0], large.GetArrayRGB()[6, 10, 0]);
    }
}

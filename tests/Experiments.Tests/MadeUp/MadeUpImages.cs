using Experiments.Data;

namespace Experiments.Tests.MadeUp;

/// <summary>Four IDX files with images that nobody drew: image i is of the digit i mod 10.</summary>
internal static class MadeUpImages
{
    /// <summary>Writes them.</summary>
    /// <param name="folder">Where to; made if it does not exist.</param>
    /// <param name="training">Training images.</param>
    /// <param name="test">Test images.</param>
    /// <param name="pixel">A pixel's brightness, from its image, that image's digit, and its place from 0; null for black images.</param>
    /// <param name="side">Rows and columns of an image.</param>
    public static string Write(string folder, int training, int test, Func<int, int, int, byte>? pixel = null, int side = 28)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, count) in new[] { ("train", training), ("t10k", test) })
        {
            byte[] labels = [.. Enumerable.Range(0, count).Select(image => (byte)(image % 10))];
            byte[] pixels = pixel is null
                ? new byte[count * side * side]
                : [.. labels.SelectMany((digit, image) => Enumerable.Range(0, side * side).Select(place => pixel(image, digit, place)))];
            byte[] images = [.. IdxFile.Header(IdxKind.Images, count, side, side), .. pixels];
            File.WriteAllBytes(Path.Combine(folder, $"{name}-images-idx3-ubyte"), images);
            File.WriteAllBytes(Path.Combine(folder, $"{name}-labels-idx1-ubyte"), [.. IdxFile.Header(IdxKind.Labels, count), .. labels]);
        }

        return folder;
    }
}

using Experiments.Data;

namespace Experiments.Tests.Running;

/// <summary>Small data sets for tests: blank images with one bright row that tells the class.</summary>
internal static class Digits
{
    public static DataSet Of(int training, int test) =>
        new("rows", new string('0', 64), Images(training, 1), Images(test, 2), "test");

    private static ImageSet Images(int count, uint state)
    {
        var pixels = new byte[count * 784];
        var labels = new byte[count];
        for (var image = 0; image < count; image++)
        {
            labels[image] = (byte)(image % 10);
            for (var pixel = 0; pixel < 784; pixel++)
            {
                state = (state * 1664525) + 1013904223;
                pixels[(image * 784) + pixel] = (byte)((state >> 24) / 4);
            }

            pixels.AsSpan((image * 784) + (28 * (4 + (2 * labels[image]))), 28).Fill(255);
        }

        return new(28, 28, pixels, labels);
    }
}

using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Experiments.Data;

/// <summary>How images are distorted at random, so that a network never sees one twice.</summary>
/// <param name="Shift">Pixels by which an image moves at most, in each direction; whole ones, so nothing is blurred.</param>
/// <param name="Rotation">Degrees by which it turns about its centre at most, to either side.</param>
/// <param name="Elastic">
/// α of elastic distortion (Simard et al. 2003): every pixel comes from a place that lies off by α times a random field between −1 and 1,
/// smoothed.
/// </param>
/// <param name="Smoothness">σ of the Gaussian that smooths the field, in pixels.</param>
internal readonly record struct Distortions(int Shift, double Rotation, double Elastic, double Smoothness);

/// <summary>Distorts images of one size, each by a stream of its own. Brightness between pixels is bilinear, outside it is 0.</summary>
internal sealed class Distorter
{
    private readonly int height;
    private readonly int width;
    private readonly Distortions how;
    private readonly float[] kernel; // a Gaussian to 3 σ whose numbers add up to 1, its centre first
    private readonly float[][] field; // by rows, then by columns
    private readonly float[] smooth;
    private readonly float[] turned;

    public Distorter(int height, int width, Distortions how)
    {
        (this.height, this.width, this.how) = (height, width, how);
        field = [new float[height * width], new float[height * width]];
        (smooth, turned) = (new float[height * width], new float[height * width]);
        var reach = (int)Math.Ceiling(3 * how.Smoothness);
        double[] bell = [.. Enumerable.Range(0, reach + 1).Select(x => Math.Exp(-x * x / (2 * how.Smoothness * how.Smoothness)))];
        kernel = [.. bell.Select(value => (float)(value / ((2 * bell.Sum()) - bell[0])))];
    }

    /// <summary>Distorts one image.</summary>
    /// <param name="image">Its pixels, row by row.</param>
    /// <param name="result">Where the distorted image goes.</param>
    /// <param name="stream">The start of its random numbers: the same number distorts in the same way.</param>
    public void Distort(ReadOnlySpan<float> image, Span<float> result, ulong stream)
    {
        var random = new SplitMix(stream);
        var (down, right) = (random.Whole(how.Shift), random.Whole(how.Shift));
        var (sin, cos) = Math.SinCos(random.Between(how.Rotation) * Math.PI / 180);
        Draw(ref random);
        var (middleRow, middleColumn) = ((height - 1) / 2.0, (width - 1) / 2.0);
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var (y, x) = (row - down - middleRow, column - right - middleColumn);
                var index = (row * width) + column;
                result[index] = At(
                    image, middleRow + (cos * y) - (sin * x) + field[0][index], middleColumn + (sin * y) + (cos * x) + field[1][index]);
            }
        }
    }

    private void Draw(ref SplitMix random)
    {
        if (how.Elastic == 0)
        {
            return;
        }

        foreach (var direction in field)
        {
            for (var index = 0; index < direction.Length; index++)
            {
                direction[index] = (float)random.Between(1);
            }

            SmoothDown(direction, smooth, height, width);
            Turn(smooth, turned, height, width);
            SmoothDown(turned, smooth, width, height);
            Turn(smooth, direction, width, height);
            TensorPrimitives.Multiply(direction, (float)how.Elastic, direction);
        }
    }

    // Across rows; beyond them the field is 0.
    private void SmoothDown(float[] from, float[] to, int rows, int columns)
    {
        for (var row = 0; row < rows; row++)
        {
            var sum = to.AsSpan(row * columns, columns);
            sum.Clear();
            for (var other = Math.Max(0, row - kernel.Length + 1); other < Math.Min(rows, row + kernel.Length); other++)
            {
                TensorPrimitives.MultiplyAdd(from.AsSpan(other * columns, columns), kernel[Math.Abs(row - other)], sum, sum);
            }
        }
    }

    private static void Turn(float[] from, float[] to, int rows, int columns)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                to[(column * rows) + row] = from[(row * columns) + column];
            }
        }
    }

    private float At(ReadOnlySpan<float> image, double y, double x)
    {
        var (top, left) = (Math.Floor(y), Math.Floor(x));
        var (low, far) = ((float)(y - top), (float)(x - left));
        return ((1 - low) * (((1 - far) * Pixel(image, top, left)) + (far * Pixel(image, top, left + 1))))
            + (low * (((1 - far) * Pixel(image, top + 1, left)) + (far * Pixel(image, top + 1, left + 1))));
    }

    private float Pixel(ReadOnlySpan<float> image, double row, double column) =>
        row >= 0 && row < height && column >= 0 && column < width ? image[((int)row * width) + (int)column] : 0;

    // SplitMix64 (Steele et al. 2014): any two starts give streams that have nothing to do with each other.
    private struct SplitMix(ulong state)
    {
        // Uniform between −most and most.
        public double Between(double most) => ((2 * Unit()) - 1) * most;

        // A whole number from −most to most, each as often.
        public int Whole(int most) => (int)Math.Floor(Unit() * ((2 * most) + 1)) - most;

        private double Unit()
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}

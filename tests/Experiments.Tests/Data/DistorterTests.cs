using Experiments.Data;

namespace Experiments.Tests.Data;

public class DistorterTests
{
    private const int Height = 9;
    private const int Width = 7;

    [Fact]
    public void Nothing_asked_for_leaves_an_image_as_it_is() => Assert.Equal(Image(), Distorted(new(0, 0, 0, 4), 3));

    [Fact]
    public void A_shift_by_whole_pixels_moves_every_pixel_and_lets_zeros_in()
    {
        var image = Image();
        var expected = (
            from down in Enumerable.Range(-2, 5)
            from right in Enumerable.Range(-2, 5)
            select Moved(image, down, right)).ToList();

        var found = Enumerable.Range(0, 500).Select(stream => Distorted(new(2, 0, 0, 4), (ulong)stream))
            .Select(moved => expected.FindIndex(one => one.SequenceEqual(moved))).ToList();

        Assert.DoesNotContain(-1, found);
        Assert.Equal(25, found.Distinct().Count());
        Assert.All(found.CountBy(index => index), count => Assert.InRange(count.Value, 5, 45)); // 20 each, ± 5 deviations
    }

    [Fact]
    public void A_turn_is_bilinear_about_the_centre()
    {
        // Whatever the angle, a linear image stays linear: f(y, x) = 10 + y + 2 x about the centre, where no corner is cut off.
        const int Size = 21;
        var image = Plane(Size, (y, x) => 10 + y + (2 * x));
        List<double> angles = [];
        for (var stream = 0UL; stream < 50; stream++)
        {
            var result = new float[Size * Size];
            new Distorter(Size, Size, new(0, 30, 0, 4)).Distort(image, result, stream);
            double At(int y, int x) => result[((y + 10) * Size) + x + 10] - 10;
            var (alongY, alongX) = (At(5, 0) / 5, At(0, 5) / 5);

            Assert.Equal(Math.Sqrt(5), Math.Sqrt((alongY * alongY) + (alongX * alongX)), 1e-5);
            Assert.Equal((5 * alongY) - (3 * alongX), At(5, -3), 1e-4);
            angles.Add((Math.Atan2(alongX, alongY) - Math.Atan2(2, 1)) * 180 / Math.PI);
        }

        Assert.All(angles, angle => Assert.InRange(Math.Abs(angle), 0, 30.001));
        Assert.InRange(angles.Max(), 20, 30.001);
        Assert.InRange(angles.Min(), -30.001, -20);
    }

    [Fact]
    public void Elastic_distortion_moves_every_pixel_by_a_smooth_field_of_the_expected_size()
    {
        // f(y, x) = x tells by how much a pixel came from the side. The variance of a smoothed field of uniform numbers, 1/3 each, is
        // α² / 3 Σ k², with Σ k² = 1 / (4 π σ²) of a Gaussian in two dimensions.
        const int Size = 41;
        const double Alpha = 3, Sigma = 2;
        var image = Plane(Size, (_, x) => 100 + x);
        List<double> moves = [];
        List<double> neighbours = [];
        for (var stream = 0UL; stream < 200; stream++)
        {
            var result = new float[Size * Size];
            new Distorter(Size, Size, new(0, 0, Alpha, Sigma)).Distort(image, result, stream);
            double Move(int y, int x) => result[((y + 20) * Size) + x + 20] - 100 - x;
            moves.AddRange([Move(0, 0), Move(0, 8), Move(8, 0)]);
            neighbours.Add(Move(0, 0) - Move(0, 1));
        }

        var deviation = Math.Sqrt(moves.Average(move => move * move));
        var expected = Alpha / Math.Sqrt(3 * 4 * Math.PI * Sigma * Sigma);
        Assert.Equal(1, deviation / expected, 0.12);
        Assert.InRange(Math.Abs(moves.Average()), 0, 0.15 * expected);
        Assert.InRange(Math.Sqrt(neighbours.Average(step => step * step)), 0, 0.6 * deviation);
    }

    [Fact]
    public void The_same_stream_distorts_in_the_same_way_and_another_otherwise()
    {
        var how = new Distortions(2, 10, 34, 4);

        Assert.Equal(Distorted(how, 5), Distorted(how, 5));
        Assert.NotEqual(Distorted(how, 5), Distorted(how, 6));
    }

    [Fact]
    public void What_was_distorted_before_makes_no_difference()
    {
        var distorter = new Distorter(Height, Width, new(2, 10, 34, 4));
        var (first, again) = (new float[Height * Width], new float[Height * Width]);
        distorter.Distort(Image(), again, 9);
        distorter.Distort(Image(), first, 5);

        Assert.Equal(Distorted(new(2, 10, 34, 4), 5), first);
    }

    [Fact]
    public void Digits_keep_their_ink_but_for_a_tenth()
    {
        var digits = DataSet.Read(RealMnist.Folder(), cancellation: TestContext.Current.CancellationToken).Training;
        var (before, after) = (0.0, 0.0);
        var distorter = new Distorter(28, 28, new(2, 10, 34, 4));
        var result = new float[784];
        for (var image = 0; image < 300; image++)
        {
            float[] pixels = [.. digits.Slice(image, 1).Pixels.ToArray().Select(pixel => pixel / 255f)];
            distorter.Distort(pixels, result, (ulong)image);
            Assert.InRange(result.Max(), 0, 1.0001);
            before += pixels.Sum();
            after += result.Sum();
        }

        Assert.InRange(after / before, 0.9, 1.1);
    }

    private static float[] Distorted(Distortions how, ulong stream)
    {
        var result = new float[Height * Width];
        new Distorter(Height, Width, how).Distort(Image(), result, stream);
        return result;
    }

    private static float[] Image() => [.. Enumerable.Range(1, Height * Width).Select(index => index * 0.37f % 1)];

    private static float[] Plane(int size, Func<int, int, double> value) =>
        [.. from y in Enumerable.Range(0, size) from x in Enumerable.Range(0, size) select (float)value(y - (size / 2), x - (size / 2))];

    private static float[] Moved(float[] image, int down, int right) =>
        [.. from row in Enumerable.Range(0, Height)
            from column in Enumerable.Range(0, Width)
            let source = (Row: row - down, Column: column - right)
            select source.Row is >= 0 and < Height && source.Column is >= 0 and < Width
                ? image[(source.Row * Width) + source.Column] : 0];
}

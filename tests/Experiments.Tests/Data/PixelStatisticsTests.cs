using Experiments.Data;

namespace Experiments.Tests.Data;

public class PixelStatisticsTests
{
    // Three images of two pixels: means 2 and 5, variances 8/3 and 0; of all six the mean 3.5 and the variance 43/12.
    private static readonly float[] Images = [0, 5, 2, 5, 4, 5];

    private static PixelStatistics Found => PixelStatistics.Of(Images, 2);

    [Fact]
    public void Means_and_deviations_are_over_images_and_over_all_pixels()
    {
        Assert.Equal([2, 5], Found.Means);
        Assert.Equal([Math.Sqrt(8.0 / 3), 0], Found.Deviations);
        Assert.Equal(3.5, Found.Mean);
        Assert.Equal(Math.Sqrt(43.0 / 12), Found.Deviation, 1e-12);
    }

    [Fact]
    public void Centring_takes_each_pixels_mean_away() => Assert.Equal([-2, 0, 0, 0, 2, 0], After(Found.Center));

    [Fact]
    public void Standardizing_divides_by_each_pixels_deviation_and_leaves_those_that_never_change_at_0()
    {
        var one = (float)(2 / Math.Sqrt(8.0 / 3));

        Assert.Equal([-one, 0, 0, 0, one, 0], After(Found.Standardize));
    }

    [Fact]
    public void Standardizing_together_gives_all_pixels_mean_0_and_deviation_1()
    {
        var after = PixelStatistics.Of(After(Found.StandardizeTogether), 2);

        Assert.Equal(0, after.Mean, 1e-6);
        Assert.Equal(1, after.Deviation, 1e-6);
    }

    [Fact]
    public void Those_of_MNISTs_training_file_are_the_published_ones()
    {
        var images = DataSet.Read(RealMnist.Folder(), cancellation: TestContext.Current.CancellationToken).Training;
        var found = PixelStatistics.Of(images.Pixels.ToArray().Select(pixel => pixel / 255f).ToArray(), 784);

        Assert.Equal(0.1307, found.Mean, 5e-5);
        Assert.Equal(0.3081, found.Deviation, 5e-5);
    }

    private static float[] After(AppliesTo change)
    {
        float[] images = [.. Images];
        change(images);
        return images;
    }

    private delegate void AppliesTo(Span<float> images);
}

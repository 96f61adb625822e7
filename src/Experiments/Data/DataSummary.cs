namespace Experiments.Data;

/// <summary>What `data info` shows of a data set.</summary>
/// <param name="Name">The data set's name.</param>
/// <param name="Sha256">Its one digest (see <see cref="DataSet.Sha256"/>).</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Height">Rows of an image.</param>
/// <param name="Width">Columns of an image.</param>
/// <param name="TrainingClasses">Number of training images of every class 0 to 9 (10).</param>
/// <param name="TestClasses">Number of test images of every class 0 to 9 (10).</param>
/// <param name="Mean">Mean of all training pixels divided by 255; 0.1307 for MNIST.</param>
/// <param name="StandardDeviation">Standard deviation of the same about that mean (divided by their number); 0.3081 for MNIST.</param>
public sealed record DataSummary(
    string Name, string Sha256, string Origin, int Height, int Width,
    IReadOnlyList<int> TrainingClasses, IReadOnlyList<int> TestClasses, double Mean, double StandardDeviation)
{
    /// <summary>Counts and averages a data set.</summary>
    /// <param name="data">The data set.</param>
    public static DataSummary Of(DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var (mean, deviation) = Moments(data.Training.Pixels.Span);
        return new DataSummary(
            data.Name, data.Sha256, data.Origin, data.Training.Height, data.Training.Width,
            Classes(data.Training), Classes(data.Test), mean, deviation);
    }

    private static int[] Classes(ImageSet images) => [.. Enumerable.Range(0, 10).Select(label => images.Labels.Span.Count((byte)label))];

    // Sums of whole numbers are exact: 2^30 pixels × 255² < 2^63.
    private static (double Mean, double Deviation) Moments(ReadOnlySpan<byte> pixels)
    {
        var (sum, squares) = (0L, 0L);
        foreach (var pixel in pixels)
        {
            sum += pixel;
            squares += pixel * pixel;
        }

        var mean = (double)sum / pixels.Length;
        var variance = ((double)squares / pixels.Length) - (mean * mean);
        return (mean / 255, Math.Sqrt(variance) / 255);
    }
}

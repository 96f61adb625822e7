namespace Experiments.Data;

/// <summary>What a data set is cut into: images to learn from, to choose by, and to judge by.</summary>
/// <param name="Training">Images the models learn from.</param>
/// <param name="Validation">Images that settings, early stopping and learning curves look at.</param>
/// <param name="Test">Images for the last word only.</param>
public sealed record SplitData(ImageSet Training, ImageSet Validation, ImageSet Test);

/// <summary>
/// How a data set is cut into training, validation and test images. Always consecutive runs of the files' order, so no randomness.
/// </summary>
/// <remarks>
/// The default is M. Nielsen's split (Neural Networks and Deep Learning, ch. 1): the last 10,000 images of the training file are for
/// validation, the ones before for training (50,000 of MNIST), and the test file is for testing. A split by ratio such as 60/20/20 cuts all
/// images, the training file's followed by the test file's, in proportion.
/// </remarks>
public sealed class Split
{
    private const int ValidationImages = 10_000;

    private readonly string text;
    private readonly double[]? parts; // training, validation, test; null for the default

    private Split(string text, double[]? parts) => (this.text, this.parts) = (text, parts);

    /// <summary>Reads "default" or three ratios such as "60/20/20", of which only the proportions count.</summary>
    /// <param name="text">The setting's text.</param>
    /// <exception cref="ArgumentException">It is neither, or a ratio is not above 0.</exception>
    public static Split Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.Equals(text.Trim(), "default", StringComparison.OrdinalIgnoreCase))
        {
            return new Split("default", null);
        }

        double?[] parts = [.. text.Split('/').Select(Number)];
        return parts.Length != 3 || parts.Contains(null)
                ? throw new ArgumentException(
                    $"The split \"{text}\" is not understood; write default, or three ratios such as 60/20/20.", nameof(text))
            : Array.IndexOf(parts, 0) is >= 0 and var zero
                ? throw new ArgumentException($"The split's part for {Name(zero)} is 0: every part must be a number above 0.", nameof(text))
            : new Split(text, [.. parts.Select(part => part!.Value)]);

        static double? Number(string part) =>
            double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? number : null;

        static string Name(int part) => part switch { 0 => "training", 1 => "validation", _ => "test" };
    }

    /// <summary>Cuts a data set. Nothing is copied, unless a part by ratio reaches over the end of the training file.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="trainingImages">
    /// How many of the training images are used, the first ones; null for all. Validation and test images stay what they are.
    /// </param>
    /// <exception cref="ArgumentException">It has too few images for this split; the message names the numbers.</exception>
    public SplitData Of(DataSet data, int? trainingImages = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        var whole = parts is null ? CutByFiles(data) : CutByRatios(data, parts);
        return trainingImages is not { } count ? whole
            : count <= whole.Training.Count ? whole with { Training = whole.Training.Slice(0, count) }
            : throw new ArgumentException(
                $"{count:N0} training images are wanted, but this split of {data.Name} has {whole.Training.Count:N0}: ask for at most that "
                + "many.");
    }

    private static SplitData CutByFiles(DataSet data)
    {
        var training = data.Training.Count - ValidationImages;
        return training >= 1
            ? new SplitData(data.Training.Slice(0, training), data.Training.Slice(training, ValidationImages), data.Test)
            : throw new ArgumentException(
                $"The default split takes the last {ValidationImages:N0} images of the training file for validation, "
                + $"but {data.Name} has only {data.Training.Count:N0}: split by ratio instead, for example 60/20/20.");
    }

    private SplitData CutByRatios(DataSet data, double[] parts)
    {
        var all = checked(data.Training.Count + data.Test.Count);
        var first = (int)Math.Round(all * (parts[0] / parts.Sum()));
        var second = (int)Math.Round(all * ((parts[0] + parts[1]) / parts.Sum()));
        return first >= 1 && second > first && all > second
            ? new SplitData(Range(data, 0, first), Range(data, first, second), Range(data, second, all))
            : throw new ArgumentException(
                $"The split {text} of the {all:N0} images of {data.Name} leaves a part without images "
                + $"({first:N0}, {second - first:N0} and {all - second:N0}): choose less extreme ratios.");
    }

    private static ImageSet Range(DataSet data, int start, int end)
    {
        var border = data.Training.Count;
        return end <= border ? data.Training.Slice(start, end - start)
            : start >= border ? data.Test.Slice(start - border, end - start)
            : data.Training.Slice(start, border - start).Concat(data.Test.Slice(0, end - border));
    }
}

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
    private readonly decimal[]? parts; // training, validation, test; null for the default

    private Split(string text, decimal[]? parts) => (this.text, this.parts) = (text, parts);

    /// <summary>Reads "default" or three ratios such as "60/20/20", of which only the proportions count.</summary>
    /// <param name="text">The setting's text.</param>
    /// <exception cref="ArgumentException">It is neither, or a ratio is not above 0.</exception>
    public static Split Parse(string text) => Read(text) ?? throw new ArgumentException(
        $"The split \"{text}\" is not understood; write default, or three ratios above 0 such as 60/20/20.", nameof(text));

    /// <summary>The one text for all that mean the same; what means nothing stays as it is.</summary>
    internal static string Canonical(string text) => Read(text)?.ToString() ?? text;

    /// <summary><c>default</c>, or percentages such as <c>60/20/20</c>.</summary>
    public override string ToString() => parts is null ? "default" : string.Join('/', parts.Select(Percentage));

    /// <summary>Cuts a data set. Nothing is copied, unless a part by ratio reaches over the end of the training file.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="trainingImages">
    /// How many of the training images are used, the first ones; null for all. Validation and test images stay what they are.
    /// </param>
    /// <exception cref="ArgumentException">It has too few images for this split; the message names the numbers.</exception>
    public SplitData Of(DataSet data, int? trainingImages = null)
    {
        var (first, second, all) = Borders(data);
        if (first < 1 || second <= first || all <= second)
        {
            throw new ArgumentException(parts is null
                ? $"The default split takes the last {ValidationImages:N0} images of the training file for validation, "
                    + $"but {data.Name} has only {data.Training.Count:N0}: split by ratio instead, for example 60/20/20."
                : $"The split {text} of the {all:N0} images of {data.Name} leaves a part without images "
                    + $"({first:N0}, {second - first:N0} and {all - second:N0}): choose less extreme ratios.");
        }

        return trainingImages is { } count && count > first
            ? throw new ArgumentException(
                $"{count:N0} training images are wanted, but this split of {data.Name} has {first:N0}: ask for at most that many.")
            : new SplitData(Range(data, 0, trainingImages ?? first), Range(data, first, second), Range(data, second, all));
    }

    // The first validation image, the first test image, and the number of all images.
    private (int First, int Second, int All) Borders(DataSet data)
    {
        var all = data.Training.Count + data.Test.Count;
        return parts is null ? (data.Training.Count - ValidationImages, data.Training.Count, all)
            : (Border(parts[0]), Border(parts[0] + parts[1]), all);

        int Border(decimal part) => (int)Math.Round(all * part / parts.Sum());
    }

    private string Percentage(decimal part) =>
        Math.Round(100 * part / parts!.Sum(), 12).ToString("0.############", CultureInfo.InvariantCulture);

    private static Split? Read(string text)
    {
        if (string.Equals(text.Trim(), "default", StringComparison.OrdinalIgnoreCase))
        {
            return new Split("default", null);
        }

        decimal[] parts = [.. text.Split('/').Select(Number)];
        return parts.Length == 3 && parts.All(part => part > 0) ? new Split(text, parts) : null;

        // So many digits cannot overflow.
        static decimal Number(string part) => part.Length <= 20
            && decimal.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>Whether ratios cut a data set just as the default split does.</summary>
    internal bool IsDefaultOf(DataSet data)
    {
        var (first, second, _) = Borders(data);
        return parts is not null && (first, second) == (data.Training.Count - ValidationImages, data.Training.Count);
    }

    private static ImageSet Range(DataSet data, int start, int end)
    {
        var border = data.Training.Count;
        return end <= border ? data.Training.Slice(start, end - start)
            : start >= border ? data.Test.Slice(start - border, end - start)
            : data.Training.Slice(start, border - start).Concat(data.Test.Slice(0, end - border));
    }
}

using System.Globalization;

namespace Experiments.Data;

/// <summary>What a data set is cut into: images to learn from, to choose by, and to judge by.</summary>
/// <param name="Training">Images the networks learn from.</param>
/// <param name="Validation">Images that settings, early stopping and learning curves look at.</param>
/// <param name="Test">Images for the last word only.</param>
public sealed record SplitData(ImageSet Training, ImageSet Validation, ImageSet Test);

/// <summary>
/// How a data set is cut into training, validation and test images. Always consecutive runs of the files' order, so no randomness.
/// </summary>
public sealed record Split
{
    private const int ValidationImages = 10_000;

    private Split()
    {
    }

    /// <summary>
    /// M. Nielsen's split (Neural Networks and Deep Learning, ch. 1): the last 10,000 images of the training file are for validation, the
    /// ones before for training (50,000 of MNIST), and the test file is for testing.
    /// </summary>
    public static Split Default { get; } = new();

    /// <summary>The parts of a split by ratio, in the order training, validation, test; null for <see cref="Default"/>.</summary>
    public (double Training, double Validation, double Test)? Parts { get; private init; }

    /// <summary>How many of the training images are used, the first ones; null for all.</summary>
    public int? TrainingImages { get; private init; }

    /// <summary>
    /// Cuts all images, the training file's followed by the test file's, in proportion: <c>Ratios(60, 20, 20)</c>, <c>Ratios(98, 1, 1)</c>.
    /// </summary>
    /// <param name="training">Part for training; only the proportions count.</param>
    /// <param name="validation">Part for validation.</param>
    /// <param name="test">Part for testing.</param>
    /// <exception cref="ArgumentException">A part is not a positive finite number.</exception>
    public static Split Ratios(double training, double validation, double test)
    {
        CheckPart(training, nameof(training));
        CheckPart(validation, nameof(validation));
        CheckPart(test, nameof(test));

        return new Split { Parts = (training, validation, test) };
    }

    /// <summary>
    /// Reads "default" or three ratios such as "60/20/20", each followed by nothing or by a number of training images: "default:5000".
    /// </summary>
    /// <param name="text">What <see cref="ToString"/> writes.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static Split Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] halves = text.Split(':');
        string[] parts = halves[0].Split('/');
        var numbers = new List<double>();
        foreach (string part in parts)
        {
            if (double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
            {
                numbers.Add(number);
            }
        }

        Split? split = string.Equals(halves[0].Trim(), "default", StringComparison.OrdinalIgnoreCase) ? Default
            : parts.Length == 3 && numbers.Count == 3 ? Ratios(numbers[0], numbers[1], numbers[2])
            : null;
        int images = 0;
        if (split is null || halves.Length > 2
            || (halves.Length == 2 && !int.TryParse(halves[1], NumberStyles.None, CultureInfo.InvariantCulture, out images)))
        {
            throw new ArgumentException(
                $"The split \"{text}\" is not understood; write default, or three ratios such as 60/20/20, "
                + "and :N after it for the first N training images.",
                nameof(text));
        }

        return halves.Length == 2 ? split.WithTrainingImages(images) : split;
    }

    /// <summary>The same split with only the first images of its training part; validation and test images stay what they are.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <exception cref="ArgumentException">The count is below 1.</exception>
    public Split WithTrainingImages(int count) => count >= 1
        ? this with { TrainingImages = count }
        : throw new ArgumentException($"A split with {count:N0} training images leaves nothing to learn from: at least 1 is needed.", nameof(count));

    /// <summary>Cuts a data set. Nothing is copied, unless a part by ratio reaches over the end of the training file.</summary>
    /// <param name="data">The data set.</param>
    /// <exception cref="ArgumentException">It has too few images for this split; the message names the numbers.</exception>
    public SplitData Of(DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        SplitData whole = Parts is null ? CutByFiles(data) : CutByRatios(data);
        if (TrainingImages is not int count)
        {
            return whole;
        }

        return count <= whole.Training.Count
            ? whole with { Training = whole.Training.Slice(0, count) }
            : throw new ArgumentException(
                $"{count:N0} training images are wanted, but this split of {data.Name} has {whole.Training.Count:N0}: "
                + "ask for at most that many.");
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() =>
        (Parts is { } p ? string.Create(CultureInfo.InvariantCulture, $"{p.Training}/{p.Validation}/{p.Test}") : "default")
        + (TrainingImages is int count ? string.Create(CultureInfo.InvariantCulture, $":{count}") : string.Empty);

    private static void CheckPart(double part, string name)
    {
        if (!double.IsFinite(part) || part <= 0)
        {
            string received = part.ToString(CultureInfo.InvariantCulture);
            throw new ArgumentException($"The split's part for {name} is {received}: every part must be a number above 0.", name);
        }
    }

    private static SplitData CutByFiles(DataSet data)
    {
        int training = data.Training.Count - ValidationImages;
        return training >= 1
            ? new SplitData(data.Training.Slice(0, training), data.Training.Slice(training, ValidationImages), data.Test)
            : throw new ArgumentException(
                $"The default split takes the last {ValidationImages:N0} images of the training file for validation, "
                + $"but {data.Name} has only {data.Training.Count:N0}: split by ratio instead, for example 60/20/20.");
    }

    private SplitData CutByRatios(DataSet data)
    {
        (double training, double validation, double test) = Parts!.Value;
        int all = checked(data.Training.Count + data.Test.Count);
        double sum = training + validation + test;
        int first = (int)Math.Round(all * (training / sum));
        int second = (int)Math.Round(all * ((training + validation) / sum));
        return first >= 1 && second > first && all > second
            ? new SplitData(Range(data, 0, first), Range(data, first, second), Range(data, second, all))
            : throw new ArgumentException(
                $"The split {this} of the {all:N0} images of {data.Name} leaves a part without images "
                + $"({first:N0}, {second - first:N0} and {all - second:N0}): choose less extreme ratios.");
    }

    private static ImageSet Range(DataSet data, int start, int end)
    {
        int border = data.Training.Count;
        return end <= border ? data.Training.Slice(start, end - start)
            : start >= border ? data.Test.Slice(start - border, end - start)
            : data.Training.Slice(start, border - start).Concat(data.Test.Slice(0, end - border));
    }
}

namespace Experiments.Data;

/// <summary>Finds what cannot be learned from, or not be judged on, the images of a split.</summary>
/// <param name="data">The data set.</param>
/// <param name="parts">Its parts, with all training images.</param>
/// <param name="outputs">The models' outputs: one for each class, from 0.</param>
internal sealed class ClassCheck(DataSet data, SplitData parts, int outputs)
{
    // With fewer, a single image moves the accuracy by more than a few variants differ.
    private const int FewPerClass = 5;

    private readonly IReadOnlyList<int> training = parts.Training.ClassCounts(outputs);

    private (string Name, IReadOnlyList<int> Counts)[] Judging =>
        [("validation", parts.Validation.ClassCounts(outputs)), ("test", parts.Test.ClassCounts(outputs))];

    private string Advice => data.Training.Labels.Span.ToArray() is var labels && labels.SequenceEqual(labels.Order())
        ? "the training file is sorted by class: shuffle its images and labels together"
        : "split otherwise (--set split=60/20/20), or choose other images";

    /// <summary>What cannot work, one line each.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (data.Classes > outputs)
        {
            var least = Math.Min(Least(data.Training), Least(data.Test));
            return
            [
                $"The labels of {data.Name} go from {least} to {data.Classes - 1}, but models have {outputs} outputs, for the classes 0 to "
                    + $"{outputs - 1}: choose images of these with --dataset (of EMNIST's sets: emnist-digits or emnist-mnist)",
            ];
        }

        var judging = Judging;
        int[] classes = [.. Enumerable.Range(0, outputs).Where(label => training[label] + judging.Sum(part => part.Counts[label]) > 0)];
        return classes.Length == 1
            ? [$"All images of {data.Name} are of class {classes[0]}: there is nothing to tell apart; choose other images"]
            :
            [
                .. from label in classes
                   where training[label] == 0
                   let others = string.Join(" and ", judging.Select(part => $"{part.Counts[label]:N0} {part.Name}"))
                   select $"None of the {training.Sum():N0} training images of {data.Name} is of class {label}, but {others} images are: "
                       + Advice,
                .. from part in judging
                   where part.Counts.Count(count => count > 0) == 1
                   let label = part.Counts.ToList().FindIndex(count => count > 0)
                   select $"All {part.Counts[label]:N0} {part.Name} images of {data.Name} are of class {label}, so that nothing can be "
                       + $"judged by them: {Advice}",
            ];

        static byte Least(ImageSet images) => images.Labels.ToArray().Min();
    }

    /// <summary>What works but says little, one line each.</summary>
    /// <param name="used">How many of the training images are used.</param>
    /// <param name="areFirst">Whether these are the first ones and not drawn by each seed.</param>
    public IEnumerable<string> Doubts(int used, bool areFirst)
    {
        var classes = training.Count(count => count > 0);
        var missing = MissingIn(parts.Training.Slice(0, used).ClassCounts(outputs));
        if (used < classes || (areFirst && missing.Length > 0))
        {
            yield return used < classes
                ? $"{used:N0} training images of {data.Name} cannot have one of each of its {classes} classes"
                : $"The first {used:N0} training images of {data.Name} have none of class {missing}";
        }

        foreach (var (name, counts) in Judging)
        {
            if (MissingIn(counts) is { Length: > 0 } without)
            {
                yield return $"The {counts.Sum():N0} {name} images of {data.Name} have none of class {without}";
            }
            else if (counts.Sum() < FewPerClass * classes)
            {
                yield return $"There are only {counts.Sum():N0} {name} images of {data.Name}: a single one is "
                    + $"{(100.0 / counts.Sum()).ToString("0.#", CultureInfo.InvariantCulture)} points of accuracy";
            }
        }
    }

    private string MissingIn(IReadOnlyList<int> counts) =>
        string.Join(", ", Enumerable.Range(0, outputs).Where(label => training[label] > 0 && counts[label] == 0));
}

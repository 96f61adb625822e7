namespace Experiments.Running;

/// <summary>
/// Says what is wrong with a model in the words of the one who wrote it: libtorch speaks of tensors that its author never sees. Each text
/// follows the model's name.
/// </summary>
internal static partial class ModelProblem
{
    /// <summary>Why a model cannot be built.</summary>
    public static string Building(Model model, ImageSize size, Exception problem)
    {
        var cause = problem.InnerException ?? problem; // Model.Build wraps what the method throws
        if (!IsOfLibtorch(cause))
        {
            return $"cannot be built: {FirstLine(cause.Message)}";
        }

        var suspects = string.Join(" and ", model.ArgumentsBelowOne);
        var reason = suspects.Length > 0 ? $"{suspects}, but layers have sizes of at least 1" : "libtorch does not take one of its numbers";
        return $"cannot be built: {reason}. {Quote(cause.Message)}";
    }

    /// <summary>Why a model cannot be called with images.</summary>
    public static string Calling(Model model, ImageSize size, Exception problem) =>
        $"cannot be called with images of {size}: {(IsOfLibtorch(problem) ? InCall(problem.Message, size) : FirstLine(problem.Message))}";

    /// <summary>Why a model cannot be called, where libtorch has ended the process.</summary>
    /// <param name="size">The size of the images.</param>
    /// <param name="words">What libtorch said last.</param>
    public static string Ending(ImageSize size, string words) =>
        $"cannot be called with images of {size}, and libtorch ends the process: {InCall(words, size)}";

    /// <summary>Why a model's gradient cannot be computed.</summary>
    public static string Differentiating(Model model, ImageSize size, Exception problem) =>
        $"has no gradient that can be computed: {FirstLine(problem.Message)}";

    private static string InCall(string words, ImageSize size)
    {
        if (Product().Match(words) is not { Success: true } product)
        {
            var hint = $"its input is (B, {size.Pixels}); nn.Unflatten(1, [1, {size.Height}, {size.Width}]) makes images of it. ";
            return $"{(Shape().IsMatch(words) ? hint : "")}{Quote(words)}";
        }

        var (rows, given, taken) = (Number(product, 1), Number(product, 2), Number(product, 3));
        return (rows, given) == (ModelCheck.Count, size.Pixels)
            ? $"its first layer takes {taken} inputs. Give it {given}, or choose other images with --dataset."
            : $"a layer that takes {taken} inputs gets {given} from the one before it. {Quote(words)}";
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static bool IsOfLibtorch(Exception problem) => problem.Source == nameof(TorchSharp);

    private static string Quote(string words) => $"libtorch says: {FirstLine(words)}";

    private static string FirstLine(string words) =>
        words.Split('\n')[0].Split(" (Parameter '")[0].Trim() is var line && line.EndsWith('.') ? line : line + ".";

    [GeneratedRegex("input|shape|size")]
    private static partial Regex Shape();

    [GeneratedRegex(@"mat1 and mat2 shapes cannot be multiplied \(([0-9]+)x([0-9]+) and ([0-9]+)x[0-9]+\)")]
    private static partial Regex Product();
}

using System.Globalization;
using Experiments.Models;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>
/// What is known of a model before anything is trained: whether it takes the images, whether its gradient is right, and its fingerprint.
/// </summary>
/// <param name="Model">The model's name.</param>
/// <param name="Fingerprint">See <see cref="ModelFingerprint"/>; null if the model cannot be used.</param>
/// <param name="GradientError">
/// The greatest ‖a − b‖ / (‖a‖ + ‖b‖) of the gradient in single precision against that in double precision, with respect to a parameter or to the images.
/// </param>
/// <param name="WorstGradient">What that is the gradient with respect to.</param>
/// <param name="Problem">Why the model cannot be used; null if it can.</param>
public sealed record ModelCheck(string Model, string? Fingerprint, double GradientError, string WorstGradient, string? Problem)
{
    /// <summary>Below this, single and double precision differ by rounding, and perhaps by a unit that stands at its kink.</summary>
    public const double MostGradientError = 0.02;

    private const int Count = 4; // images
    private const double Vanished = 1e-25; // norms whose squares underflow in single precision

    /// <summary>Whether the gradient is right.</summary>
    public bool GradientIsRight => GradientError <= MostGradientError;

    /// <summary>The distinct models of variants, each with the loss that it is trained with, in the variants' order.</summary>
    public static IReadOnlyList<(Model Model, Loss Loss)> Distinct(IEnumerable<Variant> variants) =>
        [.. variants.Where(variant => variant.Workload is Model).Select(variant => ((Model)variant.Workload, variant.Settings.Loss)).Distinct()];

    /// <summary>
    /// Checks a model with seed 0 and a few images. Where shapes do not fit, libtorch may end the process, so this runs in a process of its own.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">The cost.</param>
    /// <param name="pixels">Pixels of an image.</param>
    /// <param name="seed">The seed, of the module and of the weights that gradients are compared with.</param>
    public static ModelCheck Of(Model model, Loss loss, int pixels, int seed = 0)
    {
        NativeLibraries.Require();
        using var section = NativeSection.Enter();
        using var scope = NewDisposeScope();
        try
        {
            using var module = model.Build(seed);
            module.eval();
            var images = Images(pixels);
            var targets = loss.Targets(arange(Count, dtype: ScalarType.Int64), Running.Images.ClassCount);
            using (var logits = Forward(module, images))
            {
                if (logits.dim() != 2 || logits.shape[0] != Count || logits.shape[1] != Running.Images.ClassCount)
                {
                    return Failed(model, $"gives logits of shape ({string.Join(", ", logits.shape)}) for {Count} images of {pixels} pixels; it should be ({Count}, {Running.Images.ClassCount}): a number for each class.");
                }
            }

            var (started, value) = Gradients(module, loss, images, targets);
            var fingerprint = ModelFingerprint.Of(module, value, started);
            SetWellConditioned(module, seed);
            var (single, _) = Gradients(module, loss, images, targets);
            module.to(ScalarType.Float64);
            var (exact, _) = Gradients(module, loss, images.to(ScalarType.Float64), targets.is_floating_point() ? targets.to(ScalarType.Float64) : targets);
            var worst = single.Zip(exact, (a, b) => (a.Name, Error: Error(a.Values, b.Values))).MaxBy(gradient => gradient.Error);
            return new(model.Description, fingerprint, worst.Error, worst.Name, null);
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or DllNotFoundException))
        {
            return Failed(model, Cause(model, problem));
        }
    }

    /// <summary>A check of a model that cannot be used.</summary>
    public static ModelCheck Failed(Model model, string problem) => new(model.Description, null, 0, "", problem);

    // Numbers from 0 to 1 without any structure that a model could know; the same everywhere.
    private static Tensor Images(int pixels)
    {
        var values = new float[Count * pixels];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = ((uint)index * 2_654_435_761u >> 8) / (float)(1 << 24);
        }

        return tensor(values, [Count, pixels]);
    }

    // In networks that start saturated or chaotic, single and double precision differ by far more than rounding, and rightly so. Whether the kernels are
    // right does not depend on the weights, so it is seen with weights of variance 1 / fan-in.
    private static void SetWellConditioned(nn.Module module, int seed)
    {
        using var generator = new CellGenerator(new RandomStreams(0), "model check, weights");
        generator.Run(() =>
        {
            foreach (var weights in module.parameters().Where(Layer.IsWeight))
            {
                Initializer.LeCunNormal.Fill(weights, (int)(weights.numel() / weights.shape[0]), (int)weights.shape[0]);
            }

            return true;
        });
    }

    private static Tensor Forward(nn.Module<Tensor, Tensor> module, Tensor images)
    {
        using var generator = new CellGenerator(new RandomStreams(0), "model check");
        return generator.Run(() => module.call(images));
    }

    private static (List<(string Name, double[] Values)> Gradients, double Loss) Gradients(nn.Module<Tensor, Tensor> module, Loss loss, Tensor images, Tensor targets)
    {
        using var scope = NewDisposeScope();
        using var graph = enable_grad();
        module.zero_grad();
        var inputs = images.detach().clone().requires_grad_();
        var value = loss.Mean(Forward(module, inputs), targets);
        value.backward();
        List<(string, double[])> gradients = [("the images", Numbers(inputs.grad))];
        gradients.AddRange(module.named_parameters().Select(pair => (pair.name, Numbers(pair.parameter.grad))));
        return (gradients, value.to(ScalarType.Float64).item<double>());

        static double[] Numbers(Tensor? gradient) => gradient is null ? [] : gradient.to(ScalarType.Float64).contiguous().data<double>().ToArray();
    }

    // NaN in single precision alone is an error, too; where both have none, or hardly any, gradient there is none to compare.
    private static double Error(double[] single, double[] exact)
    {
        if (!exact.All(double.IsFinite) || Norm(exact) < Vanished)
        {
            return 0;
        }

        var error = DifferenceQuotient.RelativeError(single, exact);
        return double.IsNaN(error) ? 1 : error;
    }

    private static double Norm(double[] values) => Math.Sqrt(values.Sum(value => value * value));

    // What Model.Build throws says itself that the model cannot be built.
    private static string Cause(Model model, Exception problem)
    {
        var built = $"{model.Description} cannot be built: ";
        var line = FirstLine(problem.InnerException ?? problem);
        return $"cannot be {(problem.Message.StartsWith(built, StringComparison.Ordinal) ? "built" : "used")}: {line}";
    }

    private static string FirstLine(Exception problem) => problem.Message.Split('\n')[0].Split(" (Parameter '")[0].Trim() is var line && line.EndsWith('.') ? line : line + ".";
}

/// <summary>
/// A model's fingerprint: the types of its modules, the names and shapes of its parameters, and loss and gradient norm of seed 0 on a few images. A model's
/// name does not say what its method does; where code has changed under one name, the fingerprint does.
/// </summary>
internal static class ModelFingerprint
{
    private const double Tolerance = 1e-3; // between machines and builds of libtorch
    private const string Numbers = "; loss ";

    /// <summary>The fingerprint as text.</summary>
    public static string Of(nn.Module module, double loss, IEnumerable<(string Name, double[] Values)> gradients)
    {
        var types = string.Join(", ", module.modules().Prepend(module).Distinct().Select(part => part.GetType().Name));
        var shapes = string.Join(", ", module.named_parameters().Select(pair => $"{pair.name} {string.Join('x', pair.parameter.shape)}"));
        var norm = Math.Sqrt(gradients.Skip(1).SelectMany(gradient => gradient.Values).Sum(value => value * value));
        return string.Create(CultureInfo.InvariantCulture, $"{types}; {shapes}{Numbers}{loss:G6}, gradient {norm:G6}");
    }

    /// <summary>Whether two fingerprints are of one model.</summary>
    public static bool Fit(string first, string second)
    {
        var (a, b) = (first.Split(Numbers), second.Split(Numbers));
        return a.Length == 2 && b.Length == 2 && a[0] == b[0]
            && a[1].Split(", gradient ").Zip(b[1].Split(", gradient "), (x, y) => AreNear(Parse(x), Parse(y))).All(near => near);
    }

    private static bool AreNear(double a, double b) => a.Equals(b) || Math.Abs(a - b) <= Tolerance * Math.Max(Math.Abs(a), Math.Abs(b));

    private static double Parse(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}

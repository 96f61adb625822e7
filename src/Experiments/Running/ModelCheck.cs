using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>The size of a data set's images.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
public readonly record struct ImageSize(int Height, int Width)
{
    /// <summary>Pixels of an image.</summary>
    public int Pixels => Height * Width;

    /// <inheritdoc/>
    public override string ToString() => $"{Height} × {Width} = {Pixels} pixels";
}

/// <summary>
/// What is known of a model before anything is trained: whether it takes the images, whether its gradient is right, and its fingerprint.
/// </summary>
/// <param name="Model">The model's name.</param>
/// <param name="Fingerprint">See <see cref="ModelFingerprint"/>; null if the model cannot be used.</param>
/// <param name="GradientError">‖a − b‖ / (‖a‖ + ‖b‖) of the worst gradient in single precision against double precision.</param>
/// <param name="WorstGradient">What that is the gradient with respect to: a parameter or the images.</param>
/// <param name="Problem">Why the model cannot be used, such as <c>cannot be built: …</c>; null if it can.</param>
public sealed record ModelCheck(string Model, string? Fingerprint, double GradientError, string WorstGradient, string? Problem)
{
    /// <summary>Below this, single and double precision differ by rounding, and perhaps by a unit that stands at its kink.</summary>
    public const double MostGradientError = 0.02;

    /// <summary>Number of images that a model is called with.</summary>
    internal const int Count = 4;

    private const int Classes = Running.Images.ClassCount;
    private const double Vanished = 1e-25; // norms whose squares underflow in single precision

    /// <summary>Whether the gradient is right.</summary>
    public bool GradientIsRight => GradientError <= MostGradientError;

    /// <summary>The distinct models of variants, each with the loss that it is trained with, in the variants' order.</summary>
    public static IReadOnlyList<(Model Model, Loss Loss)> Distinct(IEnumerable<Variant> variants) =>
        [.. (from variant in variants where variant.Workload is Model select ((Model)variant.Workload, variant.Settings.Loss)).Distinct()];

    /// <summary>
    /// Checks a model with seed 0 and a few images. Where shapes do not fit, libtorch may end the process, so this runs in a process of its
    /// own.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">The cost.</param>
    /// <param name="size">The size of the images.</param>
    /// <param name="seed">The seed, of the module and of the weights that gradients are compared with.</param>
    public static ModelCheck Of(Model model, Loss loss, ImageSize size, int seed = 0)
    {
        NativeLibraries.Require();
        using var section = NativeSection.Enter();
        using var scope = NewDisposeScope();
        var explain = ModelProblem.Building;
        try
        {
            using var module = model.Build(seed);
            module.eval();
            explain = ModelProblem.Calling;
            var images = Images(size.Pixels);
            var targets = loss.Targets(arange(Count, dtype: ScalarType.Int64), Classes);
            var shape = Drawing(() => module.call(images)).shape;
            if (shape is not [Count, Classes])
            {
                return Failed(model, $"gives logits of shape ({string.Join(", ", shape)}) for {Count} images of {size}; "
                    + $"it should be ({Count}, {Classes}): a number for each class.");
            }

            explain = ModelProblem.Differentiating;
            var (started, value) = Gradients(module, loss, images, targets);
            var fingerprint = ModelFingerprint.Of(module, value, started);
            SetWellConditioned(module);
            var (single, _) = Gradients(module, loss, images, targets);
            module.to(ScalarType.Float64);
            targets = targets.is_floating_point() ? targets.to(ScalarType.Float64) : targets;
            var (exact, _) = Gradients(module, loss, images.to(ScalarType.Float64), targets);
            var worst = single.Zip(exact, (a, b) => (a.Name, Error: Error(a.Values, b.Values))).MaxBy(gradient => gradient.Error);
            return new(model.Description, fingerprint, worst.Error, worst.Name, null);
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or DllNotFoundException))
        {
            return Failed(model, explain(model, size, problem));
        }
    }

    /// <summary>A check of a model that cannot be used.</summary>
    public static ModelCheck Failed(Model model, string problem) => new(model.Description, null, 0, "", problem);

    // Numbers from 0 to 1 without any structure that a model could know; the same everywhere.
    private static Tensor Images(int pixels) => tensor(
        [.. Enumerable.Range(0, Count * pixels).Select(index => ((uint)index * 2_654_435_761u >> 8) / (float)(1 << 24))], [Count, pixels]);

    // In networks that start saturated or chaotic, single and double precision differ by far more than rounding, and rightly so. Whether
    // the kernels are right does not depend on the weights, so it is seen with weights of variance 1 / fan-in.
    private static void SetWellConditioned(nn.Module module)
    {
        using var generator = new CellGenerator(new RandomStreams(0), "model check, weights");
        foreach (var weights in module.parameters().Where(Layer.IsWeight))
        {
            generator.Run(() => Initializer.LeCunNormal.Fill(weights, (int)(weights.numel() / weights.shape[0]), (int)weights.shape[0]));
        }
    }

    private static Tensor Drawing(Func<Tensor> pass) => CellGenerator.Run(new RandomStreams(0), "model check", pass);

    private static (List<(string Name, double[] Values)> Gradients, double Loss) Gradients(
        nn.Module<Tensor, Tensor> module, Loss loss, Tensor images, Tensor targets)
    {
        using var scope = NewDisposeScope();
        using var graph = enable_grad();
        module.zero_grad();
        var inputs = images.detach().clone().requires_grad_();
        var value = Drawing(() => loss.Mean(module.call(inputs), targets));
        value.backward();
        List<(string, double[])> gradients = [("the images", Numbers(inputs.grad))];
        gradients.AddRange(module.named_parameters().Select(pair => (pair.name, Numbers(pair.parameter.grad))));
        return (gradients, value.to(ScalarType.Float64).item<double>());

        static double[] Numbers(Tensor? gradient) =>
            gradient is null ? [] : gradient.to(ScalarType.Float64).contiguous().data<double>().ToArray();
    }

    // NaN in single precision alone is an error, too; where both have none, or hardly any, gradient there is none to compare.
    private static double Error(double[] single, double[] exact) =>
        !exact.All(double.IsFinite) || DifferenceQuotient.Norm(exact) < Vanished ? 0
            : DifferenceQuotient.RelativeError(single, exact) is var error && double.IsNaN(error) ? 1 : error;
}

using System.Runtime.Intrinsics;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Experiments.Training.Fused;

/// <summary>
/// A multilayer perceptron in memory of its own, with its passes forward and backward: no operator is called, and nothing is
/// allocated from batch to batch. Parameters and gradient are one flat run of numbers each, weights first; padding in them is 0 and stays
/// so. Weights are (inputs, units), the transpose of what <c>nn.Linear</c> stores.
/// </summary>
internal sealed unsafe class FusedMlp
{
    private const int MostInSparse = 35; // % of elements that are not 0, up to which products that leave zeros out are faster
    private const int MostInPart = 50; // the same for a product of which only some elements are wanted
    private const int Narrow = 2 * Gemm.Width;

    private readonly AlignedBuffer parameters;
    private readonly AlignedBuffer gradient;
    private readonly List<AlignedBuffer> memory = []; // of all that follows
    private readonly PaddedMatrix zeros;
    private readonly CsrMatrix? transposed; // of whichever layer is at work
    private readonly Layer[] layers;

    /// <param name="pattern">The layers.</param>
    /// <param name="batchSize">Images in a batch, at most.</param>
    /// <param name="hasZeros">Whether most of the input is 0.</param>
    /// <param name="canTrain">Whether passes backward follow.</param>
    public FusedMlp(IReadOnlyList<FusedLayer> pattern, int batchSize, bool hasZeros, bool canTrain = true)
    {
        var shapes = pattern.Select(layer => ((int)layer.Linear.in_features, (int)layer.Linear.out_features)).ToList();
        WeightCount = shapes.Sum(shape => PaddedMatrix.LengthOf(shape.Item1, shape.Item2));
        var count = WeightCount + shapes.Sum(shape => PaddedMatrix.LengthOf(1, shape.Item2));
        (parameters, gradient) = (new(count, 0), new(canTrain ? count : 0, 16));
        var widest = shapes.Max(shape => Math.Max(shape.Item1, shape.Item2));
        zeros = NewMatrix(1, widest);
        var pixels = shapes[0].Item1;
        Input = new(hasZeros ? default : NewMatrix(batchSize, pixels), hasZeros && canTrain ? new(batchSize, batchSize * pixels) : null);
        transposed = canTrain ? new(widest, batchSize * widest) : null;
        layers = new Layer[shapes.Count];
        var (weightStart, biasStart) = (0, WeightCount);
        for (var index = 0; index < layers.Length; index++)
        {
            var (fanIn, fanOut) = shapes[index];
            var output = NewMatrix(batchSize, fanOut);
            var drops = pattern[index].DropRate > 0;
            var switchesOff = pattern[index].Activation == Models.Activation.Relu;
            layers[index] = new(
                FusedActivation.Of(pattern[index].Activation),
                new(parameters.Start + weightStart, fanIn, fanOut),
                new(parameters.Start + biasStart, 1, fanOut),
                canTrain ? new(gradient.Start + weightStart, fanIn, fanOut) : default,
                canTrain ? new(gradient.Start + biasStart, 1, fanOut) : default,
                output,
                canTrain ? NewMatrix(batchSize, fanOut) : default,
                drops ? NewMatrix(batchSize, fanOut) : default,
                new(drops ? NewMatrix(batchSize, fanOut) : output, switchesOff ? new(batchSize, batchSize * output.Stride) : null),
                drops);
            weightStart += PaddedMatrix.LengthOf(fanIn, fanOut);
            biasStart += PaddedMatrix.LengthOf(1, fanOut);
        }
    }

    /// <summary>Whether products that leave zeros out are faster for such numbers.</summary>
    public static bool HasZeros(ReadOnlySpan<float> values) => AreFew(values.Length - values.Count(0f), values.Length, MostInSparse);

    /// <summary>A matrix that a layer takes in.</summary>
    /// <param name="Dense">All of it; nothing where only the other form is in use.</param>
    /// <param name="NonZero">Its elements other than 0; null where there are hardly any zeros.</param>
    public readonly record struct LayerInput(PaddedMatrix Dense, CsrMatrix? NonZero)
    {
        /// <summary>Its elements other than 0, if products of its first rows are faster without zeros. They have the same bits.</summary>
        public CsrMatrix? Sparse(int rows, int most = MostInSparse) =>
            NonZero is { } elements && (Dense.Length == 0 || AreFew(elements.Starts[rows], rows * Dense.Columns, most)) ? elements : null;
    }

    // Factors are what dropout multiplies the outputs by on their way to the next layer.
    private sealed record Layer(
        FusedActivation Activation, PaddedMatrix Weight, PaddedMatrix Bias, PaddedMatrix WeightGradient, PaddedMatrix BiasGradient,
        PaddedMatrix Output, PaddedMatrix Delta, PaddedMatrix Factors, LayerInput ToNext, bool Drops);

    /// <summary>All parameters.</summary>
    public Span<float> Parameters => parameters.All;

    /// <summary>The gradient, laid out as the parameters are.</summary>
    public Span<float> Gradient => gradient.All;

    /// <summary>The first so many parameters are weights, the others biases.</summary>
    public int WeightCount { get; }

    public PaddedMatrix Weight(int layer) => layers[layer].Weight;

    public PaddedMatrix Bias(int layer) => layers[layer].Bias;

    public PaddedMatrix WeightGradient(int layer) => layers[layer].WeightGradient;

    public PaddedMatrix BiasGradient(int layer) => layers[layer].BiasGradient;

    /// <summary>Where a batch's images go, a row each: in one of its two forms.</summary>
    public LayerInput Input { get; }

    /// <summary>What the outputs of a hidden layer, counted from 0, are multiplied by.</summary>
    public PaddedMatrix Factors(int layer) => layers[layer].Factors;

    /// <summary>Whether a layer's outputs are multiplied by factors.</summary>
    public bool Drops(int layer) => layers[layer].Drops;

    /// <summary>The last layer's outputs.</summary>
    public PaddedMatrix Logits => layers[^1].Output;

    /// <summary>Where ∂C/∂logits goes before <see cref="Backward"/>.</summary>
    public PaddedMatrix LogitGradient => layers[^1].Delta;

    /// <summary>Computes the logits of the input's first rows.</summary>
    public void Forward(int images)
    {
        Times(Input, layers[0], images);
        ForwardFromFirst(images);
    }

    /// <summary>Computes the logits of other images; no pass backward can follow.</summary>
    public void Forward(CsrMatrix rows, int firstRow, int images)
    {
        Gemm.TimesByHalves(rows, firstRow, layers[0].Weight, layers[0].Bias, layers[0].Output.Top(images));
        ForwardFromFirst(images);
    }

    /// <summary>Computes the gradient from ∂C/∂logits, for the images of the last pass forward.</summary>
    public void Backward(int images)
    {
        for (var index = layers.Length - 1; index >= 0; index--)
        {
            var layer = layers[index];
            var delta = layer.Delta.Top(images);
            var below = index > 0 ? layers[index - 1] : null;
            TransposedTimes(below?.ToNext ?? Input, delta, layer.WeightGradient);
            SumRows(delta, layer.BiasGradient);
            if (below is not null)
            {
                var deltaBelow = below.Delta.Top(images);
                Gemm.TimesTransposed(delta, layer.Weight, below.ToNext.Sparse(images, MostInPart), deltaBelow);
                if (below.Drops)
                {
                    TensorPrimitives.Multiply(deltaBelow.All, below.Factors.Top(images).All, deltaBelow.All);
                }

                below.Activation.Backward(deltaBelow.All, below.Output.Top(images).All);
            }
        }
    }

    private void ForwardFromFirst(int images)
    {
        for (var index = 1; index < layers.Length; index++)
        {
            var below = layers[index - 1];
            below.Activation.Apply(below.Output.Top(images).All);
            if (below.Drops)
            {
                TensorPrimitives.Multiply(below.Output.Top(images).All, below.Factors.Top(images).All, below.ToNext.Dense.Top(images).All);
            }

            below.ToNext.NonZero?.Set(below.ToNext.Dense.Top(images));
            Times(below.ToNext, layers[index], images);
        }
    }

    private static void Times(LayerInput input, Layer layer, int images)
    {
        if (input.Sparse(images) is { } elements)
        {
            Gemm.Times(elements, layer.Weight, layer.Bias, layer.Output.Top(images));
        }
        else
        {
            Gemm.Times(input.Dense.Top(images), layer.Weight, layer.Bias, layer.Output.Top(images));
        }
    }

    private void TransposedTimes(LayerInput input, PaddedMatrix delta, PaddedMatrix result)
    {
        if (input.Sparse(delta.Rows) is not { } elements)
        {
            Gemm.TransposedTimes(input.Dense.Top(delta.Rows), delta, zeros, result);
            result.ClearPaddingRows();
        }
        else if (delta.Stride <= Narrow)
        {
            Gemm.TransposedTimes(elements, delta, result);
        }
        else
        {
            transposed!.SetTransposed(elements, 0, delta.Rows, result.Rows);
            Gemm.Times(transposed, delta, zeros, result);
        }
    }

    private static bool AreFew(long nonZero, long all, int most) => 100 * nonZero <= most * all;

    private PaddedMatrix NewMatrix(int rows, int columns)
    {
        var floats = new AlignedBuffer(PaddedMatrix.LengthOf(rows, columns), memory.Count * 13 % 64);
        memory.Add(floats);
        return new(floats.Start, rows, columns);
    }

    private static void SumRows(PaddedMatrix matrix, PaddedMatrix sums)
    {
        for (var column = 0; column < matrix.Stride; column += Gemm.Width)
        {
            var sum = Vector512.Load(matrix.Start + column);
            for (var row = 1; row < matrix.Rows; row++)
            {
                sum += Vector512.Load(matrix.Start + column + ((nint)row * matrix.Stride));
            }

            sum.Store(sums.Start + column);
        }
    }
}

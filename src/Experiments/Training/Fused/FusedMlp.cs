using System.Runtime.Intrinsics;
using static TorchSharp.torch;
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
    private readonly CsrMatrix transposed; // of whichever layer is at work

    /// <param name="pattern">The layers.</param>
    /// <param name="batchSize">Images in a batch, at most.</param>
    /// <param name="hasZeros">Whether most of the input is 0.</param>
    public FusedMlp(IReadOnlyList<FusedLayer> pattern, int batchSize, bool hasZeros)
    {
        WeightCount = pattern.Sum(layer => PaddedMatrix.LengthOf(layer.FanIn, layer.FanOut));
        var count = WeightCount + pattern.Sum(layer => PaddedMatrix.LengthOf(1, layer.FanOut));
        (parameters, gradient) = (new(count, 0), new(count, 16));
        var widest = pattern.Max(layer => Math.Max(layer.FanIn, layer.FanOut));
        zeros = NewMatrix(1, widest);
        var pixels = pattern[0].FanIn;
        Input = new(hasZeros ? default : NewMatrix(batchSize, pixels), hasZeros ? new(batchSize, batchSize * pixels) : null);
        transposed = new(widest, batchSize * widest);
        Layers = new Layer[pattern.Count];
        var (weightStart, biasStart) = (0, WeightCount);
        for (var index = 0; index < Layers.Length; index++)
        {
            var (layer, fanIn, fanOut) = (pattern[index], pattern[index].FanIn, pattern[index].FanOut);
            var output = NewMatrix(batchSize, fanOut);
            var switchesOff = layer.Activation == Models.Activation.Relu;
            Layers[index] = new(
                layer,
                FusedActivation.Of(layer.Activation),
                new(parameters.Start + weightStart, fanIn, fanOut),
                new(parameters.Start + biasStart, 1, fanOut),
                new(gradient.Start + weightStart, fanIn, fanOut),
                new(gradient.Start + biasStart, 1, fanOut),
                output,
                NewMatrix(batchSize, fanOut),
                layer.DropRate > 0 ? NewMatrix(batchSize, fanOut) : default,
                new(layer.DropRate > 0 ? NewMatrix(batchSize, fanOut) : output,
                    switchesOff ? new(batchSize, batchSize * output.Stride) : null));
            weightStart += PaddedMatrix.LengthOf(fanIn, fanOut);
            biasStart += PaddedMatrix.LengthOf(1, fanOut);
        }

        Dropping = [.. Layers.Where(layer => layer.Pattern.DropRate > 0)];
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

    /// <summary>A layer at work. Factors are what dropout multiplies outputs by on their way to the next layer.</summary>
    public sealed record Layer(
        FusedLayer Pattern, FusedActivation Activation, PaddedMatrix Weight, PaddedMatrix Bias, PaddedMatrix WeightGradient,
        PaddedMatrix BiasGradient, PaddedMatrix Output, PaddedMatrix Delta, PaddedMatrix Factors, LayerInput ToNext);

    public Layer[] Layers { get; }

    /// <summary>Those that drop units.</summary>
    public Layer[] Dropping { get; }

    /// <summary>All parameters.</summary>
    public Span<float> Parameters => parameters.All;

    /// <summary>The gradient, laid out as the parameters are.</summary>
    public Span<float> Gradient => gradient.All;

    /// <summary>The first so many parameters are weights, the others biases.</summary>
    public int WeightCount { get; }

    /// <summary>A batch's images, a row each: in one of its two forms.</summary>
    public LayerInput Input { get; }

    /// <summary>The last layer's outputs.</summary>
    public PaddedMatrix Logits => Layers[^1].Output;

    /// <summary>Where ∂C/∂logits goes before <see cref="Backward"/>.</summary>
    public PaddedMatrix LogitGradient => Layers[^1].Delta;

    /// <summary>Takes the module's parameters over, and puts the factors of testing in place.</summary>
    public void Load()
    {
        using var scope = NewDisposeScope();
        foreach (var layer in Layers)
        {
            layer.Weight.CopyFrom(Numbers(layer.Pattern.Linear.weight!.detach().t().contiguous()));
            layer.Bias.CopyFrom(Numbers(layer.Pattern.Linear.bias!.detach()));
            layer.Factors.All.Fill(layer.Pattern.TestFactor);
        }
    }

    /// <summary>Gives the parameters back.</summary>
    public void Store()
    {
        using var scope = NewDisposeScope();
        foreach (var layer in Layers)
        {
            layer.Pattern.Linear.weight!.detach().copy_(Transposed(layer.Weight));
            layer.Bias.CopyTo(Numbers(layer.Pattern.Linear.bias!.detach()));
        }
    }

    /// <summary>‖W − W₀‖ / ‖W₀‖, layer by layer.</summary>
    /// <param name="before">The weights W₀, laid out as the parameters are.</param>
    public double[] Updates(ReadOnlySpan<float> before)
    {
        var ratios = new double[Layers.Length];
        var start = 0;
        for (var index = 0; index < ratios.Length; index++)
        {
            var weights = Layers[index].Weight.All;
            var then = before.Slice(start, weights.Length);
            ratios[index] = TensorPrimitives.Distance(weights, then) / (double)TensorPrimitives.Norm(then);
            start += weights.Length;
        }

        return ratios;
    }

    /// <summary>A matrix with rows and columns exchanged, in memory of its own.</summary>
    public static Tensor Transposed(PaddedMatrix matrix)
    {
        var copy = empty(matrix.Rows, matrix.Columns);
        matrix.CopyTo(Numbers(copy));
        return copy.t().contiguous();
    }

    /// <summary>The numbers of a tensor, in its own memory.</summary>
    public static Span<float> Numbers(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);

    /// <summary>Computes the logits of some images.</summary>
    /// <param name="pixels">All images, one after the other; not read if the next is given.</param>
    /// <param name="nonZero">The same without zeros; null if there are hardly any.</param>
    /// <param name="batch">Numbers of the images.</param>
    public void Forward(ReadOnlySpan<float> pixels, CsrMatrix? nonZero, ReadOnlySpan<long> batch)
    {
        if (nonZero is not null)
        {
            Input.NonZero!.SetRows(nonZero, batch);
        }
        else
        {
            Input.Dense.CopyFrom(pixels, batch);
        }

        Times(Input, Layers[0], batch.Length);
        ForwardFromFirst(batch.Length);
    }

    /// <summary>Computes the logits of other images; no pass backward can follow.</summary>
    public void Forward(CsrMatrix rows, int firstRow, int images)
    {
        Gemm.Times(rows, Layers[0].Weight, Layers[0].Bias, Layers[0].Output.Top(images), firstRow, byHalves: true);
        ForwardFromFirst(images);
    }

    /// <summary>Computes the gradient from ∂C/∂logits, for the images of the last pass forward.</summary>
    public void Backward(int images)
    {
        for (var index = Layers.Length - 1; index >= 0; index--)
        {
            var layer = Layers[index];
            var delta = layer.Delta.Top(images);
            var below = index > 0 ? Layers[index - 1] : null;
            TransposedTimes(below?.ToNext ?? Input, delta, layer.WeightGradient);
            SumRows(delta, layer.BiasGradient);
            if (below is not null)
            {
                var deltaBelow = below.Delta.Top(images);
                Gemm.TimesTransposed(delta, layer.Weight, below.ToNext.Sparse(images, MostInPart), deltaBelow);
                if (below.Pattern.DropRate > 0)
                {
                    TensorPrimitives.Multiply(deltaBelow.All, below.Factors.Top(images).All, deltaBelow.All);
                }

                below.Activation.Backward(deltaBelow.All, below.Output.Top(images).All);
            }
        }
    }

    /// <summary>Where the weights of a layer start among the parameters.</summary>
    public int StartOf(Layer layer) => (int)(layer.Weight.Start - parameters.Start);

    /// <summary>Scales the incoming weights of each unit back to a norm where they are longer.</summary>
    public void LimitNorms(float longest)
    {
        foreach (var layer in Layers)
        {
            LimitColumnNorms(layer.Weight, longest);
        }
    }

    private void ForwardFromFirst(int images)
    {
        for (var index = 1; index < Layers.Length; index++)
        {
            var below = Layers[index - 1];
            var (output, toNext) = (below.Output.Top(images), below.ToNext.Dense.Top(images));
            below.Activation.Apply(output.All);
            if (below.Pattern.DropRate > 0)
            {
                TensorPrimitives.Multiply(output.All, below.Factors.Top(images).All, toNext.All);
            }

            below.ToNext.NonZero?.Set(toNext);
            Times(below.ToNext, Layers[index], images);
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
            transposed.SetTransposed(elements, delta.Rows, result.Rows);
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

    private static void LimitColumnNorms(PaddedMatrix matrix, float longest)
    {
        for (var column = 0; column < matrix.Stride; column += Gemm.Width)
        {
            var squares = Vector512<float>.Zero;
            for (var row = 0; row < matrix.Rows; row++)
            {
                var values = Vector512.Load(matrix.Start + column + ((nint)row * matrix.Stride));
                squares = Vector512.FusedMultiplyAdd(values, values, squares);
            }

            var factor = Vector512.Min(Vector512.Create(longest) / Vector512.Sqrt(squares), Vector512<float>.One);
            if (!Vector512.EqualsAll(factor, Vector512<float>.One))
            {
                for (var row = 0; row < matrix.Rows; row++)
                {
                    var start = matrix.Start + column + ((nint)row * matrix.Stride);
                    (Vector512.Load(start) * factor).Store(start);
                }
            }
        }
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

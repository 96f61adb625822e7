using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Experiments.Networks.Vectors;

/// <summary>
/// One replica of a multilayer perceptron in memory of its own, with its passes forward and backward: no operator is called, and nothing is
/// allocated from batch to batch. Parameters and gradient are one flat run of numbers each, weights first; padding in them is 0 and stays so.
/// </summary>
internal sealed unsafe class DenseReplica
{
    private readonly Activation activation;
    private readonly AlignedFloats parameters;
    private readonly AlignedFloats gradient;
    private readonly bool dropsUnits;
    private readonly List<AlignedFloats> memory = []; // of all that follows
    private readonly Grid zeros;
    private readonly Grid input;
    private readonly Layer[] layers;

    /// <param name="sizes">Inputs, hidden units of every layer, classes.</param>
    /// <param name="activation">The hidden layers' activation.</param>
    /// <param name="batchSize">Images in a batch, at most.</param>
    /// <param name="dropsUnits">Whether hidden units are multiplied by factors.</param>
    public DenseReplica(IReadOnlyList<int> sizes, Activation activation, int batchSize, bool dropsUnits)
    {
        (this.activation, this.dropsUnits) = (activation, dropsUnits);
        var shapes = sizes.Zip(sizes.Skip(1)).ToList();
        WeightCount = shapes.Sum(shape => Grid.LengthOf(shape.First, shape.Second));
        var count = WeightCount + shapes.Sum(shape => Grid.LengthOf(1, shape.Second));
        (parameters, gradient) = (new(count), new(count));
        zeros = NewGrid(1, sizes.Max());
        input = NewGrid(batchSize, sizes[0]);
        layers = new Layer[shapes.Count];
        var (weightStart, biasStart) = (0, WeightCount);
        for (var index = 0; index < layers.Length; index++)
        {
            var (fanIn, fanOut) = shapes[index];
            var output = NewGrid(batchSize, fanOut);
            layers[index] = new(
                new(parameters.Start + weightStart, fanIn, fanOut),
                new(parameters.Start + biasStart, 1, fanOut),
                new(gradient.Start + weightStart, fanIn, fanOut),
                new(gradient.Start + biasStart, 1, fanOut),
                output,
                NewGrid(batchSize, fanOut),
                dropsUnits ? NewGrid(batchSize, fanOut) : default,
                dropsUnits && index < layers.Length - 1 ? NewGrid(batchSize, fanOut) : output);
            weightStart += Grid.LengthOf(fanIn, fanOut);
            biasStart += Grid.LengthOf(1, fanOut);
        }
    }

    // Factors are what dropout multiplies the outputs by on their way to the next layer.
    private sealed record Layer(Grid Weight, Grid Bias, Grid WeightGradient, Grid BiasGradient, Grid Output, Grid Delta, Grid Factors, Grid ToNext);

    /// <summary>All parameters.</summary>
    public Span<float> Parameters => parameters.All;

    /// <summary>The gradient, laid out as the parameters are.</summary>
    public Span<float> Gradient => gradient.All;

    /// <summary>The first so many parameters are weights, the others biases.</summary>
    public int WeightCount { get; }

    public Grid Weight(int layer) => layers[layer].Weight;

    public Grid Bias(int layer) => layers[layer].Bias;

    public Grid WeightGradient(int layer) => layers[layer].WeightGradient;

    public Grid BiasGradient(int layer) => layers[layer].BiasGradient;

    /// <summary>Where a batch's images go, a row each.</summary>
    public Grid Input => input;

    /// <summary>What the outputs of a hidden layer, counted from 0, are multiplied by.</summary>
    public Grid Factors(int layer) => layers[layer].Factors;

    /// <summary>The last layer's outputs.</summary>
    public Grid Logits => layers[^1].Output;

    /// <summary>Where ∂C/∂logits goes before <see cref="Backward"/>.</summary>
    public Grid LogitGradient => layers[^1].Delta;

    /// <summary>Computes the logits of the input's first rows.</summary>
    public void Forward(int images)
    {
        Products.Times(input.Top(images), layers[0].Weight, layers[0].Bias, layers[0].Output.Top(images));
        ForwardFromFirst(images);
    }

    /// <summary>Computes the logits of other images; no pass backward can follow.</summary>
    public void Forward(SparseRows rows, int images)
    {
        Products.Times(rows, layers[0].Weight, layers[0].Bias, layers[0].Output.Top(images));
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
            Products.TransposedTimes((below?.ToNext ?? input).Top(images), delta, zeros, layer.WeightGradient);
            layer.WeightGradient.ClearPaddingRows();
            SumRows(delta, layer.BiasGradient.Row(0));
            if (below is not null)
            {
                var deltaBelow = below.Delta.Top(images);
                Products.TimesTransposed(delta, layer.Weight, deltaBelow);
                if (dropsUnits)
                {
                    TensorPrimitives.Multiply(deltaBelow.All, below.Factors.Top(images).All, deltaBelow.All);
                }

                activation.Backward(deltaBelow.All, below.Output.Top(images).All);
            }
        }
    }

    private void ForwardFromFirst(int images)
    {
        for (var index = 1; index < layers.Length; index++)
        {
            var below = layers[index - 1];
            activation.Apply(below.Output.Top(images).All);
            if (dropsUnits)
            {
                TensorPrimitives.Multiply(below.Output.Top(images).All, below.Factors.Top(images).All, below.ToNext.Top(images).All);
            }

            Products.Times(below.ToNext.Top(images), layers[index].Weight, layers[index].Bias, layers[index].Output.Top(images));
        }
    }

    private Grid NewGrid(int rows, int columns)
    {
        var floats = new AlignedFloats(Grid.LengthOf(rows, columns));
        memory.Add(floats);
        return new(floats.Start, rows, columns);
    }

    private static void SumRows(Grid grid, Span<float> sums)
    {
        grid.Row(0).CopyTo(sums);
        for (var row = 1; row < grid.Rows; row++)
        {
            TensorPrimitives.Add(sums, grid.Row(row), sums);
        }
    }
}

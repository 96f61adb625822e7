using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Models;

/// <summary>A kind of recurrent layer.</summary>
public enum Recurrence
{
    /// <summary>hₜ = tanh(W xₜ + U hₜ₋₁ + b) (Elman 1990).</summary>
    Rnn,

    /// <summary>Long short-term memory (Hochreiter and Schmidhuber 1997), with a forget gate.</summary>
    Lstm,

    /// <summary>Gated recurrent unit (Cho et al. 2014).</summary>
    Gru,
}

/// <summary>
/// Reads an image as a sequence, such as row by row, by a recurrent layer of torch.nn, and classifies by a linear layer on the last step's
/// hidden units. Initial values are the default ones of torch.nn.
/// </summary>
public sealed class SequenceReader : nn.Module<Tensor, Tensor>
{
    private readonly int steps;
    private readonly int inputs;
    private readonly Linear read;
    private readonly Func<Tensor, Tensor> hidden;

    /// <summary>Makes a reader of images with steps × inputs pixels.</summary>
    /// <param name="kind">The recurrent layer.</param>
    /// <param name="steps">Steps of the sequence.</param>
    /// <param name="inputs">Pixels that each step takes.</param>
    /// <param name="units">Hidden units.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="forgetBias">
    /// What is added to the biases of an LSTM's forget gate: with 1 or more the cell at first keeps most of what it has (Gers et al. 2000).
    /// </param>
    public SequenceReader(Recurrence kind, int steps, int inputs, int units, int classes = 10, double forgetBias = 0)
        : base(nameof(SequenceReader))
    {
        (this.steps, this.inputs) = (steps, inputs);
        switch (kind)
        {
            case Recurrence.Lstm:
                var lstm = nn.LSTM(inputs, units, batchFirst: true);
                using (no_grad())
                {
                    // Gates are in the order of input, forget, cell, output.
                    lstm.get_parameter("bias_ih_l0")!.narrow(0, units, units).add_(forgetBias);
                }

                (Recurrent, hidden) = (lstm, sequence => lstm.call(sequence).Item1);
                break;
            case Recurrence.Gru:
                var gru = nn.GRU(inputs, units, batchFirst: true);
                (Recurrent, hidden) = (gru, sequence => gru.call(sequence).Item1);
                break;
            default:
                var rnn = nn.RNN(inputs, units, batchFirst: true);
                (Recurrent, hidden) = (rnn, sequence => rnn.call(sequence).Item1);
                break;
        }

        read = nn.Linear(units, classes);
        register_module("recurrent", Recurrent);
        register_module("read", read);
    }

    /// <summary>The recurrent layer. It has one layer and drops nothing.</summary>
    internal nn.Module Recurrent { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        read.call(hidden(input.reshape(-1, steps, inputs)).select(1, steps - 1)); // (B, steps, units)
}

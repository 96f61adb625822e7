using static TorchSharp.torch;

namespace Experiments.Models;

/// <summary>
/// The state that libtorch's process-wide generator has for one cell. Initialization, dropout and whatever else draws without a generator
/// of its own uses the process-wide one, which all threads share. So the cell's state is put in place before, and taken back after, under
/// one lock: what a cell draws depends on its seed alone.
/// </summary>
internal sealed class CellGenerator : IDisposable
{
    private static readonly Lock ProcessWide = new();
    private static int runs; // one inside the other, on the thread that has the lock

    private Tensor state;

    /// <summary>At the start of a seed's stream.</summary>
    public CellGenerator(RandomStreams streams, string purpose)
    {
        using var scope = NewDisposeScope();
        using var generator = streams.Generator(purpose);
        state = generator.get_state().DetachFromDisposeScope();
    }

    /// <summary>Runs something that draws. Inside, another generator may run: this one goes on where it was.</summary>
    public T Run<T>(Func<T> draw)
    {
        lock (ProcessWide)
        {
            using var outer = runs++ > 0 ? get_rng_state().DetachFromDisposeScope() : null;
            set_rng_state(state);
            try
            {
                return draw();
            }
            finally
            {
                state.Dispose();
                state = get_rng_state().DetachFromDisposeScope();
                runs--;
                if (outer is not null)
                {
                    set_rng_state(outer);
                }
            }
        }
    }

    /// <summary>
    /// Runs something that may draw, from the start of a seed's stream. What is known not to draw need not wait for other cells.
    /// </summary>
    public static T Run<T>(RandomStreams streams, string purpose, Func<T> draw, bool mayDraw = true)
    {
        if (!mayDraw)
        {
            return draw();
        }

        using var generator = new CellGenerator(streams, purpose);
        return generator.Run(draw);
    }

    /// <summary>A generator of its own that draws from here on what the process-wide one would; the caller disposes it.</summary>
    public Generator Own()
    {
        var generator = new Generator();
        generator.set_state(state);
        return generator;
    }

    /// <summary>Takes over the state of such a generator.</summary>
    public void TakeOver(Generator own)
    {
        state.Dispose();
        state = own.get_state().DetachFromDisposeScope();
    }

    /// <summary>The state, to be saved, or to be overwritten by a saved one.</summary>
    public Span<byte> State => state.bytes;

    /// <inheritdoc/>
    public void Dispose() => state.Dispose();
}

using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Networks;

/// <summary>Copies of single replicas' states, to be put back later bit by bit.</summary>
/// <param name="network">The network, R replicas.</param>
/// <param name="replicas">R.</param>
public sealed class SavedStates(Network network, int replicas) : IDisposable
{
    private readonly Tensor[]?[] saved = new Tensor[]?[replicas];

    /// <summary>Whether a replica was ever saved.</summary>
    public bool Has(int replica) => saved[replica] is not null;

    /// <summary>Saves a replica as it is now, in place of what was saved of it before.</summary>
    public void Save(int replica)
    {
        using var scope = NewDisposeScope();
        if (saved[replica] is { } copies)
        {
            CopyAll(network.StateOf(replica), copies);
        }
        else
        {
            saved[replica] = [.. network.StateOf(replica).Select(values => values.clone().DetachFromDisposeScope())];
        }
    }

    /// <summary>Puts a replica back as it was saved; does nothing if it never was.</summary>
    public void Restore(int replica)
    {
        using var scope = NewDisposeScope();
        CopyAll(saved[replica] ?? [], network.StateOf(replica));
    }

    /// <summary>Passes over all copies.</summary>
    internal void Keep(StateStream state)
    {
        for (var replica = 0; replica < saved.Length; replica++)
        {
            if (state.Keep(Has(replica)))
            {
                if (state.Restoring)
                {
                    Save(replica); // for its shapes
                }

                Array.ForEach(saved[replica]!, state.Keep);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var copy in saved.SelectMany(copies => copies ?? []))
        {
            copy.Dispose();
        }
    }

    private static void CopyAll(IReadOnlyList<Tensor> from, IReadOnlyList<Tensor> to)
    {
        using var withoutGraph = no_grad();
        for (var index = 0; index < from.Count; index++)
        {
            to[index].copy_(from[index]);
        }
    }
}

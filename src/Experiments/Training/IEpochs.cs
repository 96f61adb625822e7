using Experiments.Networks;

namespace Experiments.Training;

/// <summary>Training under way: a network, its optimizer and its batches.</summary>
internal interface IEpochs : IDisposable
{
    /// <summary>Steps in an epoch.</summary>
    int Steps { get; }

    /// <summary>Trains the network for one epoch more.</summary>
    /// <param name="cancellation">Asked before every step.</param>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    void Train(CancellationToken cancellation);

    /// <summary>Passes over what it keeps from epoch to epoch, the network's own state apart.</summary>
    void Keep(StateStream state);
}

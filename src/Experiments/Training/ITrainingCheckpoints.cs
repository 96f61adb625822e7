using Experiments.Networks;

namespace Experiments.Training;

/// <summary>Keeps a training under way where it outlives the process.</summary>
internal interface ITrainingCheckpoints
{
    /// <summary>Puts back what was kept.</summary>
    /// <param name="training">Passes over the training's own state.</param>
    /// <returns>Epochs completed by then; 0 if nothing was kept.</returns>
    int Restore(Action<StateStream> training);

    /// <summary>Called after every epoch but the last; keeps what there is if it is time to.</summary>
    /// <param name="epoch">Epochs completed.</param>
    /// <param name="training">Passes over the training's own state.</param>
    void Keep(int epoch, Action<StateStream> training);
}

namespace Experiments.Training;

/// <summary>Trains one module, epoch by epoch.</summary>
internal interface ITrainer : IPasses, IDisposable
{
    /// <summary>Steps of an epoch.</summary>
    int StepsPerEpoch { get; }

    /// <summary>Trains one epoch. The module's parameters are up to date before and after.</summary>
    /// <param name="epoch">Epochs completed.</param>
    /// <param name="cancellation">Asked before every step.</param>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    void TrainEpoch(int epoch, CancellationToken cancellation);

    /// <summary>Why training cannot be saved; null if it can.</summary>
    string? WhyNotSaved => null;

    /// <summary>Writes everything that training keeps from epoch to epoch beside the module's parameters and buffers.</summary>
    void Save(BinaryWriter writer);

    /// <summary>Goes on from what was saved.</summary>
    void Load(BinaryReader reader);
}

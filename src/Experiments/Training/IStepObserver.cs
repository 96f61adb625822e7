namespace Experiments.Training;

/// <summary>What is to be read of a step.</summary>
[Flags]
internal enum StepReadings
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The mean cost of its batch as training sees it: with dropout, before the step, and without penalties.</summary>
    Loss = 1,

    /// <summary>By how much it changes each layer's weights: ‖ΔW‖ / ‖W‖, W being those before it.</summary>
    Updates = 2,

    /// <summary>The parameters after it, in the module.</summary>
    Parameters = 4,
}

/// <summary>Watches the steps of an epoch, which count from 1. Nothing that it reads may change the training.</summary>
internal interface IStepObserver
{
    /// <summary>What it wants to read of a step.</summary>
    StepReadings Wants(int step);

    /// <summary>Hears the mean cost of a step's batch.</summary>
    void Loss(int step, double loss, int images);

    /// <summary>Hears by how much a step changed each layer's weights, in the layers' order; not finite where all had been 0.</summary>
    void Updates(int step, IReadOnlyList<double> ratios);

    /// <summary>The module has the parameters after a step, and is in the mode for testing.</summary>
    void Parameters(int step);
}

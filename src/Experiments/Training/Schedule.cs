namespace Experiments.Training;

/// <summary>Where a training stands.</summary>
/// <param name="Step">Steps taken, from 0.</param>
/// <param name="StepsPerEpoch">Steps of one epoch.</param>
/// <param name="Epochs">Epochs of the whole training.</param>
public readonly record struct TrainingProgress(long Step, long StepsPerEpoch, int Epochs)
{
    /// <summary>Epochs completed, from 0.</summary>
    public long Epoch => Step / StepsPerEpoch;

    /// <summary>Steps of the whole training.</summary>
    public long Steps => StepsPerEpoch * Epochs;
}

/// <summary>
/// A learning rate that changes in the course of training: a pure function of the step, so that a training that was interrupted goes on
/// with the right rate. Each gives the values of PyTorch's scheduler of that name; those that count epochs are stepped once after each
/// epoch there.
/// </summary>
/// <param name="Name">The name in settings.</param>
public abstract record Schedule(string Name) : Choice(Name)
{
    /// <summary>The rate of the step to come.</summary>
    /// <param name="learningRate">The optimizer's rate.</param>
    /// <param name="progress">Where the training stands.</param>
    public abstract double Rate(double learningRate, TrainingProgress progress);

    /// <summary>Whether the rate ever is another than the optimizer's; schedules of a recipe's author are believed to be.</summary>
    internal virtual bool HasEffect(double learningRate, int epochs) => true;
}

/// <summary>StepLR: η γ^⌊epoch / size⌋.</summary>
/// <param name="Size">Epochs between two changes.</param>
/// <param name="Gamma">γ, the factor of a change.</param>
public sealed record StepSchedule(
    [property: Meaning("epochs between two changes of the learning rate", AtLeast = 1)] int Size = 10,
    [property: Meaning("γ, the factor of each change", Above = 0)] double Gamma = 0.1)
    : Schedule("step")
{
    /// <inheritdoc/>
    public override double Rate(double learningRate, TrainingProgress progress) => learningRate * Math.Pow(Gamma, progress.Epoch / Size);

    internal override bool HasEffect(double learningRate, int epochs) => Gamma != 1 && Size < epochs;
}

/// <summary>ExponentialLR: η γ^epoch.</summary>
/// <param name="Gamma">γ, the factor of each epoch.</param>
public sealed record ExponentialSchedule([property: Meaning("γ, the factor of each epoch", Above = 0)] double Gamma = 0.95)
    : Schedule("exponential")
{
    /// <inheritdoc/>
    public override double Rate(double learningRate, TrainingProgress progress) => learningRate * Math.Pow(Gamma, progress.Epoch);

    internal override bool HasEffect(double learningRate, int epochs) => Gamma != 1 && epochs > 1;
}

/// <summary>
/// CosineAnnealingLR over the whole training: η_min + (η − η_min) (1 + cos(π epoch / epochs)) / 2 (Loshchilov and Hutter 2017).
/// </summary>
/// <param name="Minimum">η_min.</param>
public sealed record CosineSchedule([property: Meaning("learning rate at the end", AtLeast = 0)] double Minimum = 0)
    : Schedule("cosine")
{
    /// <inheritdoc/>
    public override double Rate(double learningRate, TrainingProgress progress) =>
        Minimum + ((learningRate - Minimum) * (1 + Math.Cos(Math.PI * progress.Epoch / progress.Epochs)) / 2);

    internal override bool HasEffect(double learningRate, int epochs) => Minimum != learningRate;
}

/// <summary>LinearLR: the rate rises from η start to η over some steps, then stays.</summary>
/// <param name="Steps">Steps until the full rate.</param>
/// <param name="Start">The factor of the first step.</param>
public sealed record WarmUpSchedule(
    [property: Meaning("steps until the full learning rate", AtLeast = 1)] int Steps = 100,
    [property: Meaning("factor of the learning rate at the first step", Above = 0)] double Start = 1.0 / 3)
    : Schedule("warm-up")
{
    /// <inheritdoc/>
    public override double Rate(double learningRate, TrainingProgress progress) =>
        learningRate * (Start + ((1 - Start) * Math.Min(progress.Step, Steps) / Steps));

    internal override bool HasEffect(double learningRate, int epochs) => Start != 1;
}

/// <summary>
/// OneCycleLR with cosine annealing (Smith and Topin 2018): from η / divisor up to η in the first part of all steps, then down to
/// η / (divisor · final divisor). η, the optimizer's rate, is the greatest.
/// </summary>
/// <param name="Rise">The fraction of all steps in which the rate rises.</param>
/// <param name="Divisor">η over the rate at the start.</param>
/// <param name="FinalDivisor">The rate at the start over that at the end.</param>
public sealed record OneCycleSchedule(
    [property: Meaning("fraction of all steps in which the learning rate rises", Above = 0, Below = 1)] double Rise = 0.3,
    [property: Meaning("greatest learning rate over that at the start", AtLeast = 1)] double Divisor = 25,
    [property: Meaning("learning rate at the start over that at the end", AtLeast = 1)] double FinalDivisor = 1e4)
    : Schedule("one-cycle")
{
    /// <inheritdoc/>
    public override double Rate(double learningRate, TrainingProgress progress)
    {
        var start = learningRate / Divisor;
        var top = (Rise * progress.Steps) - 1;
        var last = (double)progress.Steps - 1;
        return progress.Step <= top && top > 0
            ? Between(start, learningRate, progress.Step / top)
            : Between(learningRate, start / FinalDivisor, (progress.Step - top) / (last - top));
    }

    private static double Between(double from, double to, double share) => to + ((from - to) * (1 + Math.Cos(Math.PI * share)) / 2);
}

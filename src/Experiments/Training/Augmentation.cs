namespace Experiments.Training;

/// <summary>
/// Random distortions of the training images, anew in every epoch, from the seed (Simard et al. 2003). Loss and accuracy are measured on
/// images as they are.
/// </summary>
public sealed record Augmentation() : Choice("random")
{
    /// <summary>Whole pixels by which an image moves at most, in each direction.</summary>
    [Meaning("whole pixels by which a training image moves at most, in each direction", AtLeast = 0)]
    public int Shift { get; init; }

    /// <summary>Degrees by which it turns about its centre at most.</summary>
    [Meaning("degrees by which a training image turns at most, to either side", AtLeast = 0)]
    public double Rotation { get; init; }

    /// <summary>α of elastic distortion, in pixels.</summary>
    [Meaning("α of elastic distortion: pixels times a smooth random field between −1 and 1", AtLeast = 0)]
    public double Elastic { get; init; }

    /// <summary>σ of the Gaussian that smooths the field, in pixels.</summary>
    [Meaning("σ of the Gaussian that smooths the field of elastic distortion, in pixels", Above = 0)]
    public double Smoothness { get; init; } = 4;

    /// <summary>The same as it is written if nobody writes more than needed; null if it changes nothing.</summary>
    internal Augmentation? Effective() => this is { Shift: 0, Rotation: 0, Elastic: 0 } ? null
        : Elastic == 0 ? this with { Smoothness = new Augmentation().Smoothness }
        : this;
}

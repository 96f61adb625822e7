namespace Experiments.Data.Synthetic;

/// <summary>One imagined person's handwriting: what stays the same from digit to digit and differs between people.</summary>
internal sealed class Handwriting
{
    private readonly int writer;

    public Handwriting(int writer)
    {
        this.writer = writer;
        var random = new CounterRandom(Purpose.Writer, writer);
        Slant = 0.16 + (0.29 * random.Normal()); // shift to the right per unit of height
        Rotation = 0.05 * random.Normal(); // radians, clockwise
        Width = 0.78 + (0.10 * random.Normal()); // of the box in which digits are written, for a height of 1
        Pen = 2.45 + (0.45 * random.Normal()); // its diameter in pixels of the final image
        Sloppiness = 0.7 + (0.6 * random.Uniform()); // multiplies every departure from the intended path
        Styles = [.. DigitStyles.All.Select(styles => random.Below(styles.Length))]; // the usual style for every digit (10)
    }

    public double Slant { get; }

    public double Rotation { get; }

    public double Width { get; }

    public double Pen { get; }

    public double Sloppiness { get; }

    public int[] Styles { get; }

    /// <summary>The random stream of this person's own way of drawing one style.</summary>
    public CounterRandom Habit(int digit, int style) => new(Purpose.Habit, (writer * 100) + (digit * 10) + style);
}

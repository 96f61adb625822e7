namespace Experiments.Data.Synthetic;

/// <summary>One imagined person's handwriting: what stays the same from digit to digit and differs between people.</summary>
internal sealed class Handwriting
{
    private readonly ulong seed;
    private readonly int writer;

    public Handwriting(ulong seed, int writer)
    {
        (this.seed, this.writer) = (seed, writer);
        var random = new CounterRandom(seed, Purpose.Writer, (ulong)writer);
        Slant = 0.16 + (0.29 * random.Normal());
        Rotation = 0.05 * random.Normal();
        Width = 0.78 + (0.10 * random.Normal());
        Pen = 2.45 + (0.45 * random.Normal());
        Sloppiness = 0.7 + (0.6 * random.Uniform());
        for (var digit = 0; digit < Styles.Length; digit++)
        {
            Styles[digit] = random.Below(DigitStyles.All[digit].Length);
        }
    }

    /// <summary>Shift to the right per unit of height.</summary>
    public double Slant { get; }

    /// <summary>Radians, clockwise.</summary>
    public double Rotation { get; }

    /// <summary>Width of the box in which digits are written, for a height of 1.</summary>
    public double Width { get; }

    /// <summary>The pen's diameter in pixels of the final image.</summary>
    public double Pen { get; }

    /// <summary>Multiplies every departure from the intended path.</summary>
    public double Sloppiness { get; }

    /// <summary>The usual style for every digit (10).</summary>
    public int[] Styles { get; } = new int[10];

    /// <summary>The random stream of this person's own way of drawing one style.</summary>
    public CounterRandom Habit(int digit, int style) => new(seed, Purpose.Habit, (ulong)((writer * 100) + (digit * 10) + style));

    /// <summary>What random streams are for; a stream of one purpose never meets that of another.</summary>
    internal static class Purpose
    {
        public const ulong Writer = 1;
        public const ulong Habit = 2;
        public const ulong Training = 3;
        public const ulong Test = 4;
    }
}

namespace Experiments.Naming;

/// <summary>
/// One level of a factor: a value that sets variants apart, such as 3 of <c>layers</c>, with a label of its own if the usual one does not
/// read well.
/// </summary>
/// <param name="Text">The value as text, in the invariant culture.</param>
/// <param name="Label">How it reads in names and legends; null for the usual: see <see cref="LabelOf"/>.</param>
public readonly record struct Level(string Text, string? Label = null)
{
    /// <summary>Whether it counts what the factor names.</summary>
    public bool IsCount { get; private init; }

    /// <summary>The value as a number; null if it is none.</summary>
    public double? Number => double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether two are the same level, whatever their labels.</summary>
    public bool Equals(Level other) => Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>A text.</summary>
    public static implicit operator Level(string text) => new(text);

    /// <summary>A count.</summary>
    public static implicit operator Level(int value) => new(value.ToString(CultureInfo.InvariantCulture)) { IsCount = true };

    /// <summary>A number: <c>0.001</c>, <c>2e-5</c>.</summary>
    public static implicit operator Level(double value) =>
        new(value.ToString(Math.Abs(value) is > 0 and < 1e-4 ? "0.####e0" : "", CultureInfo.InvariantCulture));

    /// <summary>A text with its label.</summary>
    public static implicit operator Level((string Text, string Label) level) => new(level.Text, level.Label);

    /// <summary>A count with its label.</summary>
    public static implicit operator Level((int Value, string Label) level) => (Level)level.Value with { Label = level.Label };

    /// <summary>A number with its label.</summary>
    public static implicit operator Level((double Value, string Label) level) => (Level)level.Value with { Label = level.Label };

    /// <summary>
    /// How a level reads beside those of other factors: a text by itself, <c>tanh</c>; a count before its factor, <c>3 layers</c>; any
    /// other number after its factor, <c>drop 0.5</c>.
    /// </summary>
    public string LabelOf(string factor) => Label ?? Number switch
    {
        null => Text,
        1 when IsCount && factor.EndsWith('s') => $"1 {factor[..^1]}",
        { } number when IsCount => string.Create(CultureInfo.InvariantCulture, $"{number:#,0.###} {factor}"),
        _ => $"{factor} {Text}",
    };
}

/// <summary>The factors of a variant with their levels, in the recipe's order.</summary>
public sealed class Factors : List<(string Factor, Level Level)>
{
    /// <summary>The level of a factor; null if it is not among them.</summary>
    public Level? Of(string factor) => this.Where(own => own.Factor == factor).Select(own => (Level?)own.Level).FirstOrDefault();

    /// <summary>All levels as a name: <c>standard, drop 0.5</c>.</summary>
    public string Name => string.Join(", ", this.Select(own => own.Level.LabelOf(own.Factor)));
}

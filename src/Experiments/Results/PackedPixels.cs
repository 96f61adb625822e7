namespace Experiments.Results;

/// <summary>
/// Pictures in cells: pixels in a few levels, several of them in one whole number of at most nine digits, which is what a value of a cell
/// holds. Numbers that are 0 are left out.
/// </summary>
/// <param name="levels">Number of levels, the first of which is 0.</param>
public sealed class PackedPixels(int levels)
{
    private readonly int perNumber = (int)Math.Floor(9 / Math.Log10(levels));

    /// <summary>Greys of digits, 0 to 1, in 16 levels.</summary>
    public static PackedPixels Greys { get; } = new(16);

    /// <summary>Weights, −1 to 1, in 31 levels of which 0 is the middle.</summary>
    public static PackedPixels Weights { get; } = new(31);

    /// <summary>Packs pixels, row by row.</summary>
    /// <param name="pixels">The pixels.</param>
    /// <param name="least">What the first level is.</param>
    /// <param name="greatest">What the last level is.</param>
    /// <returns>The numbers other than 0 with their places.</returns>
    public IEnumerable<(int Place, int Number)> Pack(IEnumerable<float> pixels, double least, double greatest) =>
        from part in pixels.Chunk(perNumber).Index()
        let number = part.Item.Reverse().Aggregate(0, (sum, pixel) => (sum * levels) + Level(pixel, least, greatest))
        where number != 0
        select (part.Index, number);

    /// <summary>Unpacks pixels.</summary>
    /// <param name="numbers">The numbers by place; 0 where there is none.</param>
    /// <param name="count">Number of pixels.</param>
    /// <param name="least">What the first level is.</param>
    /// <param name="greatest">What the last level is.</param>
    public double[] Unpack(IReadOnlyDictionary<int, int> numbers, int count, double least, double greatest)
    {
        return [.. Enumerable.Range(0, count).Select(pixel =>
        {
            var number = numbers.GetValueOrDefault(pixel / perNumber);
            var level = number / (int)Math.Pow(levels, pixel % perNumber) % levels;
            return least + (level * (greatest - least) / (levels - 1));
        })];
    }

    private int Level(float pixel, double least, double greatest) =>
        (int)Math.Round(Math.Clamp((pixel - least) / (greatest - least), 0, 1) * (levels - 1), MidpointRounding.AwayFromZero);
}

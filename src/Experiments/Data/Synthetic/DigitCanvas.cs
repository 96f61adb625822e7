namespace Experiments.Data.Synthetic;

/// <summary>
/// Paints a path as MNIST's images were made: the digit fills a box of 20 × 20 pixels in its own proportions, grey at its edges, and the
/// box is moved by whole pixels so that the centre of mass lies in the middle of 28 × 28.
/// </summary>
internal sealed class DigitCanvas
{
    public const int Side = 28;

    private const int Box = 20;

    // A pixel more than the box on every side: the box may lie at any fraction of a pixel, and edges are soft.
    private const int Margin = 1;
    private const int Field = Box + (2 * Margin) + 1;

    // Half the width in pixels of the grey edge.
    private const double Softness = 0.6;

    private readonly double[] ink = new double[Field * Field];

    /// <summary>Paints a black image of 28 × 28 bytes, row major.</summary>
    public void Paint(DigitPath path, Handwriting hand, ref CounterRandom random, Span<byte> image)
    {
        var radius = 0.5 * Math.Clamp(hand.Pen * (1 + (0.08 * random.Normal())), 1.3, 4.5);
        var (corner, scale) = Fit([.. path.Strokes.SelectMany(stroke => stroke)], radius, new Dot(random.Uniform(), random.Uniform()));

        // The pen presses harder here than there.
        var pressure = 0.0;
        foreach (var stroke in path.Strokes)
        {
            for (var i = 0; i + 1 < stroke.Length; i++)
            {
                pressure = (0.8 * pressure) + (0.07 * random.Normal());
                Line(scale * (stroke[i] - corner), scale * (stroke[i + 1] - corner), radius * (1 + pressure));
            }
        }

        Centre(image);
    }

    /// <summary>Where the field's corner lies on the path's page, and how many pixels a unit of the page has.</summary>
    private static (Dot Corner, double Scale) Fit(Dot[] dots, double radius, Dot fraction)
    {
        var (left, right) = (dots.Min(dot => dot.X), dots.Max(dot => dot.X));
        var (top, bottom) = (dots.Min(dot => dot.Y), dots.Max(dot => dot.Y));
        var scale = (Box - (2 * radius)) / Math.Max(right - left, bottom - top);
        var inset = (Margin + radius) / scale;
        return (new Dot(left - inset - (fraction.X / scale), top - inset - (fraction.Y / scale)), scale);
    }

    /// <summary>A straight piece with round ends; where pieces meet, the darker one counts.</summary>
    private void Line(Dot a, Dot b, double radius)
    {
        var reach = radius + Softness;
        var left = Math.Max(0, (int)(Math.Min(a.X, b.X) - reach));
        var right = Math.Min(Field - 1, (int)(Math.Max(a.X, b.X) + reach));
        var top = Math.Max(0, (int)(Math.Min(a.Y, b.Y) - reach));
        var bottom = Math.Min(Field - 1, (int)(Math.Max(a.Y, b.Y) + reach));
        var along = b - a;
        var square = (along.X * along.X) + (along.Y * along.Y) + 1e-9;
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                var to = new Dot(x + 0.5, y + 0.5) - a;
                var t = Math.Clamp(((to.X * along.X) + (to.Y * along.Y)) / square, 0, 1);
                var off = to - (t * along);
                var distance = Math.Sqrt((off.X * off.X) + (off.Y * off.Y));
                var shade = Math.Clamp((reach - distance) / (2 * Softness), 0, 1);
                ref var pixel = ref ink[(y * Field) + x];
                pixel = Math.Max(pixel, shade);
            }
        }
    }

    private void Centre(Span<byte> image)
    {
        int[] inked = [.. Enumerable.Range(0, ink.Length).Where(place => ink[place] > 0)];
        var mass = inked.Sum(place => ink[place]);
        var shiftX = Shift(place => place % Field);
        var shiftY = Shift(place => place / Field);
        foreach (var place in inked)
        {
            image[(((place / Field) + shiftY) * Side) + (place % Field) + shiftX] = (byte)((255 * ink[place]) + 0.5);
        }

        // Whole pixels, and never so many that ink leaves the image.
        int Shift(Func<int, int> coordinate)
        {
            var centre = inked.Sum(place => ink[place] * coordinate(place)) / mass;
            var shift = (int)Math.Floor(((Side - 1) / 2.0) - centre + 0.5);
            return Math.Clamp(shift, -inked.Min(coordinate), Side - 1 - inked.Max(coordinate));
        }
    }
}

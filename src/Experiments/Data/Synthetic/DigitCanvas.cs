namespace Experiments.Data.Synthetic;

/// <summary>
/// Paints a path as MNIST's images were made: the digit fills a box of 20 × 20 pixels in its own proportions, grey at its edges, and the
/// box is moved by whole pixels so that the centre of mass lies in the middle of 28 × 28. Reused from image to image.
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

    public void Paint(DigitPath path, Handwriting hand, ref CounterRandom random, Span<byte> image)
    {
        Array.Clear(ink);
        var radius = 0.5 * Math.Clamp(hand.Pen * (1 + (0.08 * random.Normal())), 1.3, 4.5);
        var (corner, scale) = Fit(path, radius, new Dot(random.Uniform(), random.Uniform()));

        // The pen presses harder here than there.
        var pressure = 0.0;
        var start = 0;
        foreach (var end in path.Ends)
        {
            for (var i = start; i + 1 < end; i++)
            {
                pressure = (0.8 * pressure) + (0.07 * random.Normal());
                Line(scale * (path.Dots[i] - corner), scale * (path.Dots[i + 1] - corner), radius * (1 + pressure));
            }

            start = end;
        }

        Centre(image);
    }

    /// <summary>Where the field's corner lies on the path's page, and how many pixels a unit of the page has.</summary>
    private static (Dot Corner, double Scale) Fit(DigitPath path, double radius, Dot fraction)
    {
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var dot in path.Dots)
        {
            (left, right) = (Math.Min(left, dot.X), Math.Max(right, dot.X));
            (top, bottom) = (Math.Min(top, dot.Y), Math.Max(bottom, dot.Y));
        }

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
        var (mass, momentX, momentY) = (0.0, 0.0, 0.0);
        var (left, top, right, bottom) = (Field, Field, 0, 0);
        for (var i = 0; i < ink.Length; i++)
        {
            if (ink[i] > 0)
            {
                var (x, y) = (i % Field, i / Field);
                mass += ink[i];
                momentX += ink[i] * x;
                momentY += ink[i] * y;
                (left, right) = (Math.Min(left, x), Math.Max(right, x));
                (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
            }
        }

        var shiftX = Shift(momentX / mass, left, right);
        var shiftY = Shift(momentY / mass, top, bottom);
        image.Clear();
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                image[((y + shiftY) * Side) + x + shiftX] = (byte)((255 * ink[(y * Field) + x]) + 0.5);
            }
        }
    }

    // Whole pixels, and never so many that ink leaves the image.
    private static int Shift(double centre, int first, int last) =>
        Math.Clamp((int)Math.Floor(((Side - 1) / 2.0) - centre + 0.5), -first, Side - 1 - last);
}

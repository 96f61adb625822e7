namespace Experiments.Data;

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

    private readonly double[] _ink = new double[Field * Field];

    public void Paint(DigitPath path, Handwriting hand, ref CounterRandom random, Span<byte> image)
    {
        Array.Clear(_ink);
        double radius = 0.5 * Math.Clamp(hand.Pen * (1 + (0.08 * random.Normal())), 1.3, 4.5);
        (Dot corner, double scale) = Fit(path, radius, new Dot(random.Uniform(), random.Uniform()));

        // The pen presses harder here than there.
        double pressure = 0;
        int start = 0;
        foreach (int end in path.Ends)
        {
            for (int i = start; i + 1 < end; i++)
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
        (double left, double top, double right, double bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (Dot dot in path.Dots)
        {
            (left, right) = (Math.Min(left, dot.X), Math.Max(right, dot.X));
            (top, bottom) = (Math.Min(top, dot.Y), Math.Max(bottom, dot.Y));
        }

        double scale = (Box - (2 * radius)) / Math.Max(right - left, bottom - top);
        double inset = (Margin + radius) / scale;
        return (new Dot(left - inset - (fraction.X / scale), top - inset - (fraction.Y / scale)), scale);
    }

    /// <summary>A straight piece with round ends; where pieces meet, the darker one counts.</summary>
    private void Line(Dot a, Dot b, double radius)
    {
        double reach = radius + Softness;
        int left = Math.Max(0, (int)(Math.Min(a.X, b.X) - reach));
        int right = Math.Min(Field - 1, (int)(Math.Max(a.X, b.X) + reach));
        int top = Math.Max(0, (int)(Math.Min(a.Y, b.Y) - reach));
        int bottom = Math.Min(Field - 1, (int)(Math.Max(a.Y, b.Y) + reach));
        Dot along = b - a;
        double square = (along.X * along.X) + (along.Y * along.Y) + 1e-9;
        for (int y = top; y <= bottom; y++)
        {
            for (int x = left; x <= right; x++)
            {
                Dot to = new Dot(x + 0.5, y + 0.5) - a;
                double t = Math.Clamp(((to.X * along.X) + (to.Y * along.Y)) / square, 0, 1);
                Dot off = to - (t * along);
                double distance = Math.Sqrt((off.X * off.X) + (off.Y * off.Y));
                double ink = Math.Clamp((reach - distance) / (2 * Softness), 0, 1);
                ref double pixel = ref _ink[(y * Field) + x];
                pixel = Math.Max(pixel, ink);
            }
        }
    }

    private void Centre(Span<byte> image)
    {
        (double mass, double momentX, double momentY) = (0, 0, 0);
        (int left, int top, int right, int bottom) = (Field, Field, 0, 0);
        for (int i = 0; i < _ink.Length; i++)
        {
            if (_ink[i] > 0)
            {
                (int x, int y) = (i % Field, i / Field);
                mass += _ink[i];
                momentX += _ink[i] * x;
                momentY += _ink[i] * y;
                (left, right) = (Math.Min(left, x), Math.Max(right, x));
                (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
            }
        }

        int shiftX = Shift(momentX / mass, left, right);
        int shiftY = Shift(momentY / mass, top, bottom);
        image.Clear();
        for (int y = top; y <= bottom; y++)
        {
            for (int x = left; x <= right; x++)
            {
                image[((y + shiftY) * Side) + x + shiftX] = (byte)((255 * _ink[(y * Field) + x]) + 0.5);
            }
        }
    }

    // Whole pixels, and never so many that ink leaves the image.
    private static int Shift(double centre, int first, int last) =>
        Math.Clamp((int)Math.Floor(((Side - 1) / 2.0) - centre + 0.5), -first, Side - 1 - last);
}

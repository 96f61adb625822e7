namespace Experiments.Data.Synthetic;

/// <summary>The path of the pen for one image of a digit.</summary>
internal sealed class DigitPath
{
    private const int PiecesPerSpan = 6;

    // Departures from the intended path in units of the digit's height.
    private const double HabitJitter = 0.036;
    private const double PointJitter = 0.034;
    private const double ElasticJitter = 0.09;
    private const double EndJitter = 0.12;

    private readonly double sloppiness;
    private readonly Dot[] elastic;

    public DigitPath(int digit, Handwriting hand, ref CounterRandom random)
    {
        var styles = DigitStyles.All[digit];
        var style = random.Uniform() < 0.8 ? hand.Styles[digit] : random.Below(styles.Length);
        var habit = hand.Habit(digit, style);

        // Most digits are neat and a few are awful, as with people: the square has a long tail.
        var bad = random.Normal();
        sloppiness = hand.Sloppiness * (0.6 + (0.42 * bad * bad));
        elastic = new Dot[16];
        for (var i = 0; i < elastic.Length; i++)
        {
            elastic[i] = Jitter(sloppiness * ElasticJitter, ref random);
        }

        foreach (var stroke in styles[style])
        {
            Strokes.Add(Follow(stroke, ref habit, ref random));
        }

        Shape(hand, ref random);
    }

    /// <summary>For every stroke the ends of its short straight pieces.</summary>
    public List<Dot[]> Strokes { get; } = [];

    private static Dot Jitter(double scale, ref CounterRandom random) => new(scale * random.Normal(), scale * random.Normal());

    private Dot[] Follow(Stroke stroke, ref CounterRandom habit, ref CounterRandom random)
    {
        var points = new Dot[stroke.Points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = stroke.Points[i] + Jitter(HabitJitter, ref habit) + Jitter(sloppiness * PointJitter, ref random);
        }

        // Strokes begin early or late and stop short or overshoot.
        points[0] += sloppiness * EndJitter * random.Normal() * (points[0] - points[1]);
        points[^1] += sloppiness * EndJitter * random.Normal() * (points[^1] - points[^2]);

        List<Dot> dots = [points[0]];
        for (int from = 0, to = 1; to < points.Length; to++)
        {
            if (to == points.Length - 1 || stroke.Corner[to])
            {
                Curve(points.AsSpan(from..(to + 1)), dots);
                from = to;
            }
        }

        return [.. dots];
    }

    /// <summary>A centripetal Catmull-Rom spline (no loops or overshoots between unevenly spaced points), mirrored at its ends.</summary>
    private static void Curve(ReadOnlySpan<Dot> through, List<Dot> dots)
    {
        for (var i = 0; i + 1 < through.Length; i++)
        {
            var (p1, p2) = (through[i], through[i + 1]);
            var p0 = i > 0 ? through[i - 1] : (2 * p1) - p2;
            var p3 = i + 2 < through.Length ? through[i + 2] : (2 * p2) - p1;
            var t1 = Knot(p0, p1);
            var t2 = t1 + Knot(p1, p2);
            var t3 = t2 + Knot(p2, p3);
            for (var piece = 1; piece <= PiecesPerSpan; piece++)
            {
                var t = t1 + ((t2 - t1) * piece / PiecesPerSpan);
                var a1 = Mix(p0, p1, t / t1);
                var a2 = Mix(p1, p2, (t - t1) / (t2 - t1));
                var a3 = Mix(p2, p3, (t - t2) / (t3 - t2));
                dots.Add(Mix(Mix(a1, a2, t / t2), Mix(a2, a3, (t - t1) / (t3 - t1)), (t - t1) / (t2 - t1)));
            }
        }
    }

    /// <summary>Wobbles, narrows, slants and turns the whole digit.</summary>
    private void Shape(Handwriting hand, ref CounterRandom random)
    {
        var width = Math.Max(0.4, hand.Width * (1 + (0.09 * random.Normal())));
        var slant = hand.Slant + (0.07 * random.Normal());
        var half = 0.5 * (hand.Rotation + (0.12 * random.Normal()));

        // Rotation by 2·atan(half), which is exact arithmetic where sine and cosine are not.
        var cos = (1 - (half * half)) / (1 + (half * half));
        var sin = 2 * half / (1 + (half * half));
        foreach (var dots in Strokes)
        {
            for (var i = 0; i < dots.Length; i++)
            {
                var dot = dots[i] + Wobble(dots[i]);
                var y = dot.Y - 0.5;
                var x = (width * (dot.X - 0.5)) - (slant * y);
                dots[i] = new Dot((cos * x) - (sin * y), (sin * x) + (cos * y));
            }
        }
    }

    /// <summary>One patch of a uniform cubic B-spline surface over the box: a smooth push here and pull there.</summary>
    private Dot Wobble(Dot at)
    {
        var (across, down) = (Weights(Math.Clamp(at.X, 0, 1)), Weights(Math.Clamp(at.Y, 0, 1)));
        var sum = default(Dot);
        for (var i = 0; i < elastic.Length; i++)
        {
            sum += across[i % 4] * down[i / 4] * elastic[i];
        }

        return sum;
    }

    private static double[] Weights(double t)
    {
        var s = 1 - t;
        return [s * s * s / 6, ((((3 * t) - 6) * t * t) + 4) / 6, ((((3 * s) - 6) * s * s) + 4) / 6, t * t * t / 6];
    }

    // The square root of the distance, never 0.
    private static double Knot(Dot a, Dot b)
    {
        var d = b - a;
        return Math.Sqrt(Math.Sqrt((d.X * d.X) + (d.Y * d.Y))) + 1e-3;
    }

    private static Dot Mix(Dot a, Dot b, double t) => ((1 - t) * a) + (t * b);
}

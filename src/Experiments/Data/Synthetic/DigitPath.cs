namespace Experiments.Data.Synthetic;

/// <summary>The path of the pen for one image of a digit, as chains of short straight pieces. Reused from image to image.</summary>
internal sealed class DigitPath
{
    private const int PiecesPerSpan = 6;

    // Departures from the intended path in units of the digit's height.
    private const double HabitJitter = 0.036;
    private const double PointJitter = 0.034;
    private const double ElasticJitter = 0.09;
    private const double EndJitter = 0.12;

    private readonly List<Dot> dots = [];
    private readonly List<int> ends = [];
    private readonly Dot[] elastic = new Dot[16];
    private readonly Dot[] points = new Dot[32];

    public IReadOnlyList<Dot> Dots => dots;

    /// <summary>For every chain the position after its last dot.</summary>
    public IReadOnlyList<int> Ends => ends;

    public void Write(int digit, Handwriting hand, ref CounterRandom random)
    {
        dots.Clear();
        ends.Clear();
        var styles = DigitStyles.All[digit];
        var style = random.Uniform() < 0.8 ? hand.Styles[digit] : random.Below(styles.Length);
        var habit = hand.Habit(digit, style);

        // Most digits are neat and a few are awful, as with people: the square has a long tail.
        var bad = random.Normal();
        var sloppiness = hand.Sloppiness * (0.6 + (0.42 * bad * bad));
        for (var i = 0; i < elastic.Length; i++)
        {
            elastic[i] = new Dot(sloppiness * ElasticJitter * random.Normal(), sloppiness * ElasticJitter * random.Normal());
        }

        foreach (var stroke in styles[style])
        {
            Follow(stroke, ref habit, ref random, sloppiness);
        }

        Shape(hand, ref random);
    }

    private void Follow(Stroke stroke, ref CounterRandom habit, ref CounterRandom random, double sloppiness)
    {
        var count = stroke.Points.Length;
        for (var i = 0; i < count; i++)
        {
            points[i] = stroke.Points[i]
                + new Dot(HabitJitter * habit.Normal(), HabitJitter * habit.Normal())
                + new Dot(sloppiness * PointJitter * random.Normal(), sloppiness * PointJitter * random.Normal());
        }

        // Strokes begin early or late and stop short or overshoot.
        points[0] += sloppiness * EndJitter * random.Normal() * (points[0] - points[1]);
        points[count - 1] += sloppiness * EndJitter * random.Normal() * (points[count - 1] - points[count - 2]);

        dots.Add(points[0]);
        for (var from = 0; from < count - 1;)
        {
            var to = from + 1;
            while (to < count - 1 && !stroke.Corner[to])
            {
                to++;
            }

            Curve(points.AsSpan(from, to - from + 1));
            from = to;
        }

        ends.Add(dots.Count);
    }

    /// <summary>A centripetal Catmull-Rom spline (no loops or overshoots between unevenly spaced points), mirrored at its ends.</summary>
    private void Curve(ReadOnlySpan<Dot> through)
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
        for (var i = 0; i < dots.Count; i++)
        {
            var dot = dots[i] + Wobble(dots[i]);
            var y = dot.Y - 0.5;
            var x = (width * (dot.X - 0.5)) - (slant * y);
            dots[i] = new Dot((cos * x) - (sin * y), (sin * x) + (cos * y));
        }
    }

    /// <summary>One patch of a uniform cubic B-spline surface over the box: a smooth push here and pull there.</summary>
    private Dot Wobble(Dot at)
    {
        Span<double> across = stackalloc double[4];
        Span<double> down = stackalloc double[4];
        Weights(Math.Clamp(at.X, 0, 1), across);
        Weights(Math.Clamp(at.Y, 0, 1), down);
        var sum = default(Dot);
        for (var i = 0; i < 16; i++)
        {
            sum += across[i % 4] * down[i / 4] * elastic[i];
        }

        return sum;
    }

    private static void Weights(double t, Span<double> weights)
    {
        var s = 1 - t;
        weights[0] = s * s * s / 6;
        weights[1] = ((((3 * t) - 6) * t * t) + 4) / 6;
        weights[2] = ((((3 * s) - 6) * s * s) + 4) / 6;
        weights[3] = t * t * t / 6;
    }

    // The square root of the distance, never 0.
    private static double Knot(Dot a, Dot b)
    {
        var d = b - a;
        return Math.Sqrt(Math.Sqrt((d.X * d.X) + (d.Y * d.Y))) + 1e-3;
    }

    private static Dot Mix(Dot a, Dot b, double t) => ((1 - t) * a) + (t * b);
}

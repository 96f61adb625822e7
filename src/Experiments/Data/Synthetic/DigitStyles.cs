namespace Experiments.Data.Synthetic;

/// <summary>A point on the page, x to the right and y down.</summary>
internal readonly record struct Dot(double X, double Y)
{
    public static Dot operator +(Dot a, Dot b) => new(a.X + b.X, a.Y + b.Y);

    public static Dot operator -(Dot a, Dot b) => new(a.X - b.X, a.Y - b.Y);

    public static Dot operator *(double scale, Dot a) => new(scale * a.X, scale * a.Y);
}

/// <summary>The pen goes through the points smoothly from the first to the last, but for corners, where it turns sharply.</summary>
internal sealed record Stroke(Dot[] Points, bool[] Corner);

/// <summary>How people write the ten digits: for every digit a few styles, for every style the strokes of the pen.</summary>
internal static class DigitStyles
{
    // A line for a style and a paragraph for a digit, 0 first. Points "x,y" in a box of 100 × 100 with y down; "!" after a point makes it a
    // corner, ";" lifts the pen.
    private const string Paths = """
        52,1 22,14 6,50 20,87 50,99 80,86 94,50 80,13 50,1
        70,8 42,2 14,26 8,62 30,96 66,92 90,60 86,22 62,3 42,9
        62,6 30,8 9,45 14,84 44,99 76,82 90,44 78,14 64,13
        40,4 14,22 6,60 26,94 62,96 88,72 92,32 70,5 36,6

        50,0 50,50 50,100
        28,24 54,0 ! 52,50 50,100
        30,20 52,0 ! 51,50 50,98 ; 24,98 78,98
        60,0 52,48 40,100
        44,0 50,50 54,100

        12,26 30,5 64,4 80,28 60,60 10,97 ! 50,95 92,97
        10,28 36,3 72,10 72,40 40,76 12,94 8,82 28,77 56,92 95,90
        15,20 46,3 82,20 62,54 15,95 ! 90,92
        26,36 12,20 40,2 78,17 74,46 34,86 ! 62,84 95,98
        8,22 40,4 76,12 70,44 22,84 12,98 22,88 48,90 72,99 92,90

        12,12 46,2 78,18 68,40 38,48 ! 78,58 85,82 50,98 10,88
        15,15 50,2 80,22 52,45 38,48 82,65 72,94 36,98 10,85
        12,5 82,5 ! 42,42 ! 78,52 86,80 50,98 8,88
        10,20 46,2 80,22 56,46 30,50 46,43 82,62 80,88 44,98 10,92
        22,8 58,2 74,20 46,40 ! 66,50 74,74 52,96 14,98

        24,2 14,34 12,56 ! 50,55 90,52 ; 74,6 68,50 62,100
        66,2 40,30 8,66 ! 92,66 ; 66,2 65,50 64,100
        20,5 12,44 30,58 76,46 ; 80,4 72,46 64,100
        72,4 36,30 12,60 ! 52,62 95,58 ; 72,4 66,54 60,100
        15,5 10,40 34,58 70,45 82,4 ! 74,54 62,100

        85,5 30,5 ! 22,44 ! 50,38 82,56 78,85 46,98 10,88
        28,8 22,46 ! 54,40 85,62 70,92 36,98 8,88 ; 28,8 56,8 92,4
        86,4 42,7 26,32 58,47 80,70 60,95 12,95
        90,10 38,4 ! 26,40 56,44 74,66 62,92 24,99 6,86
        70,3 26,8 ! 24,48 ! 62,46 82,68 64,94 18,96

        76,2 36,25 12,65 25,95 60,98 82,78 66,55 32,60 14,76
        56,0 26,40 15,75 40,98 75,90 78,66 50,55 18,72
        82,12 60,2 25,30 10,70 35,98 75,92 80,66 55,55 26,65 18,82
        42,0 20,45 15,80 36,98 60,90 58,71 36,66 18,80
        64,0 30,34 10,72 30,97 72,96 92,74 66,60 24,78

        8,8 88,8 ! 60,50 42,100
        10,10 88,6 ! 58,50 40,100 ; 30,52 80,48
        10,25 14,6 ! 88,8 ! 62,45 48,100
        8,12 46,6 88,12 62,50 55,100
        12,20 30,6 60,14 86,4 ! 66,44 36,100

        76,15 46,2 20,18 36,42 70,60 82,82 50,98 18,82 36,58 70,38 78,14
        50,48 22,28 46,2 76,22 50,48 15,75 48,98 84,75 50,48
        86,8 50,2 20,20 50,45 80,72 50,98 15,78 46,50 82,10
        64,44 34,36 30,10 62,2 80,20 56,44 24,68 26,94 62,98 78,76 56,50 40,40
        70,12 40,4 28,24 52,46 66,74 46,98 20,84 40,54 66,30 78,4

        78,25 50,4 18,25 28,52 60,50 80,22 ! 78,60 70,100
        80,12 46,2 15,25 36,50 70,42 82,10 ! 74,50 62,100
        78,22 48,2 16,24 36,50 72,38 80,15 78,60 60,95 20,92
        72,15 42,6 22,34 44,52 76,34 ; 80,5 72,50 60,100
        66,10 34,14 24,44 56,46 74,8 70,44 46,98
        """;

    /// <summary>Digit, then style, then strokes; in units of the box, 0 to 1.</summary>
    public static readonly Stroke[][][] All = [.. Paths.ReplaceLineEndings("\n").Split("\n\n").Select(ParseDigit)];

    private static Stroke[][] ParseDigit(string styles) =>
        [.. styles.Split('\n').Select(style => style.Split(';').Select(Parse).ToArray())];

    private static Stroke Parse(string path)
    {
        string[] points = [.. path.Replace(" !", "!", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        return new Stroke([.. points.Select(ParsePoint)], [.. points.Select(point => point.EndsWith('!'))]);
    }

    private static Dot ParsePoint(string point)
    {
        int[] numbers = [.. point.TrimEnd('!').Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
        return new Dot(numbers[0] / 100.0, numbers[1] / 100.0);
    }
}

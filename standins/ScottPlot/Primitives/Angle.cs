namespace ScottPlot;

public struct Angle
{
    public double Degrees { get; set; }

    public double Radians
    {
        readonly get => Degrees * Math.PI / 180;
        set => Degrees = value * 180 / Math.PI;
    }

    public readonly Angle Inverted => FromDegrees(-Degrees);
    public readonly Angle Normalized => FromDegrees(Degrees % 360 is < 0 and var negative ? negative + 360 : Degrees % 360);

    public static Angle FromDegrees(double degrees) => new() { Degrees = degrees };
    public static Angle FromRadians(double radians) => new() { Radians = radians };
    public static Angle FromFraction(double fraction, bool clockwise = false) => FromFraction(fraction, default, clockwise);

    public static Angle FromFraction(double fraction, Angle start, bool clockwise = false) =>
        FromDegrees(360 * (clockwise ? -fraction : fraction) + start.Degrees);

    public static Angle operator +(Angle a) => a;
    public static Angle operator -(Angle a) => FromDegrees(-a.Degrees);
    public static Angle operator +(Angle a, Angle b) => FromDegrees(a.Degrees + b.Degrees);
    public static Angle operator -(Angle a, Angle b) => FromDegrees(a.Degrees - b.Degrees);
    public static Angle operator *(Angle a, double b) => FromDegrees(a.Degrees * b);
    public static Angle operator *(double a, Angle b) => FromDegrees(a * b.Degrees);
    public static Angle operator /(Angle a, double b) => FromDegrees(a.Degrees / b);
    public static Angle operator %(Angle a, double b) => FromDegrees(a.Degrees % b);
    public static bool operator ==(Angle a, Angle b) => a.Degrees == b.Degrees;
    public static bool operator !=(Angle a, Angle b) => a.Degrees != b.Degrees;

    public override readonly bool Equals(object? obj) => obj is Angle other && other == this;
    public override readonly int GetHashCode() => Degrees.GetHashCode();
    public override readonly string ToString() => $"Angle = {Degrees} degrees";
}

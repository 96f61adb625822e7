using System.Globalization;

namespace ScottPlot;

public readonly struct Color
{
    public readonly byte Red;
    public readonly byte Green;
    public readonly byte Blue;
    public readonly byte Alpha;

    public Color(byte red, byte green, byte blue, byte alpha = 255) => (Red, Green, Blue, Alpha) = (red, green, blue, alpha);

    // Truncates, never rounds: 0.5 becomes 127. All colour arithmetic of the package does so.
    public Color(float red, float green, float blue, float alpha = 1)
        : this((byte)(red * 255), (byte)(green * 255), (byte)(blue * 255), (byte)(alpha * 255)) { }

    public Color(string hexCode) : this(ParseHex(hexCode)) { }

    public Color(uint argb) : this((byte)(argb >> 16), (byte)(argb >> 8), (byte)argb, (byte)(argb >> 24)) { }

    public Color(System.Drawing.Color color) : this(color.R, color.G, color.B, color.A) { }

    public byte R => Red;
    public byte G => Green;
    public byte B => Blue;
    public byte A => Alpha;

    public uint ARGB => Pack(Red, Green, Blue);
    public uint PremultipliedARGB => Pack(Red * Alpha / 255, Green * Alpha / 255, Blue * Alpha / 255);
    public double Opacity => Alpha / 255.0;

    public float Hue => ToHSL().h;
    public float Saturation => ToHSL().s;
    public float Luminance => ToHSL().l;

    public static bool operator ==(Color a, Color b) => a.ARGB == b.ARGB;
    public static bool operator !=(Color a, Color b) => a.ARGB != b.ARGB;
    public override bool Equals(object? obj) => obj is Color other && other == this;
    public override int GetHashCode() => (int)ARGB;

    public Color WithRed(byte red) => new(red, Green, Blue, Alpha);
    public Color WithGreen(byte green) => new(Red, green, Blue, Alpha);
    public Color WithBlue(byte blue) => new(Red, Green, blue, Alpha);

    // A see-through black comes out as (1, 1, 1), since an SVG with pure black and an alpha was once drawn opaque.
    public Color WithAlpha(byte alpha) =>
        alpha < 255 && (Red | Green | Blue) == 0 ? new(1, 1, 1, alpha) : new(Red, Green, Blue, alpha);

    public Color WithAlpha(double alpha) => WithAlpha((byte)(alpha * 255));
    public Color WithOpacity(double opacity = 0.5) => WithAlpha(opacity);

    public static Color Gray(byte value) => new(value, value, value);
    public static Color FromARGB(int argb) => new((uint)argb);
    public static Color FromARGB(uint argb) => new(argb);
    public static Color FromHex(string hex) => new(hex);
    public static Color[] FromHex(IEnumerable<string> hex) => hex.Select(FromHex).ToArray();
    public static Color FromHtml(string html) => new(html);
    public static Color FromColor(System.Drawing.Color color) => new(color);
    public static Color FromSDColor(System.Drawing.Color sdColor) => new(sdColor);
    public static System.Drawing.Color ToColor(Color color) => color.ToSDColor();
    public System.Drawing.Color ToSDColor() => System.Drawing.Color.FromArgb(Alpha, Red, Green, Blue);

    public string ToHex() => Alpha == 255 ? ToStringRGB() : ToStringRGBA();
    public string ToStringRGB() => $"#{Red:X2}{Green:X2}{Blue:X2}";
    public string ToStringRGBA() => $"#{Red:X2}{Green:X2}{Blue:X2}{Alpha:X2}";
    public override string ToString() => $"Color {ToHex()} (R={Red}, G={Green}, B={Blue}, A={Alpha})";

    /// <summary>Hue, saturation and lightness, each from 0 to 1.</summary>
    public (float h, float s, float l) ToHSL()
    {
        float r = Red / 255f, g = Green / 255f, b = Blue / 255f;
        float most = Math.Max(r, Math.Max(g, b));
        float least = Math.Min(r, Math.Min(g, b));
        float chroma = most - least;
        float l = (least + most) / 2;
        if (l <= 0)
            return (0, 0, 0);
        if (chroma <= 0)
            return (0, 0, l);

        float s = l > 0.5f ? chroma / (2 - chroma) : chroma / (most + least);
        float sector = r > g && r > b ? (g - b) / chroma + (g < b ? 6 : 0)
            : g > b ? (b - r) / chroma + 2
            : (r - g) / chroma + 4;
        return (sector / 6, s, l);
    }

    public static Color FromHSL(float hue, float saturation, float luminosity, float alpha = 1)
    {
        // Greys lose their alpha: the package answers before it looks at it.
        if (luminosity == 0)
            return new(0, 0, 0);
        if (saturation == 0)
            return new(luminosity, luminosity, luminosity);

        float high = luminosity <= 0.5f ? luminosity * (1 + saturation) : luminosity + saturation - luminosity * saturation;
        float low = 2 * luminosity - high;

        float Channel(float t)
        {
            t += t < 0 ? 1 : 0;
            t -= t > 1 ? 1 : 0;
            return 6.0 * t < 1 ? low + (high - low) * t * 6
                : 2.0 * t < 1 ? high
                : 3.0 * t < 2 ? low + (high - low) * (2f / 3 - t) * 6
                : low;
        }

        return new(Channel(hue + 1f / 3), Channel(hue), Channel(hue - 1f / 3), alpha);
    }

    public Color WithLightness(float lightness = 0.5f)
    {
        (float h, float s, _) = ToHSL();
        return FromHSL(h, s, Math.Clamp(lightness, 0, 1));
    }

    public Color Lighten(double fraction = 0.5)
    {
        if (fraction < 0)
            return Darken(-fraction);
        double share = Math.Min(1, fraction);
        byte Up(byte channel) => (byte)(channel + (255 - channel) * share);
        return new(Up(Red), Up(Green), Up(Blue), Alpha);
    }

    public Color Darken(double fraction = 0.5)
    {
        if (fraction < 0)
            return Lighten(-fraction);
        double share = Math.Max(0, 1 - fraction);
        byte Down(byte channel) => (byte)(channel * share);
        return new(Down(Red), Down(Green), Down(Blue), Alpha);
    }

    public Color Inverted() => new((byte)(255 - Red), (byte)(255 - Green), (byte)(255 - Blue));
    public Color InvertedHue() => FromHSL(Hue + 0.5f, Saturation, Luminance);

    public Color MixedWith(Color otherColor, double fraction) => InterpolateRgb(this, otherColor, fraction);
    public Color InterpolateRgb(Color c1, double fraction) => InterpolateRgb(this, c1, fraction);
    public Color[] InterpolateArrayRgb(Color c1, int steps) => InterpolateRgbArray(this, c1, steps);

    public static Color InterpolateRgb(Color c1, Color c2, double fraction) => new(
        Between(c1.Red, c2.Red, fraction),
        Between(c1.Green, c2.Green, fraction),
        Between(c1.Blue, c2.Blue, fraction),
        Between(c1.Alpha, c2.Alpha, fraction));

    public static Color[] InterpolateRgbArray(Color c1, Color c2, int steps)
    {
        double step = 1.0 / (steps - 1);
        return Enumerable.Range(0, steps).Select(i => InterpolateRgb(c1, c2, step * i)).ToArray();
    }

    public static Color RandomHue() => FromHSL(Random.Shared.NextSingle(), 1, 0.5f);

    internal static Color Opaque(int rgb) => new(0xFF000000u | (uint)rgb);

    // Always measured up from the darker end, so that truncation gives the same whichever way one goes.
    private static byte Between(byte from, byte to, double fraction) => from < to
        ? (byte)(from + (to - from) * fraction)
        : (byte)(to + (from - to) * (1 - fraction));

    private uint Pack(int red, int green, int blue) => (uint)Alpha << 24 | (uint)red << 16 | (uint)green << 8 | (uint)blue;

    // Reads RRGGBB or RRGGBBAA. Three digits are no shorthand but the low digits of RRGGBBAA; what is no number is 00000000.
    private static uint ParseHex(string hex)
    {
        string digits = hex[0] == '#' ? hex[1..] : hex;
        if (digits.Length == 6)
            digits += "FF";
        return uint.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint rgba)
            ? rgba << 24 | rgba >> 8
            : 0;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Packages.Tests.Facts;

/// <summary>Compares two printed values: numbers within what their type can hold, everything else letter by letter.</summary>
public static partial class FactValue
{
    // The text after it is libtorch's own and changes with its version; the type of the exception does not.
    private const string NativeMessage = "ExternalException:";

    private static readonly Precision _unknown = new(Relative: 1e-9, Epsilon: 0);

    private static readonly Dictionary<string, Precision> _precisions = new()
    {
        ["Float32"] = new(1e-5, 1.2e-7),
        ["Single"] = new(1e-5, 1.2e-7),
        ["Float64"] = new(1e-12, 2.3e-16),
        ["Double"] = new(1e-12, 2.3e-16),
    };

    /// <summary>Whether a printed value is what was expected.</summary>
    public static bool Same(string expected, string actual)
    {
        if (expected == actual)
        {
            return true;
        }

        var left = Split(WithoutNativeMessage(expected));
        var right = Split(WithoutNativeMessage(actual));
        return left.Count == right.Count && left.Zip(right).All(pair => Same(pair.First, pair.Second));
    }

    private static bool Same(Part expected, Part actual) =>
        expected.Text == actual.Text
        || (expected.IsInexact && actual.IsNumber && expected.Precision == actual.Precision
            && Math.Abs(expected.Number - actual.Number) <= expected.Allowed);

    private static string WithoutNativeMessage(string value)
    {
        var at = value.IndexOf(NativeMessage, StringComparison.Ordinal);
        return at < 0 ? value : value[..(at + NativeMessage.Length)];
    }

    // "Float32[2]{1.5 2}" becomes "Float32", "[", 2, "]{", 1.5, " ", 2, "}". A type's name holds for the numbers after it, up to the next one.
    private static List<Part> Split(string value)
    {
        var parts = new List<Part>();
        Precision? precision = null;
        var firstOfType = 0;
        foreach (var token in Tokens().Matches(value).Cast<Match>())
        {
            if (token.Groups["type"].Success)
            {
                ShareLargest(parts, firstOfType);
                precision = _precisions.GetValueOrDefault(token.Value);
                firstOfType = parts.Count;
            }

            var isNumber = token.Groups["number"].Success;
            parts.Add(new Part(token.Value, isNumber, precision ?? _unknown, precision is not null));
        }

        ShareLargest(parts, firstOfType);
        return parts;
    }

    // A sum's rounding is relative to its terms, which are as large as the tensor's largest element, not to what is left of them.
    private static void ShareLargest(List<Part> parts, int first)
    {
        var largest = parts.Skip(first).Where(part => part.IsNumber).Select(part => Math.Abs(part.Number)).DefaultIfEmpty().Max();
        parts.Skip(first).ToList().ForEach(part => part.Largest = largest);
    }

    [GeneratedRegex(@"(?<type>(?<!\w)(Float32|Float64|BFloat16|Float16|Single|Double|U?Int\d+|S?Byte|Int8|Bool(ean)?|String|DateTime|Decimal)(?=\[))"
        + @"|(?<number>(?<![\w.])-?\d+(\.\d+)?([eE][+-]?\d+)?(?![\w.]))|\w+|.", RegexOptions.Singleline)]
    private static partial Regex Tokens();

    private sealed record Precision(double Relative, double Epsilon);

    private sealed record Part(string Text, bool IsNumber, Precision Precision, bool IsFloat)
    {
        public double Number => IsNumber ? double.Parse(Text, CultureInfo.InvariantCulture) : 0;

        public double Largest { get; set; }

        // Counts, sizes and seeds are exact; only what was printed of a float may differ.
        public bool IsInexact => IsNumber && (IsFloat || Text.AsSpan().IndexOfAny('.', 'E', 'e') >= 0);

        public double Allowed => (Precision.Relative * Math.Abs(Number)) + (Precision.Epsilon * Largest);
    }
}

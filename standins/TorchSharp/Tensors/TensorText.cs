using System.Globalization;
using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public override string ToString() => TensorText.Metadata(this);

        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            disamb ? ToString(torch.TensorStringStyle, fltFormat, width, cultureInfo, newLine) : ToString();

        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            if (device_type == DeviceType.META) return ToString(); // which has no elements
            var text = new TensorText(this, fltFormat ?? floatFormat, width ?? lineWidth, cultureInfo ?? CultureInfo.CurrentCulture, newLine ?? torch.newLine);
            return (style == TorchSharp.TensorStringStyle.Default ? torch.TensorStringStyle : style) switch
            {
                TorchSharp.TensorStringStyle.Metadata => ToString(),
                TorchSharp.TensorStringStyle.Julia => text.Julia(),
                TorchSharp.TensorStringStyle.Numpy => text.Numpy(),
                TorchSharp.TensorStringStyle.CSharp => text.CSharp(),
                _ => throw new System.ComponentModel.InvalidEnumArgumentException($"Unsupported tensor string style: {style}"),
            };
        }
    }
}

/// <summary>A tensor as text, in the styles of the package. Numpy and C# leave out the middle of long dimensions, Julia the end of long rows.</summary>
internal sealed class TensorText
{
    private readonly ScalarType type;
    private readonly long[] sizes;
    private readonly string format;
    private readonly int width;
    private readonly CultureInfo culture;
    private readonly string newLine;
    private readonly string metadata;
    private readonly Array elements; // row-major
    private readonly StringBuilder text = new();

    internal TensorText(Tensor tensor, string format, int width, CultureInfo culture, string newLine)
    {
        type = tensor.dtype;
        sizes = tensor.shape;
        metadata = Metadata(tensor);
        (this.format, this.width, this.culture, this.newLine) = (format, width, culture, newLine);
        elements = Elements(tensor);
    }

    private int Rank => sizes.Length;

    internal static string Metadata(Tensor tensor) => $"[{string.Join('x', tensor.shape)}], type = {tensor.dtype}, device = {tensor.device}";

    internal string Numpy()
    {
        Nested(0, 0, first: true, '[', ']', suffix: "", rowBreak: depth => string.Concat(Enumerable.Repeat(newLine, Rank - depth - 1)), gap: depth => string.Concat(Enumerable.Repeat(newLine, Rank - depth - 1)));
        return text.ToString();
    }

    internal string CSharp()
    {
        if (CSharpName() is not { } name) return metadata;
        text.Append(metadata).Append(", value = ");
        if (Rank == 0) return text.Append(Value(0)).ToString();
        if (Rank > 1) text.Append(newLine);
        text.Append(name).Append(" [").Append(',', Rank - 1).Append("] ");
        var suffix = type switch { ScalarType.Int64 => "L", ScalarType.Float32 or ScalarType.Float16 or ScalarType.BFloat16 => "f", _ => "" };
        Nested(0, 0, first: true, '{', '}', suffix, rowBreak: _ => "," + newLine, gap: _ => newLine, outermostBreak: Rank > 1);
        return text.ToString();
    }

    internal string Julia()
    {
        text.Append(metadata);
        if (Rank == 0) return text.Append(", value = ").Append(Value(0)).ToString();
        if (Rank <= 2)
        {
            text.Append(newLine);
            Table(0, Rank == 1 ? 1 : sizes[0], sizes[^1]);
            return text.ToString();
        }
        long tables = sizes[..^2].Aggregate(1L, (product, size) => product * size), length = sizes[^2] * sizes[^1];
        for (long k = 0; k < tables; k++)
        {
            text.Append(newLine).Append('[').Append(string.Join(',', Place(k))).Append(",..,..] =").Append(newLine);
            Table(k * length, sizes[^2], sizes[^1]);
        }
        return text.ToString();
    }

    // The indices of the k-th table over the leading dimensions.
    private long[] Place(long k)
    {
        var place = new long[Rank - 2];
        for (int d = Rank - 3; d >= 0; d--)
        {
            place[d] = k % sizes[d];
            k /= sizes[d];
        }
        return place;
    }

    // Rows with their columns aligned to the right; columns that would pass the line's width in any row are left out of all.
    private void Table(long start, long rows, long columns)
    {
        if (rows == 0) return;
        var cells = new List<string>[rows];
        for (long r = 0; r < rows; r++)
        {
            cells[r] = [];
            int left = width;
            for (long c = 0; c < columns; c++)
            {
                var value = Value(start + r * columns + c);
                if (left - value.Length - 4 < 0) break; // 4 for the ellipsis
                cells[r].Add(value);
                left -= value.Length + 1;
            }
        }
        int shown = cells.Min(row => row.Count);
        var widths = Enumerable.Range(0, shown).Select(c => cells.Max(row => row[c].Length)).ToArray();
        foreach (var row in cells)
        {
            for (int c = 0; c < shown; c++) text.Append(' ').Append(row[c].PadLeft(widths[c]));
            if (shown < columns) text.Append(" ...");
            text.Append(newLine);
        }
    }

    // Brackets in brackets. `first` is true for what stands right behind an opening bracket and so needs no indent.
    private void Nested(int depth, long start, bool first, char open, char close, string suffix, Func<int, string> rowBreak, Func<int, string> gap, bool outermostBreak = false)
    {
        if (!first) text.Append(' ', depth);
        if (depth == Rank)
        {
            text.Append(Value(start));
            return;
        }
        text.Append(open);
        if (depth == 0 && outermostBreak) text.Append(newLine).Append(' ');
        bool innermost = depth == Rank - 1;
        long size = sizes[depth], stride = sizes[(depth + 1)..].Aggregate(1L, (product, s) => product * s);
        int limit = innermost ? torch.maxColumns : torch.maxRows, trailing = limit / 2, leading = limit - trailing;
        for (long k = 0; k < size; k++)
        {
            if (size > limit && k == leading)
            {
                if (innermost) text.Append("... ");
                else text.Append(' ', depth).Append(" ...").Append(gap(depth));
                k = size - trailing;
            }
            if (innermost) text.Append(Value(start + k)).Append(suffix);
            else Nested(depth + 1, start + k * stride, first: k == 0, open, close, suffix, rowBreak, gap);
            if (k < size - 1) text.Append(innermost ? ", " : rowBreak(depth));
        }
        if (depth == 0 && outermostBreak) text.Append(newLine);
        text.Append(close);
    }

    private string Value(long k) => elements.GetValue(k) switch
    {
        float value => value.ToString(format, culture),
        double value => value.ToString(format, culture),
        System.Numerics.Complex value => Complex(value),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var value => value!.ToString()!,
    };

    private string Complex(System.Numerics.Complex value)
    {
        Func<double, string> part = type == ScalarType.ComplexFloat32 ? x => ((float)x).ToString(format, culture) : x => x.ToString(format, culture);
        if (value.Imaginary == 0) return part(value.Real);
        return value.Real == 0 ? part(value.Imaginary) + "i" : $"{part(value.Real)}+{part(value.Imaginary)}i";
    }

    private string? CSharpName() => type switch
    {
        ScalarType.Bool => "bool",
        ScalarType.Byte => "byte",
        ScalarType.Int8 => "sbyte",
        ScalarType.Int16 => "short",
        ScalarType.Int32 => "int",
        ScalarType.Int64 => "long",
        ScalarType.Float16 => "float16",
        ScalarType.BFloat16 => "bfloat16",
        ScalarType.Float32 => "float",
        ScalarType.Float64 => "double",
        ScalarType.ComplexFloat32 => "complex32",
        ScalarType.ComplexFloat64 => "complex64",
        _ => null,
    };

    private static Array Elements(Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        tensor = tensor.detach();
        return tensor.dtype switch
        {
            ScalarType.Bool => tensor.data<bool>().ToArray(),
            ScalarType.Byte => tensor.data<byte>().ToArray(),
            ScalarType.Int8 => tensor.data<sbyte>().ToArray(),
            ScalarType.Int16 => tensor.data<short>().ToArray(),
            ScalarType.Int32 => tensor.data<int>().ToArray(),
            ScalarType.Int64 => tensor.data<long>().ToArray(),
            ScalarType.Float64 => tensor.data<double>().ToArray(),
            ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64 => tensor.to(ScalarType.ComplexFloat64).data<System.Numerics.Complex>().ToArray(),
            _ => tensor.to(ScalarType.Float32).data<float>().ToArray(),
        };
    }
}

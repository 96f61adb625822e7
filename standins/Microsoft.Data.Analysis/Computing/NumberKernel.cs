using System.Numerics;

namespace Microsoft.Data.Analysis;

/// <summary>Arithmetic, comparisons and statistics of a number type.</summary>
internal class NumberKernel<T>(Func<string, ColumnStorage<T>, PrimitiveDataFrameColumn<T>> create, bool isNumeric = true) : Kernel<T>
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    public override bool IsNumeric => isNumeric;

    public override T Parse(string text, IFormatProvider provider) => T.Parse(text, provider);

    public override PrimitiveDataFrameColumn<T> CreateColumn(string name, ColumnStorage<T> values) => create(name, values);

    public override T Compute(BinaryOperation operation, T left, T right) => operation switch
    {
        BinaryOperation.Add => left + right,
        BinaryOperation.Subtract => left - right,
        BinaryOperation.Multiply => left * right,
        BinaryOperation.Divide => left / right,
        BinaryOperation.Modulo => left % right,
        _ => throw new NotSupportedException(),
    };

    public override void Compute(BinaryOperation operation, Span<T> left, ReadOnlySpan<T> right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            left[i] = Compute(operation, left[i], right[i]);
        }
    }

    public override void Compute(BinaryOperation operation, Span<T> left, T right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            left[i] = Compute(operation, left[i], right);
        }
    }

    public override void ComputeReversed(BinaryOperation operation, T left, Span<T> right)
    {
        for (var i = 0; i < right.Length; i++)
        {
            right[i] = Compute(operation, left, right[i]);
        }
    }

    public override void Compare(ComparisonOperation operation, ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<bool> result)
    {
        for (var i = 0; i < left.Length; i++)
        {
            result[i] = Compare(operation, left[i], right[i]);
        }
    }

    public override void Compare(ComparisonOperation operation, ReadOnlySpan<T> left, T right, Span<bool> result)
    {
        for (var i = 0; i < left.Length; i++)
        {
            result[i] = Compare(operation, left[i], right);
        }
    }

    // The package goes through decimal for every type: 15 digits are left of a double, and NaN or 1e30 overflows.
    public override void Abs(Span<T> values)
    {
        foreach (ref var value in values)
        {
            value = T.CreateChecked(Math.Abs(decimal.CreateChecked(value)));
        }
    }

    public override void Round(Span<T> values)
    {
        foreach (ref var value in values)
        {
            value = T.CreateChecked(Math.Round(decimal.CreateChecked(value)));
        }
    }

    public override T? Sum(ColumnStorage<T> column) => Fold(column, T.Zero, static (sum, value) => sum + value);

    public override T? Product(ColumnStorage<T> column) => Fold(column, T.One, static (product, value) => product * value) ?? T.One;

    public override T? Max(ColumnStorage<T> column) => Fold(column, T.MinValue, T.Max);

    public override T? Min(ColumnStorage<T> column) => Fold(column, T.MaxValue, T.Min);

    public override T? Sum(ReadOnlySpan<T> values, IEnumerable<long> rows)
    {
        var sum = T.Zero;
        foreach (var row in rows)
        {
            sum = checked(sum + values[checked((int)row)]);
        }

        return sum;
    }

    // The package starts its product over rows from 0 and so always gives 0.
    public override T? Product(ReadOnlySpan<T> values, IEnumerable<long> rows)
    {
        var product = T.Zero;
        foreach (var row in rows)
        {
            product = checked(product * values[checked((int)row)]);
        }

        return product;
    }

    public override T? Max(ReadOnlySpan<T> values, IEnumerable<long> rows)
    {
        var max = T.MinValue;
        foreach (var row in rows)
        {
            max = T.Max(values[checked((int)row)], max);
        }

        return max;
    }

    public override T? Min(ReadOnlySpan<T> values, IEnumerable<long> rows)
    {
        var min = T.MaxValue;
        foreach (var row in rows)
        {
            min = T.Min(values[checked((int)row)], min);
        }

        return min;
    }

    public override void Accumulate(Cumulative kind, ColumnStorage<T> column)
    {
        var values = column.Values;
        var soFar = kind switch
        {
            Cumulative.Sum => T.Zero,
            Cumulative.Product => T.One,
            _ when values.IsEmpty => throw new ArgumentOutOfRangeException(nameof(column)),
            _ => values[0],
        };
        for (var i = 0; i < values.Length; i++)
        {
            if (column.HasBit(i))
            {
                values[i] = soFar = Next(kind, soFar, values[i]);
            }
        }
    }

    public override void Accumulate(Cumulative kind, Span<T> values, IEnumerable<long> rows)
    {
        T? soFar = null;
        foreach (var row in rows)
        {
            ref var value = ref values[checked((int)row)];
            soFar = soFar is { } last ? Next(kind, last, value) : value;
            value = soFar.Value;
        }
    }

    private static T Next(Cumulative kind, T soFar, T value) => kind switch
    {
        Cumulative.Sum => value + soFar,
        Cumulative.Product => value * soFar,
        Cumulative.Max => T.Max(value, soFar),
        _ => T.Min(value, soFar),
    };

    private static bool Compare(ComparisonOperation operation, T left, T right) => operation switch
    {
        ComparisonOperation.Equal => left == right,
        ComparisonOperation.NotEqual => left != right,
        ComparisonOperation.GreaterOrEqual => left >= right,
        ComparisonOperation.LessOrEqual => left <= right,
        ComparisonOperation.Greater => left > right,
        _ => left < right,
    };

    private static T? Fold(ColumnStorage<T> column, T start, Func<T, T, T> next)
    {
        if (column.Count == column.NullCount)
        {
            return null;
        }

        var values = column.Values;
        var result = start;
        for (var i = 0; i < values.Length; i++)
        {
            if (column.HasBit(i))
            {
                result = next(result, values[i]);
            }
        }

        return result;
    }
}

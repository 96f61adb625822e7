namespace Microsoft.Data.Analysis;

/// <content>
/// Two columns of one type compute in it; two of different types compute as decimals if one is decimal, else as doubles. (The typed columns have
/// overloads that keep integers.) Comparisons do not look at nulls: they see the default that a null leaves in its place.
/// </content>
public partial class PrimitiveDataFrameColumn<T>
{
    public override PrimitiveDataFrameColumn<bool> ElementwiseIsNull() =>
        new BooleanDataFrameColumn(Name, Enumerable.Range(0, Storage.Count).Select(row => !Storage.HasBit(row)));

    public override PrimitiveDataFrameColumn<bool> ElementwiseIsNotNull() =>
        new BooleanDataFrameColumn(Name, Enumerable.Range(0, Storage.Count).Select(Storage.HasBit));

    internal override DataFrameColumn Compute(BinaryOperation operation, DataFrameColumn column, bool inPlace) => column switch
    {
        PrimitiveDataFrameColumn<T> same => ComputeSame(operation, same, inPlace),
        PrimitiveDataFrameColumn<decimal> other => Convertible(column, inPlace).As<decimal>().ComputeSame(operation, other, inPlace: true),
        PrimitiveDataFrameColumn<double> other => ComputeMixed(operation, other, inPlace),
        PrimitiveDataFrameColumn<float> other => ComputeMixed(operation, other, inPlace),
        PrimitiveDataFrameColumn<int> other => ComputeMixed(operation, other, inPlace),
        PrimitiveDataFrameColumn<long> other => ComputeMixed(operation, other, inPlace),
        PrimitiveDataFrameColumn<byte> other => ComputeMixed(operation, other, inPlace),
        PrimitiveDataFrameColumn<sbyte> other => ComputeMixed(operation, other, inPlace),
        PrimitiveDataFrameColumn<short> other => ComputeMixed(operation, other, inPlace),
        PrimitiveDataFrameColumn<ushort> other => ComputeMixed(operation, other, inPlace),
        PrimitiveDataFrameColumn<uint> other => ComputeMixed(operation, other, inPlace),
        PrimitiveDataFrameColumn<ulong> other => ComputeMixed(operation, other, inPlace),
        PrimitiveDataFrameColumn<char> other => ComputeMixed(operation, other, inPlace),
        _ => throw new NotSupportedException(),
    };

    internal override DataFrameColumn Compute<U>(BinaryOperation operation, U value, bool inPlace, bool reversed)
    {
        if (value is DataFrameColumn column)
        {
            return Compute(operation, column, inPlace);
        }

        if (typeof(T) == typeof(bool) || typeof(T) == typeof(DateTime) || value is bool)
        {
            throw new NotSupportedException();
        }

        if (value is T same)
        {
            return ComputeScalar(operation, same, inPlace, reversed);
        }

        if (inPlace)
        {
            throw new ArgumentException(Messages.MismatchedValueType(typeof(T)), nameof(value));
        }

        return typeof(T) == typeof(decimal) || value is decimal
            ? As<decimal>().ComputeScalar(operation, NumberCast.ToDecimal(value), inPlace: true, reversed)
            : As<double>().ComputeScalar(operation, NumberCast.ToDouble(value), inPlace: true, reversed);
    }

    internal override PrimitiveDataFrameColumn<bool> ComputeBool(BinaryOperation operation, bool value, bool inPlace) =>
        this is PrimitiveDataFrameColumn<bool> column ? column.ComputeScalar(operation, value, inPlace, reversed: false) : throw new NotSupportedException();

    internal override DataFrameColumn Shift(int bits, bool left, bool inPlace) => Change(inPlace, column => Kernel.Shift(column.Values, bits, left));

    internal override PrimitiveDataFrameColumn<bool> Compare(ComparisonOperation operation, DataFrameColumn column)
    {
        if (column is null)
        {
            return operation == ComparisonOperation.Equal ? ElementwiseIsNull()
                : operation == ComparisonOperation.NotEqual ? ElementwiseIsNotNull()
                : throw new NotSupportedException();
        }

        return column switch
        {
            PrimitiveDataFrameColumn<T> same => CompareSame(operation, same, sameLength: true),
            PrimitiveDataFrameColumn<decimal> other => As<decimal>().CompareSame(operation, other, sameLength: true),
            PrimitiveDataFrameColumn<double> other => CompareMixed(operation, other),
            PrimitiveDataFrameColumn<float> other => CompareMixed(operation, other),
            PrimitiveDataFrameColumn<int> other => CompareMixed(operation, other),
            PrimitiveDataFrameColumn<long> other => CompareMixed(operation, other),
            PrimitiveDataFrameColumn<byte> other => CompareMixed(operation, other),
            PrimitiveDataFrameColumn<sbyte> other => CompareMixed(operation, other),
            PrimitiveDataFrameColumn<short> other => CompareMixed(operation, other),
            PrimitiveDataFrameColumn<ushort> other => CompareMixed(operation, other),
            PrimitiveDataFrameColumn<uint> other => CompareMixed(operation, other),
            PrimitiveDataFrameColumn<ulong> other => CompareMixed(operation, other),
            PrimitiveDataFrameColumn<char> other => CompareMixed(operation, other),
            _ => throw new NotSupportedException(),
        };
    }

    internal override PrimitiveDataFrameColumn<bool> Compare<U>(ComparisonOperation operation, U value) => value switch
    {
        DataFrameColumn column => Compare(operation, column),
        T same => CompareScalar(operation, same),
        bool or DateTime => throw new NotSupportedException(),
        _ when typeof(T) == typeof(decimal) || value is decimal => As<decimal>().CompareScalar(operation, NumberCast.ToDecimal(value)),
        _ => As<double>().CompareScalar(operation, NumberCast.ToDouble(value)),
    };

    internal PrimitiveDataFrameColumn<T> ComputeSame(BinaryOperation operation, PrimitiveDataFrameColumn<T> column, bool inPlace)
    {
        CheckLength(column);
        var result = inPlace ? this : Clone();
        if (operation is not (BinaryOperation.Divide or BinaryOperation.Modulo))
        {
            Kernel.Compute(operation, result.Storage.Values, column.Storage.Values);
            result.Storage.TakeNullsOf(column.Storage.ValidityMemory.Span);
            return result;
        }

        for (var row = 0; row < column.Storage.Count; row++)
        {
            if (column.Storage.HasBit(row))
            {
                ref var value = ref result.Storage.Values[row];
                value = Kernel.Compute(operation, value, column.Storage.Values[row]);
            }
        }

        result.Storage.TakeNullsOf(column.Storage.ValidityMemory.Span);
        return result;
    }

    internal PrimitiveDataFrameColumn<T> ComputeScalar(BinaryOperation operation, T value, bool inPlace, bool reversed)
    {
        var result = inPlace ? this : Clone();
        var values = result.Storage.Values;
        if (!reversed)
        {
            Kernel.Compute(operation, values, value);
        }
        else if (operation is not (BinaryOperation.Divide or BinaryOperation.Modulo))
        {
            Kernel.ComputeReversed(operation, value, values);
        }
        else
        {
            for (var row = 0; row < values.Length; row++)
            {
                values[row] = result.Storage.HasBit(row) ? Kernel.Compute(operation, value, values[row]) : values[row];
            }
        }

        return result;
    }

    internal BooleanDataFrameColumn CompareSame(ComparisonOperation operation, PrimitiveDataFrameColumn<T> column, bool sameLength)
    {
        if (sameLength)
        {
            CheckLength(column);
        }

        var result = ColumnStorage<bool>.OfLength(Length, false);
        Kernel.Compare(operation, Storage.Values, column.Storage.Values, result.Values);
        return new BooleanDataFrameColumn(Name, result);
    }

    internal BooleanDataFrameColumn CompareScalar(ComparisonOperation operation, T value)
    {
        var result = ColumnStorage<bool>.OfLength(Length, false);
        Kernel.Compare(operation, Storage.Values, value, result.Values);
        return new BooleanDataFrameColumn(Name, result);
    }

    private PrimitiveDataFrameColumn<T> Convertible(DataFrameColumn column, bool inPlace)
    {
        CheckLength(column);
        return inPlace ? throw new ArgumentException(Messages.MismatchedColumnValueType(typeof(T)), nameof(column)) : this;
    }

    private DataFrameColumn ComputeMixed<U>(BinaryOperation operation, PrimitiveDataFrameColumn<U> column, bool inPlace)
        where U : unmanaged =>
        typeof(T) == typeof(decimal)
            ? Convertible(column, inPlace).As<decimal>().ComputeSame(operation, column.As<decimal>(), inPlace: true)
            : Convertible(column, inPlace).As<double>().ComputeSame(operation, column.As<double>(), inPlace: true);

    private BooleanDataFrameColumn CompareMixed<U>(ComparisonOperation operation, PrimitiveDataFrameColumn<U> column)
        where U : unmanaged =>
        typeof(T) == typeof(decimal)
            ? As<decimal>().CompareSame(operation, column.As<decimal>(), sameLength: true)
            : As<double>().CompareSame(operation, column.As<double>(), sameLength: true);

    private void CheckLength(DataFrameColumn column)
    {
        if (column.Length != Length)
        {
            throw new ArgumentException(Messages.MismatchedColumnLengths, nameof(column));
        }
    }
}

namespace Microsoft.Data.Analysis;

/// <content>Arithmetic and comparisons with every column of a frame, with one value for all or one for each.</content>
public partial class DataFrame
{
    public DataFrame Add<T>(IReadOnlyList<T> values, bool inPlace = false)
        where T : unmanaged => ForEachColumn(values, (column, value) => column.Add(value, inPlace), inPlace);

    public DataFrame Add<T>(T value, bool inPlace = false)
        where T : unmanaged => ForEachColumn(column => column.Add(value, inPlace), inPlace);

    public DataFrame Subtract<T>(IReadOnlyList<T> values, bool inPlace = false)
        where T : unmanaged => ForEachColumn(values, (column, value) => column.Subtract(value, inPlace), inPlace);

    public DataFrame Subtract<T>(T value, bool inPlace = false)
        where T : unmanaged => ForEachColumn(column => column.Subtract(value, inPlace), inPlace);

    public DataFrame Multiply<T>(IReadOnlyList<T> values, bool inPlace = false)
        where T : unmanaged => ForEachColumn(values, (column, value) => column.Multiply(value, inPlace), inPlace);

    public DataFrame Multiply<T>(T value, bool inPlace = false)
        where T : unmanaged => ForEachColumn(column => column.Multiply(value, inPlace), inPlace);

    public DataFrame Divide<T>(IReadOnlyList<T> values, bool inPlace = false)
        where T : unmanaged => ForEachColumn(values, (column, value) => column.Divide(value, inPlace), inPlace);

    public DataFrame Divide<T>(T value, bool inPlace = false)
        where T : unmanaged => ForEachColumn(column => column.Divide(value, inPlace), inPlace);

    public DataFrame Modulo<T>(IReadOnlyList<T> values, bool inPlace = false)
        where T : unmanaged => ForEachColumn(values, (column, value) => column.Modulo(value, inPlace), inPlace);

    public DataFrame Modulo<T>(T value, bool inPlace = false)
        where T : unmanaged => ForEachColumn(column => column.Modulo(value, inPlace), inPlace);

    public DataFrame ReverseAdd<T>(T value, bool inPlace = false)
        where T : unmanaged => ForEachColumn(column => column.ReverseAdd(value, inPlace), inPlace);

    public DataFrame ReverseSubtract<T>(T value, bool inPlace = false)
        where T : unmanaged => ForEachColumn(column => column.ReverseSubtract(value, inPlace), inPlace);

    public DataFrame ReverseMultiply<T>(T value, bool inPlace = false)
        where T : unmanaged => ForEachColumn(column => column.ReverseMultiply(value, inPlace), inPlace);

    public DataFrame ReverseDivide<T>(T value, bool inPlace = false)
        where T : unmanaged => ForEachColumn(column => column.ReverseDivide(value, inPlace), inPlace);

    public DataFrame ReverseModulo<T>(T value, bool inPlace = false)
        where T : unmanaged => ForEachColumn(column => column.ReverseModulo(value, inPlace), inPlace);

    public DataFrame ElementwiseEquals<T>(IReadOnlyList<T> values)
        where T : unmanaged => ForEachColumn(values, (column, value) => column.ElementwiseEquals(value), inPlace: false);

    public DataFrame ElementwiseEquals<T>(T value)
        where T : unmanaged => ForEachColumn(column => column.ElementwiseEquals(value), inPlace: false);

    public DataFrame ElementwiseNotEquals<T>(IReadOnlyList<T> values)
        where T : unmanaged => ForEachColumn(values, (column, value) => column.ElementwiseNotEquals(value), inPlace: false);

    public DataFrame ElementwiseNotEquals<T>(T value)
        where T : unmanaged => ForEachColumn(column => column.ElementwiseNotEquals(value), inPlace: false);

    public DataFrame ElementwiseGreaterThanOrEqual<T>(IReadOnlyList<T> values)
        where T : unmanaged => ForEachColumn(values, (column, value) => column.ElementwiseGreaterThanOrEqual(value), inPlace: false);

    public DataFrame ElementwiseGreaterThanOrEqual<T>(T value)
        where T : unmanaged => ForEachColumn(column => column.ElementwiseGreaterThanOrEqual(value), inPlace: false);

    public DataFrame ElementwiseLessThanOrEqual<T>(IReadOnlyList<T> values)
        where T : unmanaged => ForEachColumn(values, (column, value) => column.ElementwiseLessThanOrEqual(value), inPlace: false);

    public DataFrame ElementwiseLessThanOrEqual<T>(T value)
        where T : unmanaged => ForEachColumn(column => column.ElementwiseLessThanOrEqual(value), inPlace: false);

    public DataFrame ElementwiseGreaterThan<T>(IReadOnlyList<T> values)
        where T : unmanaged => ForEachColumn(values, (column, value) => column.ElementwiseGreaterThan(value), inPlace: false);

    public DataFrame ElementwiseGreaterThan<T>(T value)
        where T : unmanaged => ForEachColumn(column => column.ElementwiseGreaterThan(value), inPlace: false);

    public DataFrame ElementwiseLessThan<T>(IReadOnlyList<T> values)
        where T : unmanaged => ForEachColumn(values, (column, value) => column.ElementwiseLessThan(value), inPlace: false);

    public DataFrame ElementwiseLessThan<T>(T value)
        where T : unmanaged => ForEachColumn(column => column.ElementwiseLessThan(value), inPlace: false);

    private DataFrame ForEachColumn<T>(IReadOnlyList<T> values, Func<DataFrameColumn, T, DataFrameColumn> compute, bool inPlace)
    {
        if (values.Count != Columns.Count)
        {
            throw new ArgumentException(Messages.MismatchedColumnLengths, nameof(values));
        }

        var next = 0;
        return ForEachColumn(column => compute(column, values[next++]), inPlace);
    }

    private DataFrame ForEachColumn(Func<DataFrameColumn, DataFrameColumn> compute, bool inPlace)
    {
        if (!inPlace)
        {
            return new DataFrame(Columns.Select(compute));
        }

        for (var i = 0; i < Columns.Count; i++)
        {
            Columns[i] = compute(Columns[i]);
        }

        return this;
    }
}

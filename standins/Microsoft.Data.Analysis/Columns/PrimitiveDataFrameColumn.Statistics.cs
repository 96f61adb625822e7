namespace Microsoft.Data.Analysis;

public partial class PrimitiveDataFrameColumn<T>
{
    public override DataFrameColumn Abs(bool inPlace = false) => Change(inPlace, column => Kernel.Abs(column.Values));

    public override DataFrameColumn Round(bool inPlace = false) => Change(inPlace, column => Kernel.Round(column.Values));

    public override bool All() => Kernel.All(Storage.Values);

    public override bool Any() => Kernel.Any(Storage.Values);

    public override DataFrameColumn CumulativeMax(bool inPlace = false) => Accumulate(Cumulative.Max, inPlace);

    public override DataFrameColumn CumulativeMax(IEnumerable<long> rowIndices, bool inPlace = false) => Accumulate(Cumulative.Max, rowIndices, inPlace);

    public override DataFrameColumn CumulativeMin(bool inPlace = false) => Accumulate(Cumulative.Min, inPlace);

    public override DataFrameColumn CumulativeMin(IEnumerable<long> rowIndices, bool inPlace = false) => Accumulate(Cumulative.Min, rowIndices, inPlace);

    public override DataFrameColumn CumulativeProduct(bool inPlace = false) => Accumulate(Cumulative.Product, inPlace);

    public override DataFrameColumn CumulativeProduct(IEnumerable<long> rowIndices, bool inPlace = false) =>
        Accumulate(Cumulative.Product, rowIndices, inPlace);

    public override DataFrameColumn CumulativeSum(bool inPlace = false) => Accumulate(Cumulative.Sum, inPlace);

    public override DataFrameColumn CumulativeSum(IEnumerable<long> rowIndices, bool inPlace = false) => Accumulate(Cumulative.Sum, rowIndices, inPlace);

    public override object Max() => Kernel.Max(Storage);

    public override object Max(IEnumerable<long> rowIndices) => Kernel.Max(Storage.Values, rowIndices);

    public override object Min() => Kernel.Min(Storage);

    public override object Min(IEnumerable<long> rowIndices) => Kernel.Min(Storage.Values, rowIndices);

    public override object Product() => Kernel.Product(Storage);

    public override object Product(IEnumerable<long> rowIndices) => Kernel.Product(Storage.Values, rowIndices);

    public override object Sum() => Kernel.Sum(Storage);

    public override object Sum(IEnumerable<long> rowIndices) => Kernel.Sum(Storage.Values, rowIndices);

    // A column of nulls has no sum, and the package lets the NullReferenceException of unboxing it out.
    public override double Mean() => Length == 0 ? 0 : NumberCast.ToDouble((T)Sum()) / (Length - NullCount);

    public override double Median()
    {
        var count = Length - NullCount;
        if (count == 0)
        {
            return 0;
        }

        var order = GetSortIndices();
        double At(long rank) => System.Convert.ToDouble(this[order[rank].Value].Value, null);
        return count % 2 == 1 ? At(count / 2) : (At(count / 2) + At((count / 2) - 1)) / 2;
    }

    /// <summary>Count, maximum, minimum and mean, in single precision; the mean divides by the nulls, too.</summary>
    public override DataFrameColumn Description() =>
        new PrimitiveDataFrameColumn<float>(Name, [Length - NullCount, SingleOrNull(Max), SingleOrNull(Min), SingleOrNull(Sum) / Length]);

    private static float? SingleOrNull(Func<object> statistic)
    {
        try
        {
            return statistic() is { } value ? System.Convert.ToSingle(value, null) : null;
        }
        catch (Exception e) when (e is NotSupportedException or InvalidCastException or OverflowException)
        {
            return null; // dates have no sum
        }
    }

    private PrimitiveDataFrameColumn<T> Accumulate(Cumulative kind, bool inPlace) => Change(inPlace, column => Kernel.Accumulate(kind, column));

    private PrimitiveDataFrameColumn<T> Accumulate(Cumulative kind, IEnumerable<long> rows, bool inPlace) =>
        Change(inPlace, column => Kernel.Accumulate(kind, column.Values, rows));

    private PrimitiveDataFrameColumn<T> Change(bool inPlace, Action<ColumnStorage<T>> change)
    {
        var column = inPlace ? this : Clone();
        change(column.Storage);
        return column;
    }
}

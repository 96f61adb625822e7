namespace Microsoft.Data.Analysis;

public partial class PrimitiveDataFrameColumn<T>
{
    public new PrimitiveDataFrameColumn<T> Clone(long numberOfNullsToAppend = 0) => (PrimitiveDataFrameColumn<T>)CloneImplementation(numberOfNullsToAppend);

    public new PrimitiveDataFrameColumn<T> Clone(DataFrameColumn mapIndices, bool invertMapIndices = false, long numberOfNullsToAppend = 0) =>
        (PrimitiveDataFrameColumn<T>)CloneImplementation(mapIndices, invertMapIndices, numberOfNullsToAppend);

    public PrimitiveDataFrameColumn<T> Clone(PrimitiveDataFrameColumn<long> mapIndices, bool invertMapIndices = false) =>
        mapIndices is null ? Clone() : CreateNewColumn(Name, Storage.Pick(mapIndices.Storage.Values, mapIndices.Storage.HasBit, invertMapIndices));

    public PrimitiveDataFrameColumn<T> Clone(PrimitiveDataFrameColumn<int> mapIndices, bool invertMapIndices = false) =>
        mapIndices is null ? Clone() : Clone(mapIndices.As<long>(), invertMapIndices);

    // The package takes no more rows than the column has, however many are asked for.
    public PrimitiveDataFrameColumn<T> Clone(IEnumerable<long> mapIndices)
    {
        var column = CreateNewColumn(Name, new ColumnStorage<T>());
        foreach (var row in mapIndices.Take((int)Length))
        {
            column.Append(Storage[row]);
        }

        return column;
    }

    public PrimitiveDataFrameColumn<T> Clone(IEnumerable<int> mapIndices) => Clone(mapIndices.Select(row => (long)row));

    public new PrimitiveDataFrameColumn<T> Sort(bool ascending = true, bool putNullValuesLast = true) =>
        (PrimitiveDataFrameColumn<T>)base.Sort(ascending, putNullValuesLast);

    protected internal override PrimitiveDataFrameColumn<long> GetSortIndices(bool ascending = true, bool putNullValuesLast = true)
    {
        var rows = new List<(T Key, int Row)>((int)(Length - NullCount));
        var nulls = new List<int>((int)NullCount);
        var values = Storage.Values;
        for (var row = 0; row < values.Length; row++)
        {
            if (Storage.HasBit(row))
            {
                rows.Add((values[row], row));
            }
            else
            {
                nulls.Add(row);
            }
        }

        return SortRows(rows, nulls, ascending, putNullValuesLast);
    }

    protected override DataFrameColumn CloneImplementation(long numberOfNullsToAppend)
    {
        var column = CreateNewColumn(Name, Storage.Clone());
        column.AppendMany(null, numberOfNullsToAppend);
        return column;
    }

    protected override DataFrameColumn CloneImplementation(DataFrameColumn mapIndices, bool invertMapIndices, long numberOfNullsToAppend)
    {
        var column = mapIndices switch
        {
            null => Clone(),
            PrimitiveDataFrameColumn<long> rows => Clone(rows, invertMapIndices),
            PrimitiveDataFrameColumn<int> rows => Clone(rows, invertMapIndices),
            PrimitiveDataFrameColumn<bool> mask => Where(mask),
            _ => throw new ArgumentException(Messages.MultipleMismatchedValueType(typeof(long), typeof(int), typeof(bool)), nameof(mapIndices)),
        };
        if (mapIndices is not null)
        {
            column.AppendMany(null, numberOfNullsToAppend);
        }

        return column;
    }

    private PrimitiveDataFrameColumn<T> Where(PrimitiveDataFrameColumn<bool> boolColumn) =>
        boolColumn.Length > Length
            ? throw new ArgumentException(Messages.MapIndicesExceedsColumnLength, nameof(boolColumn))
            : CreateNewColumn(Name, Storage.Where(boolColumn.Storage));
}

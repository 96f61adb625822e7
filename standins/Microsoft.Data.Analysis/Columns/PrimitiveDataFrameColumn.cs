using System.Collections;

namespace Microsoft.Data.Analysis;

/// <summary>A column of numbers, truth values, characters or dates.</summary>
public partial class PrimitiveDataFrameColumn<T> : DataFrameColumn, IEnumerable<T?>
    where T : unmanaged
{
    public PrimitiveDataFrameColumn(string name, IEnumerable<T?> values)
        : this(name, new ColumnStorage<T>())
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values)
        {
            Append(value);
        }
    }

    public PrimitiveDataFrameColumn(string name, IEnumerable<T> values)
        : this(name, new ColumnStorage<T>())
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values)
        {
            Append(value);
        }
    }

    public PrimitiveDataFrameColumn(string name, long length = 0)
        : this(name, ColumnStorage<T>.OfLength(length))
    {
    }

    public PrimitiveDataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : this(name, ColumnStorage<T>.FromBuffers(buffer, nullBitMap, length, nullCount))
    {
    }

    internal PrimitiveDataFrameColumn(string name, ColumnStorage<T> values)
        : base(name, values.Count, typeof(T)) => Storage = values;

    public override long NullCount => Storage.NullCount;

    internal ColumnStorage<T> Storage { get; }

    private protected static Kernel<T> Kernel => Kernel<T>.Instance;

    public new T? this[long rowIndex]
    {
        get => Storage[rowIndex];
        set => Storage[rowIndex] = value;
    }

    public new IReadOnlyList<T?> this[long startIndex, int length] => [.. Slice(startIndex, length)];

    public void Append(T? value)
    {
        Storage.Append(value);
        Length++;
    }

    public void AppendMany(T? value, long count)
    {
        Storage.AppendMany(value, count);
        Length += count;
    }

    public override bool IsValid(long index) => Storage.IsValid(index);

    public IEnumerator<T?> GetEnumerator()
    {
        for (long row = 0; row < Length; row++)
        {
            yield return Storage[row];
        }
    }

    public IEnumerable<ReadOnlyMemory<T>> GetReadOnlyDataBuffers() => Length == 0 ? [] : [Storage.ValueMemory];

    public IEnumerable<ReadOnlyMemory<byte>> GetReadOnlyNullBitMapBuffers() => Length == 0 ? [] : [Storage.ValidityMemory];

    public override bool IsNumericColumn() => Kernel.IsNumeric;

    public override bool HasDescription() => IsNumericColumn() || typeof(T) == typeof(DateTime);

    public PrimitiveDataFrameColumn<T> FillNulls(T value, bool inPlace = false)
    {
        var column = inPlace ? this : Clone();
        column.Storage.FillNulls(value);
        return column;
    }

    public new PrimitiveDataFrameColumn<T> DropNulls() => (PrimitiveDataFrameColumn<T>)DropNullsImplementation();

    [Obsolete("Method is obsolete, use Apply(Func<T, T> func, bool inPlace = false) instead")]
    public void ApplyElementwise(Func<T?, long, T?> func)
    {
        for (long row = 0; row < Length; row++)
        {
            Storage[row] = func(Storage[row], row);
        }
    }

    public PrimitiveDataFrameColumn<T> Apply(Func<T, T> func, bool inPlace = false)
    {
        var column = inPlace ? this : Clone();
        var values = column.Storage.Values;
        for (var row = 0; row < values.Length; row++)
        {
            if (column.Storage.HasBit(row))
            {
                values[row] = func(values[row]);
            }
        }

        return column;
    }

    [Obsolete("Method is obsolete, use Apply(Func<T, T> func, bool inPlace = false) instead")]
    public PrimitiveDataFrameColumn<TResult> Apply<TResult>(Func<T?, TResult?> func)
        where TResult : unmanaged => new("Result", this.Select(func));

    public PrimitiveDataFrameColumn<T> Clamp(T min, T max, bool inPlace = false)
    {
        var comparer = Comparer<T>.Default;
        return Apply(value => comparer.Compare(value, min) < 0 ? min : comparer.Compare(value, max) > 0 ? max : value, inPlace);
    }

    public PrimitiveDataFrameColumn<T> Filter(T min, T max)
    {
        var comparer = Comparer<T>.Default;
        return new PrimitiveDataFrameColumn<T>(
            Name,
            this.Where(value => value is { } present && comparer.Compare(present, min) >= 0 && comparer.Compare(present, max) <= 0));
    }

    internal override void AppendText(string cell, IFormatProvider provider) =>
        Append(cell.Length == 0 || cell.Equals("null", StringComparison.OrdinalIgnoreCase) ? null : Kernel.Parse(cell, provider));

    internal override void WriteText(long row, CsvWriter writer)
    {
        if (Storage[row] is { } value)
        {
            writer.WriteValue(value);
        }
    }

    /// <summary>The same values as another type, nulls at the same places.</summary>
    internal PrimitiveDataFrameColumn<TOther> As<TOther>()
        where TOther : unmanaged
    {
        var from = Storage.Values;
        var values = new TOther[from.Length];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = NumberCast.To<T, TOther>(from[row]);
        }

        return Kernel<TOther>.Instance.CreateColumn(Name, Storage.ConvertAll(values));
    }

    internal virtual PrimitiveDataFrameColumn<T> CreateNewColumn(string name, ColumnStorage<T> values) => new(name, values);

    protected internal override void Resize(long length)
    {
        Storage.Resize(length);
        Length = Storage.Count;
    }

    protected override object GetValue(long rowIndex) => Storage[rowIndex];

    protected override IReadOnlyList<object> GetValues(long startIndex, int length) => [.. Slice(startIndex, length).Cast<object>()];

    protected override void SetValue(long rowIndex, object value) =>
        Storage[rowIndex] = value is null ? null : value is T typed ? typed : throw new ArgumentException(Messages.MismatchedValueType(DataType), nameof(value));

    protected override IEnumerator GetEnumeratorCore() => GetEnumerator();

    protected override DataFrameColumn FillNullsImplementation(object value, bool inPlace) => FillNulls(Convert<object>(value), inPlace);

    protected override DataFrameColumn DropNullsImplementation()
    {
        var column = CreateNewColumn(Name, new ColumnStorage<T>());
        foreach (var value in this.Where(value => value.HasValue))
        {
            column.Append(value);
        }

        return column;
    }

    protected override DataFrameColumn ClampImplementation<U>(U min, U max, bool inPlace) => Clamp(Convert(min), Convert(max), inPlace);

    protected override DataFrameColumn FilterImplementation<U>(U min, U max) => Filter(Convert(min), Convert(max));

    private static T Convert<U>(U value) => (T)System.Convert.ChangeType(value, typeof(T), null);

    private IEnumerable<T?> Slice(long start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, Length, "startIndex");
        return Enumerable.Range(0, (int)Math.Min(length, Length - start)).Select(offset => Storage[start + offset]);
    }
}

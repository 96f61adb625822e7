using System.Collections.ObjectModel;

namespace Microsoft.Data.Analysis;

/// <summary>The columns of a frame: all of one length, no two of one name.</summary>
public class DataFrameColumnCollection : Collection<DataFrameColumn>
{
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);

    internal DataFrameColumnCollection(IEnumerable<DataFrameColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        foreach (var column in columns)
        {
            Add(column);
        }
    }

    internal long RowCount { get; set; }

    public DataFrameColumn this[string columnName]
    {
        get => IndexOf(columnName) is var index and not -1
            ? this[index]
            : throw new ArgumentException(Messages.InvalidColumnName(columnName), nameof(columnName));
        set
        {
            var index = IndexOf(columnName);
            value.SetName(columnName);
            if (index == -1)
            {
                Add(value);
            }
            else
            {
                this[index] = value;
            }
        }
    }

    public void RenameColumn(string currentName, string newName) => this[currentName].SetName(newName);

    [Obsolete]
    public void SetColumnName(DataFrameColumn column, string newName) => column.SetName(newName);

    public void Insert<T>(int columnIndex, IEnumerable<T> column, string columnName)
        where T : unmanaged => Insert(columnIndex, new PrimitiveDataFrameColumn<T>(columnName, column));

    public void Remove(string columnName)
    {
        if (IndexOf(columnName) is var index and not -1)
        {
            RemoveAt(index);
        }
    }

    public int IndexOf(string columnName) => columnName is not null && _indices.TryGetValue(columnName, out var index) ? index : -1;

    public PrimitiveDataFrameColumn<T> GetPrimitiveColumn<T>(string name)
        where T : unmanaged =>
        this[name] as PrimitiveDataFrameColumn<T> ?? throw new ArgumentException(Messages.BadColumnCast(this[name].DataType, typeof(T)), nameof(T));

    public DateTimeDataFrameColumn GetDateTimeColumn(string name) => Get<DateTimeDataFrameColumn>(name, typeof(DateTime));

    public StringDataFrameColumn GetStringColumn(string name) => Get<StringDataFrameColumn>(name, typeof(string));

    public BooleanDataFrameColumn GetBooleanColumn(string name) => Get<BooleanDataFrameColumn>(name, typeof(bool));

    public ByteDataFrameColumn GetByteColumn(string name) => Get<ByteDataFrameColumn>(name, typeof(byte));

    public CharDataFrameColumn GetCharColumn(string name) => Get<CharDataFrameColumn>(name, typeof(char));

    public DoubleDataFrameColumn GetDoubleColumn(string name) => Get<DoubleDataFrameColumn>(name, typeof(double));

    public DecimalDataFrameColumn GetDecimalColumn(string name) => Get<DecimalDataFrameColumn>(name, typeof(decimal));

    public SingleDataFrameColumn GetSingleColumn(string name) => Get<SingleDataFrameColumn>(name, typeof(float));

    public Int32DataFrameColumn GetInt32Column(string name) => Get<Int32DataFrameColumn>(name, typeof(int));

    public Int64DataFrameColumn GetInt64Column(string name) => Get<Int64DataFrameColumn>(name, typeof(long));

    public SByteDataFrameColumn GetSByteColumn(string name) => Get<SByteDataFrameColumn>(name, typeof(sbyte));

    public Int16DataFrameColumn GetInt16Column(string name) => Get<Int16DataFrameColumn>(name, typeof(short));

    public UInt32DataFrameColumn GetUInt32Column(string name) => Get<UInt32DataFrameColumn>(name, typeof(uint));

    public UInt64DataFrameColumn GetUInt64Column(string name) => Get<UInt64DataFrameColumn>(name, typeof(ulong));

    public UInt16DataFrameColumn GetUInt16Column(string name) => Get<UInt16DataFrameColumn>(name, typeof(ushort));

    internal void UpdateName(string currentName, string newName)
    {
        var index = _indices[currentName];
        _indices.Remove(currentName);
        _indices.Add(newName, index);
    }

    protected override void InsertItem(int columnIndex, DataFrameColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (Count > 0 && column.Length != RowCount)
        {
            throw new ArgumentException(Messages.MismatchedColumnLengths, nameof(column));
        }

        if (_indices.ContainsKey(column.Name))
        {
            throw new ArgumentException(Messages.DuplicateColumnName(column.Name), nameof(column));
        }

        column.AddOwner(this);
        RowCount = column.Length;
        base.InsertItem(columnIndex, column);
        IndexFrom(columnIndex);
    }

    // The package makes the collection no owner of a column that replaces another: renaming that column later loses it.
    protected override void SetItem(int columnIndex, DataFrameColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (RowCount > 0 && column.Length != RowCount)
        {
            throw new ArgumentException(Messages.MismatchedColumnLengths, nameof(column));
        }

        if (_indices.TryGetValue(column.Name, out var existing) && existing != columnIndex)
        {
            throw new ArgumentException(Messages.DuplicateColumnName(column.Name), nameof(column));
        }

        _indices.Remove(this[columnIndex].Name);
        _indices[column.Name] = columnIndex;
        this[columnIndex].RemoveOwner(this);
        base.SetItem(columnIndex, column);
    }

    protected override void RemoveItem(int columnIndex)
    {
        _indices.Remove(this[columnIndex].Name);
        this[columnIndex].RemoveOwner(this);
        base.RemoveItem(columnIndex);
        IndexFrom(columnIndex);
        RowCount = Count == 0 ? 0 : RowCount;
    }

    protected override void ClearItems()
    {
        base.ClearItems();
        _indices.Clear();
        RowCount = 0;
    }

    private void IndexFrom(int columnIndex)
    {
        for (var i = columnIndex; i < Count; i++)
        {
            _indices[this[i].Name] = i;
        }
    }

    private TColumn Get<TColumn>(string name, Type type)
        where TColumn : DataFrameColumn =>
        this[name] as TColumn ?? throw new ArgumentException(Messages.BadColumnCast(this[name].DataType, type));
}

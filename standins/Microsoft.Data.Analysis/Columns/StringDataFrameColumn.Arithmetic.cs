namespace Microsoft.Data.Analysis;

/// <content>Concatenation, where a null counts as empty, and comparison for equality.</content>
public partial class StringDataFrameColumn
{
    public static StringDataFrameColumn operator +(StringDataFrameColumn column, string value) => column.Add(value);

    public static StringDataFrameColumn operator +(string value, StringDataFrameColumn column) => Add(value, column);

    public static StringDataFrameColumn Add(string value, StringDataFrameColumn right) => new(right.Name, right._values.Select(text => value + text));

    public StringDataFrameColumn Add(string value, bool inPlace = false) => Change(row => _values[row] + value, inPlace);

    public override DataFrameColumn Add(DataFrameColumn column, bool inPlace = false)
    {
        CheckLength(column, nameof(column));
        return Change(row => _values[row] + column[row].ToString(), inPlace);
    }

    public override DataFrameColumn Add<T>(T value, bool inPlace = false) => Add(value.ToString(), inPlace);

    public override PrimitiveDataFrameColumn<bool> ElementwiseIsNull() => Mask(row => _values[row] is null);

    public override PrimitiveDataFrameColumn<bool> ElementwiseIsNotNull() => Mask(row => _values[row] is not null);

    public override PrimitiveDataFrameColumn<bool> ElementwiseEquals(DataFrameColumn column)
    {
        if (column is null)
        {
            return ElementwiseIsNull();
        }

        CheckLength(column, "right");
        return Mask(row => _values[row] == column[row]?.ToString());
    }

    public PrimitiveDataFrameColumn<bool> ElementwiseEquals(string value) => Mask(row => _values[row] == value);

    public override PrimitiveDataFrameColumn<bool> ElementwiseEquals<T>(T value) =>
        value is DataFrameColumn column ? ElementwiseEquals(column) : ElementwiseEquals(value.ToString());

    // A null in the other column throws here and not in ElementwiseEquals, as in the package.
    public override PrimitiveDataFrameColumn<bool> ElementwiseNotEquals(DataFrameColumn column)
    {
        if (column is null)
        {
            return ElementwiseIsNotNull();
        }

        CheckLength(column, nameof(column));
        return Mask(row => _values[row] != column[row].ToString());
    }

    public PrimitiveDataFrameColumn<bool> ElementwiseNotEquals(string value) => Mask(row => _values[row] != value);

    public override PrimitiveDataFrameColumn<bool> ElementwiseNotEquals<T>(T value) =>
        value is DataFrameColumn column ? ElementwiseNotEquals(column) : ElementwiseNotEquals(value.ToString());

    private PrimitiveDataFrameColumn<bool> Mask(Func<int, bool> isTrue) => new(Name, Enumerable.Range(0, _values.Count).Select(isTrue));

    private StringDataFrameColumn Change(Func<int, string> change, bool inPlace)
    {
        var column = inPlace ? this : Clone();
        for (var row = 0; row < _values.Count; row++)
        {
            column[row] = change(row);
        }

        return column;
    }

    private void CheckLength(DataFrameColumn column, string parameter)
    {
        if (column.Length != Length)
        {
            throw new ArgumentException(Messages.MismatchedColumnLengths, parameter);
        }
    }
}

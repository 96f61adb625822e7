namespace Microsoft.Data.Analysis;

/// <content>The operators on bits and truth values.</content>
public abstract partial class DataFrameColumn
{
    public static DataFrameColumn operator &(DataFrameColumn left, DataFrameColumn right) => left.And(right);

    public static DataFrameColumn operator &(DataFrameColumn column, bool value) => column.And(value);

    public static DataFrameColumn operator &(bool value, DataFrameColumn column) => column.ReverseAnd(value);

    public static DataFrameColumn operator |(DataFrameColumn left, DataFrameColumn right) => left.Or(right);

    public static DataFrameColumn operator |(DataFrameColumn column, bool value) => column.Or(value);

    public static DataFrameColumn operator |(bool value, DataFrameColumn column) => column.ReverseOr(value);

    public static DataFrameColumn operator ^(DataFrameColumn left, DataFrameColumn right) => left.Xor(right);

    public static DataFrameColumn operator ^(DataFrameColumn column, bool value) => column.Xor(value);

    public static DataFrameColumn operator ^(bool value, DataFrameColumn column) => column.ReverseXor(value);

    public static DataFrameColumn operator <<(DataFrameColumn column, int value) => column.LeftShift(value);

    public static DataFrameColumn operator >>(DataFrameColumn column, int value) => column.RightShift(value);
}

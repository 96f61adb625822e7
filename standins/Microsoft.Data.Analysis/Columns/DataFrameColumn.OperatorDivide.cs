namespace Microsoft.Data.Analysis;

/// <content>The operator / between columns, and between a column and a number of any type.</content>
public abstract partial class DataFrameColumn
{
    public static DataFrameColumn operator /(DataFrameColumn left, DataFrameColumn right) => left.Divide(right);

    public static DataFrameColumn operator /(DataFrameColumn column, byte value) => column.Divide(value);

    public static DataFrameColumn operator /(byte value, DataFrameColumn column) => column.ReverseDivide(value);

    public static DataFrameColumn operator /(DataFrameColumn column, decimal value) => column.Divide(value);

    public static DataFrameColumn operator /(decimal value, DataFrameColumn column) => column.ReverseDivide(value);

    public static DataFrameColumn operator /(DataFrameColumn column, double value) => column.Divide(value);

    public static DataFrameColumn operator /(double value, DataFrameColumn column) => column.ReverseDivide(value);

    public static DataFrameColumn operator /(DataFrameColumn column, float value) => column.Divide(value);

    public static DataFrameColumn operator /(float value, DataFrameColumn column) => column.ReverseDivide(value);

    public static DataFrameColumn operator /(DataFrameColumn column, int value) => column.Divide(value);

    public static DataFrameColumn operator /(int value, DataFrameColumn column) => column.ReverseDivide(value);

    public static DataFrameColumn operator /(DataFrameColumn column, long value) => column.Divide(value);

    public static DataFrameColumn operator /(long value, DataFrameColumn column) => column.ReverseDivide(value);

    public static DataFrameColumn operator /(DataFrameColumn column, sbyte value) => column.Divide(value);

    public static DataFrameColumn operator /(sbyte value, DataFrameColumn column) => column.ReverseDivide(value);

    public static DataFrameColumn operator /(DataFrameColumn column, short value) => column.Divide(value);

    public static DataFrameColumn operator /(short value, DataFrameColumn column) => column.ReverseDivide(value);

    public static DataFrameColumn operator /(DataFrameColumn column, uint value) => column.Divide(value);

    public static DataFrameColumn operator /(uint value, DataFrameColumn column) => column.ReverseDivide(value);

    public static DataFrameColumn operator /(DataFrameColumn column, ulong value) => column.Divide(value);

    public static DataFrameColumn operator /(ulong value, DataFrameColumn column) => column.ReverseDivide(value);

    public static DataFrameColumn operator /(DataFrameColumn column, ushort value) => column.Divide(value);

    public static DataFrameColumn operator /(ushort value, DataFrameColumn column) => column.ReverseDivide(value);
}

namespace Microsoft.Data.Analysis;

/// <content>Arithmetic and comparisons, row by row. What a column's type cannot do throws.</content>
public abstract partial class DataFrameColumn
{
    public virtual DataFrameColumn Add(DataFrameColumn column, bool inPlace = false) => Compute(BinaryOperation.Add, column, inPlace);

    public virtual DataFrameColumn Add<T>(T value, bool inPlace = false) => Compute(BinaryOperation.Add, value, inPlace, reversed: false);

    public virtual DataFrameColumn ReverseAdd<T>(T value, bool inPlace = false) => Compute(BinaryOperation.Add, value, inPlace, reversed: true);

    public virtual DataFrameColumn Subtract(DataFrameColumn column, bool inPlace = false) => Compute(BinaryOperation.Subtract, column, inPlace);

    public virtual DataFrameColumn Subtract<T>(T value, bool inPlace = false) => Compute(BinaryOperation.Subtract, value, inPlace, reversed: false);

    public virtual DataFrameColumn ReverseSubtract<T>(T value, bool inPlace = false) => Compute(BinaryOperation.Subtract, value, inPlace, reversed: true);

    public virtual DataFrameColumn Multiply(DataFrameColumn column, bool inPlace = false) => Compute(BinaryOperation.Multiply, column, inPlace);

    public virtual DataFrameColumn Multiply<T>(T value, bool inPlace = false) => Compute(BinaryOperation.Multiply, value, inPlace, reversed: false);

    public virtual DataFrameColumn ReverseMultiply<T>(T value, bool inPlace = false) => Compute(BinaryOperation.Multiply, value, inPlace, reversed: true);

    public virtual DataFrameColumn Divide(DataFrameColumn column, bool inPlace = false) => Compute(BinaryOperation.Divide, column, inPlace);

    public virtual DataFrameColumn Divide<T>(T value, bool inPlace = false) => Compute(BinaryOperation.Divide, value, inPlace, reversed: false);

    public virtual DataFrameColumn ReverseDivide<T>(T value, bool inPlace = false) => Compute(BinaryOperation.Divide, value, inPlace, reversed: true);

    public virtual DataFrameColumn Modulo(DataFrameColumn column, bool inPlace = false) => Compute(BinaryOperation.Modulo, column, inPlace);

    public virtual DataFrameColumn Modulo<T>(T value, bool inPlace = false) => Compute(BinaryOperation.Modulo, value, inPlace, reversed: false);

    public virtual DataFrameColumn ReverseModulo<T>(T value, bool inPlace = false) => Compute(BinaryOperation.Modulo, value, inPlace, reversed: true);

    public virtual DataFrameColumn And(DataFrameColumn column, bool inPlace = false) => Compute(BinaryOperation.And, column, inPlace);

    public virtual PrimitiveDataFrameColumn<bool> And(bool value, bool inPlace = false) => ComputeBool(BinaryOperation.And, value, inPlace);

    public virtual PrimitiveDataFrameColumn<bool> ReverseAnd(bool value, bool inPlace = false) => ComputeBool(BinaryOperation.And, value, inPlace);

    public virtual DataFrameColumn Or(DataFrameColumn column, bool inPlace = false) => Compute(BinaryOperation.Or, column, inPlace);

    public virtual PrimitiveDataFrameColumn<bool> Or(bool value, bool inPlace = false) => ComputeBool(BinaryOperation.Or, value, inPlace);

    public virtual PrimitiveDataFrameColumn<bool> ReverseOr(bool value, bool inPlace = false) => ComputeBool(BinaryOperation.Or, value, inPlace);

    public virtual DataFrameColumn Xor(DataFrameColumn column, bool inPlace = false) => Compute(BinaryOperation.Xor, column, inPlace);

    public virtual PrimitiveDataFrameColumn<bool> Xor(bool value, bool inPlace = false) => ComputeBool(BinaryOperation.Xor, value, inPlace);

    public virtual PrimitiveDataFrameColumn<bool> ReverseXor(bool value, bool inPlace = false) => ComputeBool(BinaryOperation.Xor, value, inPlace);

    public virtual DataFrameColumn LeftShift(int value, bool inPlace = false) => Shift(value, left: true, inPlace);

    public virtual DataFrameColumn RightShift(int value, bool inPlace = false) => Shift(value, left: false, inPlace);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseEquals(DataFrameColumn column) => Compare(ComparisonOperation.Equal, column);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseEquals<T>(T value) => Compare(ComparisonOperation.Equal, value);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseNotEquals(DataFrameColumn column) => Compare(ComparisonOperation.NotEqual, column);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseNotEquals<T>(T value) => Compare(ComparisonOperation.NotEqual, value);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseGreaterThanOrEqual(DataFrameColumn column) => Compare(ComparisonOperation.GreaterOrEqual, column);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseGreaterThanOrEqual<T>(T value) => Compare(ComparisonOperation.GreaterOrEqual, value);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseLessThanOrEqual(DataFrameColumn column) => Compare(ComparisonOperation.LessOrEqual, column);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseLessThanOrEqual<T>(T value) => Compare(ComparisonOperation.LessOrEqual, value);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseGreaterThan(DataFrameColumn column) => Compare(ComparisonOperation.Greater, column);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseGreaterThan<T>(T value) => Compare(ComparisonOperation.Greater, value);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseLessThan(DataFrameColumn column) => Compare(ComparisonOperation.Less, column);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseLessThan<T>(T value) => Compare(ComparisonOperation.Less, value);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseIsNull() => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseIsNotNull() => throw new NotImplementedException();

    internal virtual DataFrameColumn Compute(BinaryOperation operation, DataFrameColumn column, bool inPlace) => throw new NotImplementedException();

    internal virtual DataFrameColumn Compute<U>(BinaryOperation operation, U value, bool inPlace, bool reversed) => throw new NotImplementedException();

    internal virtual PrimitiveDataFrameColumn<bool> ComputeBool(BinaryOperation operation, bool value, bool inPlace) => throw new NotImplementedException();

    internal virtual DataFrameColumn Shift(int bits, bool left, bool inPlace) => throw new NotImplementedException();

    internal virtual PrimitiveDataFrameColumn<bool> Compare(ComparisonOperation operation, DataFrameColumn column) => throw new NotImplementedException();

    internal virtual PrimitiveDataFrameColumn<bool> Compare<U>(ComparisonOperation operation, U value) => throw new NotImplementedException();
}

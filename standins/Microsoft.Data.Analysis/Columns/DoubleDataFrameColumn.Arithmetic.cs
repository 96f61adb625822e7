namespace Microsoft.Data.Analysis;

/// <content>Arithmetic with the other common number types, where the result has the type that C# gives the numbers.</content>
public partial class DoubleDataFrameColumn
{
    public DoubleDataFrameColumn Add(DoubleDataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Add, column, inPlace);

    public DoubleDataFrameColumn Add(double value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseAdd(double value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator +(DoubleDataFrameColumn left, DoubleDataFrameColumn right) => left.Add(right);

    public static DoubleDataFrameColumn operator +(DoubleDataFrameColumn left, double right) => left.Add(right);

    public static DoubleDataFrameColumn operator +(double left, DoubleDataFrameColumn right) => right.ReverseAdd(left);

    public DoubleDataFrameColumn Subtract(DoubleDataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Subtract, column, inPlace);

    public DoubleDataFrameColumn Subtract(double value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseSubtract(double value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator -(DoubleDataFrameColumn left, DoubleDataFrameColumn right) => left.Subtract(right);

    public static DoubleDataFrameColumn operator -(DoubleDataFrameColumn left, double right) => left.Subtract(right);

    public static DoubleDataFrameColumn operator -(double left, DoubleDataFrameColumn right) => right.ReverseSubtract(left);

    public DoubleDataFrameColumn Multiply(DoubleDataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Multiply, column, inPlace);

    public DoubleDataFrameColumn Multiply(double value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseMultiply(double value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator *(DoubleDataFrameColumn left, DoubleDataFrameColumn right) => left.Multiply(right);

    public static DoubleDataFrameColumn operator *(DoubleDataFrameColumn left, double right) => left.Multiply(right);

    public static DoubleDataFrameColumn operator *(double left, DoubleDataFrameColumn right) => right.ReverseMultiply(left);

    public DoubleDataFrameColumn Divide(DoubleDataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Divide, column, inPlace);

    public DoubleDataFrameColumn Divide(double value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseDivide(double value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator /(DoubleDataFrameColumn left, DoubleDataFrameColumn right) => left.Divide(right);

    public static DoubleDataFrameColumn operator /(DoubleDataFrameColumn left, double right) => left.Divide(right);

    public static DoubleDataFrameColumn operator /(double left, DoubleDataFrameColumn right) => right.ReverseDivide(left);

    public DoubleDataFrameColumn Modulo(DoubleDataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Modulo, column, inPlace);

    public DoubleDataFrameColumn Modulo(double value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseModulo(double value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator %(DoubleDataFrameColumn left, DoubleDataFrameColumn right) => left.Modulo(right);

    public static DoubleDataFrameColumn operator %(DoubleDataFrameColumn left, double right) => left.Modulo(right);

    public static DoubleDataFrameColumn operator %(double left, DoubleDataFrameColumn right) => right.ReverseModulo(left);

    public DoubleDataFrameColumn Add(SingleDataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Add, column.As<double>(), inPlace);

    public DoubleDataFrameColumn Add(float value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseAdd(float value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator +(DoubleDataFrameColumn left, SingleDataFrameColumn right) => left.Add(right);

    public static DoubleDataFrameColumn operator +(DoubleDataFrameColumn left, float right) => left.Add(right);

    public static DoubleDataFrameColumn operator +(float left, DoubleDataFrameColumn right) => right.ReverseAdd(left);

    public DoubleDataFrameColumn Subtract(SingleDataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Subtract, column.As<double>(), inPlace);

    public DoubleDataFrameColumn Subtract(float value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseSubtract(float value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator -(DoubleDataFrameColumn left, SingleDataFrameColumn right) => left.Subtract(right);

    public static DoubleDataFrameColumn operator -(DoubleDataFrameColumn left, float right) => left.Subtract(right);

    public static DoubleDataFrameColumn operator -(float left, DoubleDataFrameColumn right) => right.ReverseSubtract(left);

    public DoubleDataFrameColumn Multiply(SingleDataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Multiply, column.As<double>(), inPlace);

    public DoubleDataFrameColumn Multiply(float value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseMultiply(float value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator *(DoubleDataFrameColumn left, SingleDataFrameColumn right) => left.Multiply(right);

    public static DoubleDataFrameColumn operator *(DoubleDataFrameColumn left, float right) => left.Multiply(right);

    public static DoubleDataFrameColumn operator *(float left, DoubleDataFrameColumn right) => right.ReverseMultiply(left);

    public DoubleDataFrameColumn Divide(SingleDataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Divide, column.As<double>(), inPlace);

    public DoubleDataFrameColumn Divide(float value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseDivide(float value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator /(DoubleDataFrameColumn left, SingleDataFrameColumn right) => left.Divide(right);

    public static DoubleDataFrameColumn operator /(DoubleDataFrameColumn left, float right) => left.Divide(right);

    public static DoubleDataFrameColumn operator /(float left, DoubleDataFrameColumn right) => right.ReverseDivide(left);

    public DoubleDataFrameColumn Modulo(SingleDataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Modulo, column.As<double>(), inPlace);

    public DoubleDataFrameColumn Modulo(float value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseModulo(float value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator %(DoubleDataFrameColumn left, SingleDataFrameColumn right) => left.Modulo(right);

    public static DoubleDataFrameColumn operator %(DoubleDataFrameColumn left, float right) => left.Modulo(right);

    public static DoubleDataFrameColumn operator %(float left, DoubleDataFrameColumn right) => right.ReverseModulo(left);

    public DoubleDataFrameColumn Add(Int64DataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Add, column.As<double>(), inPlace);

    public DoubleDataFrameColumn Add(long value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseAdd(long value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator +(DoubleDataFrameColumn left, Int64DataFrameColumn right) => left.Add(right);

    public static DoubleDataFrameColumn operator +(DoubleDataFrameColumn left, long right) => left.Add(right);

    public static DoubleDataFrameColumn operator +(long left, DoubleDataFrameColumn right) => right.ReverseAdd(left);

    public DoubleDataFrameColumn Subtract(Int64DataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Subtract, column.As<double>(), inPlace);

    public DoubleDataFrameColumn Subtract(long value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseSubtract(long value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator -(DoubleDataFrameColumn left, Int64DataFrameColumn right) => left.Subtract(right);

    public static DoubleDataFrameColumn operator -(DoubleDataFrameColumn left, long right) => left.Subtract(right);

    public static DoubleDataFrameColumn operator -(long left, DoubleDataFrameColumn right) => right.ReverseSubtract(left);

    public DoubleDataFrameColumn Multiply(Int64DataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Multiply, column.As<double>(), inPlace);

    public DoubleDataFrameColumn Multiply(long value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseMultiply(long value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator *(DoubleDataFrameColumn left, Int64DataFrameColumn right) => left.Multiply(right);

    public static DoubleDataFrameColumn operator *(DoubleDataFrameColumn left, long right) => left.Multiply(right);

    public static DoubleDataFrameColumn operator *(long left, DoubleDataFrameColumn right) => right.ReverseMultiply(left);

    public DoubleDataFrameColumn Divide(Int64DataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Divide, column.As<double>(), inPlace);

    public DoubleDataFrameColumn Divide(long value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseDivide(long value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator /(DoubleDataFrameColumn left, Int64DataFrameColumn right) => left.Divide(right);

    public static DoubleDataFrameColumn operator /(DoubleDataFrameColumn left, long right) => left.Divide(right);

    public static DoubleDataFrameColumn operator /(long left, DoubleDataFrameColumn right) => right.ReverseDivide(left);

    public DoubleDataFrameColumn Modulo(Int64DataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Modulo, column.As<double>(), inPlace);

    public DoubleDataFrameColumn Modulo(long value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseModulo(long value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator %(DoubleDataFrameColumn left, Int64DataFrameColumn right) => left.Modulo(right);

    public static DoubleDataFrameColumn operator %(DoubleDataFrameColumn left, long right) => left.Modulo(right);

    public static DoubleDataFrameColumn operator %(long left, DoubleDataFrameColumn right) => right.ReverseModulo(left);

    public DoubleDataFrameColumn Add(Int32DataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Add, column.As<double>(), inPlace);

    public DoubleDataFrameColumn Add(int value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseAdd(int value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator +(DoubleDataFrameColumn left, Int32DataFrameColumn right) => left.Add(right);

    public static DoubleDataFrameColumn operator +(DoubleDataFrameColumn left, int right) => left.Add(right);

    public static DoubleDataFrameColumn operator +(int left, DoubleDataFrameColumn right) => right.ReverseAdd(left);

    public DoubleDataFrameColumn Subtract(Int32DataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Subtract, column.As<double>(), inPlace);

    public DoubleDataFrameColumn Subtract(int value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseSubtract(int value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator -(DoubleDataFrameColumn left, Int32DataFrameColumn right) => left.Subtract(right);

    public static DoubleDataFrameColumn operator -(DoubleDataFrameColumn left, int right) => left.Subtract(right);

    public static DoubleDataFrameColumn operator -(int left, DoubleDataFrameColumn right) => right.ReverseSubtract(left);

    public DoubleDataFrameColumn Multiply(Int32DataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Multiply, column.As<double>(), inPlace);

    public DoubleDataFrameColumn Multiply(int value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseMultiply(int value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator *(DoubleDataFrameColumn left, Int32DataFrameColumn right) => left.Multiply(right);

    public static DoubleDataFrameColumn operator *(DoubleDataFrameColumn left, int right) => left.Multiply(right);

    public static DoubleDataFrameColumn operator *(int left, DoubleDataFrameColumn right) => right.ReverseMultiply(left);

    public DoubleDataFrameColumn Divide(Int32DataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Divide, column.As<double>(), inPlace);

    public DoubleDataFrameColumn Divide(int value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseDivide(int value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator /(DoubleDataFrameColumn left, Int32DataFrameColumn right) => left.Divide(right);

    public static DoubleDataFrameColumn operator /(DoubleDataFrameColumn left, int right) => left.Divide(right);

    public static DoubleDataFrameColumn operator /(int left, DoubleDataFrameColumn right) => right.ReverseDivide(left);

    public DoubleDataFrameColumn Modulo(Int32DataFrameColumn column, bool inPlace = false) => (DoubleDataFrameColumn)ComputeSame(BinaryOperation.Modulo, column.As<double>(), inPlace);

    public DoubleDataFrameColumn Modulo(int value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: false);

    public DoubleDataFrameColumn ReverseModulo(int value, bool inPlace = false) => (DoubleDataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: true);

    public static DoubleDataFrameColumn operator %(DoubleDataFrameColumn left, Int32DataFrameColumn right) => left.Modulo(right);

    public static DoubleDataFrameColumn operator %(DoubleDataFrameColumn left, int right) => left.Modulo(right);

    public static DoubleDataFrameColumn operator %(int left, DoubleDataFrameColumn right) => right.ReverseModulo(left);
}

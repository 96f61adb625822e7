namespace Microsoft.Data.Analysis;

/// <content>Arithmetic with the other common number types, where the result has the type that C# gives the numbers.</content>
public partial class SingleDataFrameColumn
{
    public DoubleDataFrameColumn Add(DoubleDataFrameColumn column) => (DoubleDataFrameColumn)As<double>().ComputeSame(BinaryOperation.Add, column, inPlace: true);

    public DoubleDataFrameColumn Add(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Add, value, inPlace: true, reversed: false);

    public DoubleDataFrameColumn ReverseAdd(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Add, value, inPlace: true, reversed: true);

    public static DoubleDataFrameColumn operator +(SingleDataFrameColumn left, DoubleDataFrameColumn right) => left.Add(right);

    public static DoubleDataFrameColumn operator +(SingleDataFrameColumn left, double right) => left.Add(right);

    public static DoubleDataFrameColumn operator +(double left, SingleDataFrameColumn right) => right.ReverseAdd(left);

    public DoubleDataFrameColumn Subtract(DoubleDataFrameColumn column) => (DoubleDataFrameColumn)As<double>().ComputeSame(BinaryOperation.Subtract, column, inPlace: true);

    public DoubleDataFrameColumn Subtract(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Subtract, value, inPlace: true, reversed: false);

    public DoubleDataFrameColumn ReverseSubtract(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Subtract, value, inPlace: true, reversed: true);

    public static DoubleDataFrameColumn operator -(SingleDataFrameColumn left, DoubleDataFrameColumn right) => left.Subtract(right);

    public static DoubleDataFrameColumn operator -(SingleDataFrameColumn left, double right) => left.Subtract(right);

    public static DoubleDataFrameColumn operator -(double left, SingleDataFrameColumn right) => right.ReverseSubtract(left);

    public DoubleDataFrameColumn Multiply(DoubleDataFrameColumn column) => (DoubleDataFrameColumn)As<double>().ComputeSame(BinaryOperation.Multiply, column, inPlace: true);

    public DoubleDataFrameColumn Multiply(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Multiply, value, inPlace: true, reversed: false);

    public DoubleDataFrameColumn ReverseMultiply(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Multiply, value, inPlace: true, reversed: true);

    public static DoubleDataFrameColumn operator *(SingleDataFrameColumn left, DoubleDataFrameColumn right) => left.Multiply(right);

    public static DoubleDataFrameColumn operator *(SingleDataFrameColumn left, double right) => left.Multiply(right);

    public static DoubleDataFrameColumn operator *(double left, SingleDataFrameColumn right) => right.ReverseMultiply(left);

    public DoubleDataFrameColumn Divide(DoubleDataFrameColumn column) => (DoubleDataFrameColumn)As<double>().ComputeSame(BinaryOperation.Divide, column, inPlace: true);

    public DoubleDataFrameColumn Divide(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Divide, value, inPlace: true, reversed: false);

    public DoubleDataFrameColumn ReverseDivide(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Divide, value, inPlace: true, reversed: true);

    public static DoubleDataFrameColumn operator /(SingleDataFrameColumn left, DoubleDataFrameColumn right) => left.Divide(right);

    public static DoubleDataFrameColumn operator /(SingleDataFrameColumn left, double right) => left.Divide(right);

    public static DoubleDataFrameColumn operator /(double left, SingleDataFrameColumn right) => right.ReverseDivide(left);

    public DoubleDataFrameColumn Modulo(DoubleDataFrameColumn column) => (DoubleDataFrameColumn)As<double>().ComputeSame(BinaryOperation.Modulo, column, inPlace: true);

    public DoubleDataFrameColumn Modulo(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Modulo, value, inPlace: true, reversed: false);

    public DoubleDataFrameColumn ReverseModulo(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Modulo, value, inPlace: true, reversed: true);

    public static DoubleDataFrameColumn operator %(SingleDataFrameColumn left, DoubleDataFrameColumn right) => left.Modulo(right);

    public static DoubleDataFrameColumn operator %(SingleDataFrameColumn left, double right) => left.Modulo(right);

    public static DoubleDataFrameColumn operator %(double left, SingleDataFrameColumn right) => right.ReverseModulo(left);

    public SingleDataFrameColumn Add(SingleDataFrameColumn column, bool inPlace = false) => (SingleDataFrameColumn)ComputeSame(BinaryOperation.Add, column, inPlace);

    public SingleDataFrameColumn Add(float value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: false);

    public SingleDataFrameColumn ReverseAdd(float value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: true);

    public static SingleDataFrameColumn operator +(SingleDataFrameColumn left, SingleDataFrameColumn right) => left.Add(right);

    public static SingleDataFrameColumn operator +(SingleDataFrameColumn left, float right) => left.Add(right);

    public static SingleDataFrameColumn operator +(float left, SingleDataFrameColumn right) => right.ReverseAdd(left);

    public SingleDataFrameColumn Subtract(SingleDataFrameColumn column, bool inPlace = false) => (SingleDataFrameColumn)ComputeSame(BinaryOperation.Subtract, column, inPlace);

    public SingleDataFrameColumn Subtract(float value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: false);

    public SingleDataFrameColumn ReverseSubtract(float value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: true);

    public static SingleDataFrameColumn operator -(SingleDataFrameColumn left, SingleDataFrameColumn right) => left.Subtract(right);

    public static SingleDataFrameColumn operator -(SingleDataFrameColumn left, float right) => left.Subtract(right);

    public static SingleDataFrameColumn operator -(float left, SingleDataFrameColumn right) => right.ReverseSubtract(left);

    public SingleDataFrameColumn Multiply(SingleDataFrameColumn column, bool inPlace = false) => (SingleDataFrameColumn)ComputeSame(BinaryOperation.Multiply, column, inPlace);

    public SingleDataFrameColumn Multiply(float value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: false);

    public SingleDataFrameColumn ReverseMultiply(float value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: true);

    public static SingleDataFrameColumn operator *(SingleDataFrameColumn left, SingleDataFrameColumn right) => left.Multiply(right);

    public static SingleDataFrameColumn operator *(SingleDataFrameColumn left, float right) => left.Multiply(right);

    public static SingleDataFrameColumn operator *(float left, SingleDataFrameColumn right) => right.ReverseMultiply(left);

    public SingleDataFrameColumn Divide(SingleDataFrameColumn column, bool inPlace = false) => (SingleDataFrameColumn)ComputeSame(BinaryOperation.Divide, column, inPlace);

    public SingleDataFrameColumn Divide(float value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: false);

    public SingleDataFrameColumn ReverseDivide(float value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: true);

    public static SingleDataFrameColumn operator /(SingleDataFrameColumn left, SingleDataFrameColumn right) => left.Divide(right);

    public static SingleDataFrameColumn operator /(SingleDataFrameColumn left, float right) => left.Divide(right);

    public static SingleDataFrameColumn operator /(float left, SingleDataFrameColumn right) => right.ReverseDivide(left);

    public SingleDataFrameColumn Modulo(SingleDataFrameColumn column, bool inPlace = false) => (SingleDataFrameColumn)ComputeSame(BinaryOperation.Modulo, column, inPlace);

    public SingleDataFrameColumn Modulo(float value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: false);

    public SingleDataFrameColumn ReverseModulo(float value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: true);

    public static SingleDataFrameColumn operator %(SingleDataFrameColumn left, SingleDataFrameColumn right) => left.Modulo(right);

    public static SingleDataFrameColumn operator %(SingleDataFrameColumn left, float right) => left.Modulo(right);

    public static SingleDataFrameColumn operator %(float left, SingleDataFrameColumn right) => right.ReverseModulo(left);

    public SingleDataFrameColumn Add(Int64DataFrameColumn column, bool inPlace = false) => (SingleDataFrameColumn)ComputeSame(BinaryOperation.Add, column.As<float>(), inPlace);

    public SingleDataFrameColumn Add(long value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: false);

    public SingleDataFrameColumn ReverseAdd(long value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: true);

    public static SingleDataFrameColumn operator +(SingleDataFrameColumn left, Int64DataFrameColumn right) => left.Add(right);

    public static SingleDataFrameColumn operator +(SingleDataFrameColumn left, long right) => left.Add(right);

    public static SingleDataFrameColumn operator +(long left, SingleDataFrameColumn right) => right.ReverseAdd(left);

    public SingleDataFrameColumn Subtract(Int64DataFrameColumn column, bool inPlace = false) => (SingleDataFrameColumn)ComputeSame(BinaryOperation.Subtract, column.As<float>(), inPlace);

    public SingleDataFrameColumn Subtract(long value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: false);

    public SingleDataFrameColumn ReverseSubtract(long value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: true);

    public static SingleDataFrameColumn operator -(SingleDataFrameColumn left, Int64DataFrameColumn right) => left.Subtract(right);

    public static SingleDataFrameColumn operator -(SingleDataFrameColumn left, long right) => left.Subtract(right);

    public static SingleDataFrameColumn operator -(long left, SingleDataFrameColumn right) => right.ReverseSubtract(left);

    public SingleDataFrameColumn Multiply(Int64DataFrameColumn column, bool inPlace = false) => (SingleDataFrameColumn)ComputeSame(BinaryOperation.Multiply, column.As<float>(), inPlace);

    public SingleDataFrameColumn Multiply(long value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: false);

    public SingleDataFrameColumn ReverseMultiply(long value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: true);

    public static SingleDataFrameColumn operator *(SingleDataFrameColumn left, Int64DataFrameColumn right) => left.Multiply(right);

    public static SingleDataFrameColumn operator *(SingleDataFrameColumn left, long right) => left.Multiply(right);

    public static SingleDataFrameColumn operator *(long left, SingleDataFrameColumn right) => right.ReverseMultiply(left);

    public SingleDataFrameColumn Divide(Int64DataFrameColumn column, bool inPlace = false) => (SingleDataFrameColumn)ComputeSame(BinaryOperation.Divide, column.As<float>(), inPlace);

    public SingleDataFrameColumn Divide(long value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: false);

    public SingleDataFrameColumn ReverseDivide(long value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: true);

    public static SingleDataFrameColumn operator /(SingleDataFrameColumn left, Int64DataFrameColumn right) => left.Divide(right);

    public static SingleDataFrameColumn operator /(SingleDataFrameColumn left, long right) => left.Divide(right);

    public static SingleDataFrameColumn operator /(long left, SingleDataFrameColumn right) => right.ReverseDivide(left);

    public SingleDataFrameColumn Modulo(Int64DataFrameColumn column, bool inPlace = false) => (SingleDataFrameColumn)ComputeSame(BinaryOperation.Modulo, column.As<float>(), inPlace);

    public SingleDataFrameColumn Modulo(long value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: false);

    public SingleDataFrameColumn ReverseModulo(long value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: true);

    public static SingleDataFrameColumn operator %(SingleDataFrameColumn left, Int64DataFrameColumn right) => left.Modulo(right);

    public static SingleDataFrameColumn operator %(SingleDataFrameColumn left, long right) => left.Modulo(right);

    public static SingleDataFrameColumn operator %(long left, SingleDataFrameColumn right) => right.ReverseModulo(left);

    public SingleDataFrameColumn Add(Int32DataFrameColumn column, bool inPlace = false) => (SingleDataFrameColumn)ComputeSame(BinaryOperation.Add, column.As<float>(), inPlace);

    public SingleDataFrameColumn Add(int value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: false);

    public SingleDataFrameColumn ReverseAdd(int value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: true);

    public static SingleDataFrameColumn operator +(SingleDataFrameColumn left, Int32DataFrameColumn right) => left.Add(right);

    public static SingleDataFrameColumn operator +(SingleDataFrameColumn left, int right) => left.Add(right);

    public static SingleDataFrameColumn operator +(int left, SingleDataFrameColumn right) => right.ReverseAdd(left);

    public SingleDataFrameColumn Subtract(Int32DataFrameColumn column, bool inPlace = false) => (SingleDataFrameColumn)ComputeSame(BinaryOperation.Subtract, column.As<float>(), inPlace);

    public SingleDataFrameColumn Subtract(int value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: false);

    public SingleDataFrameColumn ReverseSubtract(int value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: true);

    public static SingleDataFrameColumn operator -(SingleDataFrameColumn left, Int32DataFrameColumn right) => left.Subtract(right);

    public static SingleDataFrameColumn operator -(SingleDataFrameColumn left, int right) => left.Subtract(right);

    public static SingleDataFrameColumn operator -(int left, SingleDataFrameColumn right) => right.ReverseSubtract(left);

    public SingleDataFrameColumn Multiply(Int32DataFrameColumn column, bool inPlace = false) => (SingleDataFrameColumn)ComputeSame(BinaryOperation.Multiply, column.As<float>(), inPlace);

    public SingleDataFrameColumn Multiply(int value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: false);

    public SingleDataFrameColumn ReverseMultiply(int value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: true);

    public static SingleDataFrameColumn operator *(SingleDataFrameColumn left, Int32DataFrameColumn right) => left.Multiply(right);

    public static SingleDataFrameColumn operator *(SingleDataFrameColumn left, int right) => left.Multiply(right);

    public static SingleDataFrameColumn operator *(int left, SingleDataFrameColumn right) => right.ReverseMultiply(left);

    public SingleDataFrameColumn Divide(Int32DataFrameColumn column, bool inPlace = false) => (SingleDataFrameColumn)ComputeSame(BinaryOperation.Divide, column.As<float>(), inPlace);

    public SingleDataFrameColumn Divide(int value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: false);

    public SingleDataFrameColumn ReverseDivide(int value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: true);

    public static SingleDataFrameColumn operator /(SingleDataFrameColumn left, Int32DataFrameColumn right) => left.Divide(right);

    public static SingleDataFrameColumn operator /(SingleDataFrameColumn left, int right) => left.Divide(right);

    public static SingleDataFrameColumn operator /(int left, SingleDataFrameColumn right) => right.ReverseDivide(left);

    public SingleDataFrameColumn Modulo(Int32DataFrameColumn column, bool inPlace = false) => (SingleDataFrameColumn)ComputeSame(BinaryOperation.Modulo, column.As<float>(), inPlace);

    public SingleDataFrameColumn Modulo(int value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: false);

    public SingleDataFrameColumn ReverseModulo(int value, bool inPlace = false) => (SingleDataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: true);

    public static SingleDataFrameColumn operator %(SingleDataFrameColumn left, Int32DataFrameColumn right) => left.Modulo(right);

    public static SingleDataFrameColumn operator %(SingleDataFrameColumn left, int right) => left.Modulo(right);

    public static SingleDataFrameColumn operator %(int left, SingleDataFrameColumn right) => right.ReverseModulo(left);
}

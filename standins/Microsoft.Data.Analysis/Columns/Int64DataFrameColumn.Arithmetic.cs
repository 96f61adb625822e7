namespace Microsoft.Data.Analysis;

/// <content>Arithmetic with the other common number types, where the result has the type that C# gives the numbers.</content>
public partial class Int64DataFrameColumn
{
    public DoubleDataFrameColumn Add(DoubleDataFrameColumn column) => (DoubleDataFrameColumn)As<double>().ComputeSame(BinaryOperation.Add, column, inPlace: true);

    public DoubleDataFrameColumn Add(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Add, value, inPlace: true, reversed: false);

    public DoubleDataFrameColumn ReverseAdd(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Add, value, inPlace: true, reversed: true);

    public static DoubleDataFrameColumn operator +(Int64DataFrameColumn left, DoubleDataFrameColumn right) => left.Add(right);

    public static DoubleDataFrameColumn operator +(Int64DataFrameColumn left, double right) => left.Add(right);

    public static DoubleDataFrameColumn operator +(double left, Int64DataFrameColumn right) => right.ReverseAdd(left);

    public DoubleDataFrameColumn Subtract(DoubleDataFrameColumn column) => (DoubleDataFrameColumn)As<double>().ComputeSame(BinaryOperation.Subtract, column, inPlace: true);

    public DoubleDataFrameColumn Subtract(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Subtract, value, inPlace: true, reversed: false);

    public DoubleDataFrameColumn ReverseSubtract(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Subtract, value, inPlace: true, reversed: true);

    public static DoubleDataFrameColumn operator -(Int64DataFrameColumn left, DoubleDataFrameColumn right) => left.Subtract(right);

    public static DoubleDataFrameColumn operator -(Int64DataFrameColumn left, double right) => left.Subtract(right);

    public static DoubleDataFrameColumn operator -(double left, Int64DataFrameColumn right) => right.ReverseSubtract(left);

    public DoubleDataFrameColumn Multiply(DoubleDataFrameColumn column) => (DoubleDataFrameColumn)As<double>().ComputeSame(BinaryOperation.Multiply, column, inPlace: true);

    public DoubleDataFrameColumn Multiply(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Multiply, value, inPlace: true, reversed: false);

    public DoubleDataFrameColumn ReverseMultiply(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Multiply, value, inPlace: true, reversed: true);

    public static DoubleDataFrameColumn operator *(Int64DataFrameColumn left, DoubleDataFrameColumn right) => left.Multiply(right);

    public static DoubleDataFrameColumn operator *(Int64DataFrameColumn left, double right) => left.Multiply(right);

    public static DoubleDataFrameColumn operator *(double left, Int64DataFrameColumn right) => right.ReverseMultiply(left);

    public DoubleDataFrameColumn Divide(DoubleDataFrameColumn column) => (DoubleDataFrameColumn)As<double>().ComputeSame(BinaryOperation.Divide, column, inPlace: true);

    public DoubleDataFrameColumn Divide(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Divide, value, inPlace: true, reversed: false);

    public DoubleDataFrameColumn ReverseDivide(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Divide, value, inPlace: true, reversed: true);

    public static DoubleDataFrameColumn operator /(Int64DataFrameColumn left, DoubleDataFrameColumn right) => left.Divide(right);

    public static DoubleDataFrameColumn operator /(Int64DataFrameColumn left, double right) => left.Divide(right);

    public static DoubleDataFrameColumn operator /(double left, Int64DataFrameColumn right) => right.ReverseDivide(left);

    public DoubleDataFrameColumn Modulo(DoubleDataFrameColumn column) => (DoubleDataFrameColumn)As<double>().ComputeSame(BinaryOperation.Modulo, column, inPlace: true);

    public DoubleDataFrameColumn Modulo(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Modulo, value, inPlace: true, reversed: false);

    public DoubleDataFrameColumn ReverseModulo(double value) => (DoubleDataFrameColumn)As<double>().ComputeScalar(BinaryOperation.Modulo, value, inPlace: true, reversed: true);

    public static DoubleDataFrameColumn operator %(Int64DataFrameColumn left, DoubleDataFrameColumn right) => left.Modulo(right);

    public static DoubleDataFrameColumn operator %(Int64DataFrameColumn left, double right) => left.Modulo(right);

    public static DoubleDataFrameColumn operator %(double left, Int64DataFrameColumn right) => right.ReverseModulo(left);

    public SingleDataFrameColumn Add(SingleDataFrameColumn column) => (SingleDataFrameColumn)As<float>().ComputeSame(BinaryOperation.Add, column, inPlace: true);

    public SingleDataFrameColumn Add(float value) => (SingleDataFrameColumn)As<float>().ComputeScalar(BinaryOperation.Add, value, inPlace: true, reversed: false);

    public SingleDataFrameColumn ReverseAdd(float value) => (SingleDataFrameColumn)As<float>().ComputeScalar(BinaryOperation.Add, value, inPlace: true, reversed: true);

    public static SingleDataFrameColumn operator +(Int64DataFrameColumn left, SingleDataFrameColumn right) => left.Add(right);

    public static SingleDataFrameColumn operator +(Int64DataFrameColumn left, float right) => left.Add(right);

    public static SingleDataFrameColumn operator +(float left, Int64DataFrameColumn right) => right.ReverseAdd(left);

    public SingleDataFrameColumn Subtract(SingleDataFrameColumn column) => (SingleDataFrameColumn)As<float>().ComputeSame(BinaryOperation.Subtract, column, inPlace: true);

    public SingleDataFrameColumn Subtract(float value) => (SingleDataFrameColumn)As<float>().ComputeScalar(BinaryOperation.Subtract, value, inPlace: true, reversed: false);

    public SingleDataFrameColumn ReverseSubtract(float value) => (SingleDataFrameColumn)As<float>().ComputeScalar(BinaryOperation.Subtract, value, inPlace: true, reversed: true);

    public static SingleDataFrameColumn operator -(Int64DataFrameColumn left, SingleDataFrameColumn right) => left.Subtract(right);

    public static SingleDataFrameColumn operator -(Int64DataFrameColumn left, float right) => left.Subtract(right);

    public static SingleDataFrameColumn operator -(float left, Int64DataFrameColumn right) => right.ReverseSubtract(left);

    public SingleDataFrameColumn Multiply(SingleDataFrameColumn column) => (SingleDataFrameColumn)As<float>().ComputeSame(BinaryOperation.Multiply, column, inPlace: true);

    public SingleDataFrameColumn Multiply(float value) => (SingleDataFrameColumn)As<float>().ComputeScalar(BinaryOperation.Multiply, value, inPlace: true, reversed: false);

    public SingleDataFrameColumn ReverseMultiply(float value) => (SingleDataFrameColumn)As<float>().ComputeScalar(BinaryOperation.Multiply, value, inPlace: true, reversed: true);

    public static SingleDataFrameColumn operator *(Int64DataFrameColumn left, SingleDataFrameColumn right) => left.Multiply(right);

    public static SingleDataFrameColumn operator *(Int64DataFrameColumn left, float right) => left.Multiply(right);

    public static SingleDataFrameColumn operator *(float left, Int64DataFrameColumn right) => right.ReverseMultiply(left);

    public SingleDataFrameColumn Divide(SingleDataFrameColumn column) => (SingleDataFrameColumn)As<float>().ComputeSame(BinaryOperation.Divide, column, inPlace: true);

    public SingleDataFrameColumn Divide(float value) => (SingleDataFrameColumn)As<float>().ComputeScalar(BinaryOperation.Divide, value, inPlace: true, reversed: false);

    public SingleDataFrameColumn ReverseDivide(float value) => (SingleDataFrameColumn)As<float>().ComputeScalar(BinaryOperation.Divide, value, inPlace: true, reversed: true);

    public static SingleDataFrameColumn operator /(Int64DataFrameColumn left, SingleDataFrameColumn right) => left.Divide(right);

    public static SingleDataFrameColumn operator /(Int64DataFrameColumn left, float right) => left.Divide(right);

    public static SingleDataFrameColumn operator /(float left, Int64DataFrameColumn right) => right.ReverseDivide(left);

    public SingleDataFrameColumn Modulo(SingleDataFrameColumn column) => (SingleDataFrameColumn)As<float>().ComputeSame(BinaryOperation.Modulo, column, inPlace: true);

    public SingleDataFrameColumn Modulo(float value) => (SingleDataFrameColumn)As<float>().ComputeScalar(BinaryOperation.Modulo, value, inPlace: true, reversed: false);

    public SingleDataFrameColumn ReverseModulo(float value) => (SingleDataFrameColumn)As<float>().ComputeScalar(BinaryOperation.Modulo, value, inPlace: true, reversed: true);

    public static SingleDataFrameColumn operator %(Int64DataFrameColumn left, SingleDataFrameColumn right) => left.Modulo(right);

    public static SingleDataFrameColumn operator %(Int64DataFrameColumn left, float right) => left.Modulo(right);

    public static SingleDataFrameColumn operator %(float left, Int64DataFrameColumn right) => right.ReverseModulo(left);

    public Int64DataFrameColumn Add(Int64DataFrameColumn column, bool inPlace = false) => (Int64DataFrameColumn)ComputeSame(BinaryOperation.Add, column, inPlace);

    public Int64DataFrameColumn Add(long value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: false);

    public Int64DataFrameColumn ReverseAdd(long value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: true);

    public static Int64DataFrameColumn operator +(Int64DataFrameColumn left, Int64DataFrameColumn right) => left.Add(right);

    public static Int64DataFrameColumn operator +(Int64DataFrameColumn left, long right) => left.Add(right);

    public static Int64DataFrameColumn operator +(long left, Int64DataFrameColumn right) => right.ReverseAdd(left);

    public Int64DataFrameColumn Subtract(Int64DataFrameColumn column, bool inPlace = false) => (Int64DataFrameColumn)ComputeSame(BinaryOperation.Subtract, column, inPlace);

    public Int64DataFrameColumn Subtract(long value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: false);

    public Int64DataFrameColumn ReverseSubtract(long value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: true);

    public static Int64DataFrameColumn operator -(Int64DataFrameColumn left, Int64DataFrameColumn right) => left.Subtract(right);

    public static Int64DataFrameColumn operator -(Int64DataFrameColumn left, long right) => left.Subtract(right);

    public static Int64DataFrameColumn operator -(long left, Int64DataFrameColumn right) => right.ReverseSubtract(left);

    public Int64DataFrameColumn Multiply(Int64DataFrameColumn column, bool inPlace = false) => (Int64DataFrameColumn)ComputeSame(BinaryOperation.Multiply, column, inPlace);

    public Int64DataFrameColumn Multiply(long value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: false);

    public Int64DataFrameColumn ReverseMultiply(long value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: true);

    public static Int64DataFrameColumn operator *(Int64DataFrameColumn left, Int64DataFrameColumn right) => left.Multiply(right);

    public static Int64DataFrameColumn operator *(Int64DataFrameColumn left, long right) => left.Multiply(right);

    public static Int64DataFrameColumn operator *(long left, Int64DataFrameColumn right) => right.ReverseMultiply(left);

    public Int64DataFrameColumn Divide(Int64DataFrameColumn column, bool inPlace = false) => (Int64DataFrameColumn)ComputeSame(BinaryOperation.Divide, column, inPlace);

    public Int64DataFrameColumn Divide(long value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: false);

    public Int64DataFrameColumn ReverseDivide(long value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: true);

    public static Int64DataFrameColumn operator /(Int64DataFrameColumn left, Int64DataFrameColumn right) => left.Divide(right);

    public static Int64DataFrameColumn operator /(Int64DataFrameColumn left, long right) => left.Divide(right);

    public static Int64DataFrameColumn operator /(long left, Int64DataFrameColumn right) => right.ReverseDivide(left);

    public Int64DataFrameColumn Modulo(Int64DataFrameColumn column, bool inPlace = false) => (Int64DataFrameColumn)ComputeSame(BinaryOperation.Modulo, column, inPlace);

    public Int64DataFrameColumn Modulo(long value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: false);

    public Int64DataFrameColumn ReverseModulo(long value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: true);

    public static Int64DataFrameColumn operator %(Int64DataFrameColumn left, Int64DataFrameColumn right) => left.Modulo(right);

    public static Int64DataFrameColumn operator %(Int64DataFrameColumn left, long right) => left.Modulo(right);

    public static Int64DataFrameColumn operator %(long left, Int64DataFrameColumn right) => right.ReverseModulo(left);

    public Int64DataFrameColumn Add(Int32DataFrameColumn column, bool inPlace = false) => (Int64DataFrameColumn)ComputeSame(BinaryOperation.Add, column.As<long>(), inPlace);

    public Int64DataFrameColumn Add(int value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: false);

    public Int64DataFrameColumn ReverseAdd(int value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Add, value, inPlace, reversed: true);

    public static Int64DataFrameColumn operator +(Int64DataFrameColumn left, Int32DataFrameColumn right) => left.Add(right);

    public static Int64DataFrameColumn operator +(Int64DataFrameColumn left, int right) => left.Add(right);

    public static Int64DataFrameColumn operator +(int left, Int64DataFrameColumn right) => right.ReverseAdd(left);

    public Int64DataFrameColumn Subtract(Int32DataFrameColumn column, bool inPlace = false) => (Int64DataFrameColumn)ComputeSame(BinaryOperation.Subtract, column.As<long>(), inPlace);

    public Int64DataFrameColumn Subtract(int value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: false);

    public Int64DataFrameColumn ReverseSubtract(int value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Subtract, value, inPlace, reversed: true);

    public static Int64DataFrameColumn operator -(Int64DataFrameColumn left, Int32DataFrameColumn right) => left.Subtract(right);

    public static Int64DataFrameColumn operator -(Int64DataFrameColumn left, int right) => left.Subtract(right);

    public static Int64DataFrameColumn operator -(int left, Int64DataFrameColumn right) => right.ReverseSubtract(left);

    public Int64DataFrameColumn Multiply(Int32DataFrameColumn column, bool inPlace = false) => (Int64DataFrameColumn)ComputeSame(BinaryOperation.Multiply, column.As<long>(), inPlace);

    public Int64DataFrameColumn Multiply(int value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: false);

    public Int64DataFrameColumn ReverseMultiply(int value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Multiply, value, inPlace, reversed: true);

    public static Int64DataFrameColumn operator *(Int64DataFrameColumn left, Int32DataFrameColumn right) => left.Multiply(right);

    public static Int64DataFrameColumn operator *(Int64DataFrameColumn left, int right) => left.Multiply(right);

    public static Int64DataFrameColumn operator *(int left, Int64DataFrameColumn right) => right.ReverseMultiply(left);

    public Int64DataFrameColumn Divide(Int32DataFrameColumn column, bool inPlace = false) => (Int64DataFrameColumn)ComputeSame(BinaryOperation.Divide, column.As<long>(), inPlace);

    public Int64DataFrameColumn Divide(int value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: false);

    public Int64DataFrameColumn ReverseDivide(int value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Divide, value, inPlace, reversed: true);

    public static Int64DataFrameColumn operator /(Int64DataFrameColumn left, Int32DataFrameColumn right) => left.Divide(right);

    public static Int64DataFrameColumn operator /(Int64DataFrameColumn left, int right) => left.Divide(right);

    public static Int64DataFrameColumn operator /(int left, Int64DataFrameColumn right) => right.ReverseDivide(left);

    public Int64DataFrameColumn Modulo(Int32DataFrameColumn column, bool inPlace = false) => (Int64DataFrameColumn)ComputeSame(BinaryOperation.Modulo, column.As<long>(), inPlace);

    public Int64DataFrameColumn Modulo(int value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: false);

    public Int64DataFrameColumn ReverseModulo(int value, bool inPlace = false) => (Int64DataFrameColumn)ComputeScalar(BinaryOperation.Modulo, value, inPlace, reversed: true);

    public static Int64DataFrameColumn operator %(Int64DataFrameColumn left, Int32DataFrameColumn right) => left.Modulo(right);

    public static Int64DataFrameColumn operator %(Int64DataFrameColumn left, int right) => left.Modulo(right);

    public static Int64DataFrameColumn operator %(int left, Int64DataFrameColumn right) => right.ReverseModulo(left);

    public new Int64DataFrameColumn LeftShift(int value, bool inPlace = false) => (Int64DataFrameColumn)Shift(value, left: true, inPlace);

    public new Int64DataFrameColumn RightShift(int value, bool inPlace = false) => (Int64DataFrameColumn)Shift(value, left: false, inPlace);

    public static Int64DataFrameColumn operator <<(Int64DataFrameColumn left, int value) => left.LeftShift(value);

    public static Int64DataFrameColumn operator >>(Int64DataFrameColumn left, int value) => left.RightShift(value);
}

namespace TorchSharp;

// The operators of C#. Numbers go to libtorch as they are, without becoming a Scalar first.
public static partial class torch
{
    public partial class Tensor
    {
        public static Tensor operator +(Tensor left, Tensor right) => Aten.Add.Call(left, right);

        public static Tensor operator +(Tensor left, Scalar right) => Aten.Add.Call(left, Arg.Operand(right));

        public static Tensor operator +(Tensor left, int right) => Aten.Add.Call(left, Arg.Operand((long)right));

        public static Tensor operator +(Tensor left, long right) => Aten.Add.Call(left, Arg.Operand(right));

        public static Tensor operator +(Tensor left, float right) => Aten.Add.Call(left, Arg.Operand((double)right));

        public static Tensor operator +(Tensor left, double right) => Aten.Add.Call(left, Arg.Operand(right));

        public static Tensor operator +(Scalar left, Tensor right) => Aten.Add.Call(right, Arg.Operand(left));

        public static Tensor operator +(int left, Tensor right) => Aten.Add.Call(right, Arg.Operand((long)left));

        public static Tensor operator +(long left, Tensor right) => Aten.Add.Call(right, Arg.Operand(left));

        public static Tensor operator +(float left, Tensor right) => Aten.Add.Call(right, Arg.Operand((double)left));

        public static Tensor operator +(double left, Tensor right) => Aten.Add.Call(right, Arg.Operand(left));

        public static Tensor operator -(Tensor left, Tensor right) => Aten.Sub.Call(left, right);

        public static Tensor operator -(Tensor left, Scalar right) => Aten.Sub.Call(left, Arg.Operand(right));

        public static Tensor operator -(Tensor left, int right) => Aten.Sub.Call(left, Arg.Operand((long)right));

        public static Tensor operator -(Tensor left, long right) => Aten.Sub.Call(left, Arg.Operand(right));

        public static Tensor operator -(Tensor left, float right) => Aten.Sub.Call(left, Arg.Operand((double)right));

        public static Tensor operator -(Tensor left, double right) => Aten.Sub.Call(left, Arg.Operand(right));

        public static Tensor operator -(Scalar left, Tensor right) => Aten.Rsub.Call(right, left);

        public static Tensor operator -(int left, Tensor right) => Aten.Rsub.Call(right, (long)left);

        public static Tensor operator -(long left, Tensor right) => Aten.Rsub.Call(right, left);

        public static Tensor operator -(float left, Tensor right) => Aten.Rsub.Call(right, (double)left);

        public static Tensor operator -(double left, Tensor right) => Aten.Rsub.Call(right, left);

        public static Tensor operator *(Tensor left, Tensor right) => Aten.Mul.Call(left, right);

        public static Tensor operator *(Tensor left, Scalar right) => Aten.Mul.Call(left, Arg.Operand(right));

        public static Tensor operator *(Tensor left, int right) => Aten.Mul.Call(left, Arg.Operand((long)right));

        public static Tensor operator *(Tensor left, long right) => Aten.Mul.Call(left, Arg.Operand(right));

        public static Tensor operator *(Tensor left, float right) => Aten.Mul.Call(left, Arg.Operand((double)right));

        public static Tensor operator *(Tensor left, double right) => Aten.Mul.Call(left, Arg.Operand(right));

        public static Tensor operator *(Scalar left, Tensor right) => Aten.Mul.Call(right, Arg.Operand(left));

        public static Tensor operator *(int left, Tensor right) => Aten.Mul.Call(right, Arg.Operand((long)left));

        public static Tensor operator *(long left, Tensor right) => Aten.Mul.Call(right, Arg.Operand(left));

        public static Tensor operator *(float left, Tensor right) => Aten.Mul.Call(right, Arg.Operand((double)left));

        public static Tensor operator *(double left, Tensor right) => Aten.Mul.Call(right, Arg.Operand(left));

        public static Tensor operator /(Tensor left, Tensor right) => Aten.Div.Call(left, right);

        public static Tensor operator /(Tensor left, Scalar right) => Aten.Div.Call(left, Arg.Operand(right));

        public static Tensor operator /(Tensor left, int right) => Aten.Div.Call(left, Arg.Operand((long)right));

        public static Tensor operator /(Tensor left, long right) => Aten.Div.Call(left, Arg.Operand(right));

        public static Tensor operator /(Tensor left, float right) => Aten.Div.Call(left, Arg.Operand((double)right));

        public static Tensor operator /(Tensor left, double right) => Aten.Div.Call(left, Arg.Operand(right));

        public static Tensor operator /(Scalar left, Tensor right) => Quotient(left, right);

        public static Tensor operator /(int left, Tensor right) => Quotient((long)left, right);

        public static Tensor operator /(long left, Tensor right) => Quotient(left, right);

        public static Tensor operator /(float left, Tensor right) => Quotient((double)left, right);

        public static Tensor operator /(double left, Tensor right) => Quotient(left, right);

        public static Tensor operator %(Tensor left, Tensor right) => Aten.Remainder.Call(left, right);

        public static Tensor operator %(Tensor left, Scalar right) => Aten.RemainderScalar.Call(left, right);

        public static Tensor operator %(Tensor left, int right) => Aten.RemainderScalar.Call(left, (long)right);

        public static Tensor operator %(Tensor left, long right) => Aten.RemainderScalar.Call(left, right);

        public static Tensor operator %(Tensor left, float right) => Aten.RemainderScalar.Call(left, (double)right);

        public static Tensor operator %(Tensor left, double right) => Aten.RemainderScalar.Call(left, right);

        public static Tensor operator -(Tensor tensor) => tensor.neg();

        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);

        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);

        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);

        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);

        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);

        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);

        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);

        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);

        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);

        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);

        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);

        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);

        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);

        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);

        public static Tensor operator &(Tensor left, Tensor right) => left.bitwise_and(right);

        public static Tensor operator |(Tensor left, Tensor right) => left.bitwise_or(right);

        public static Tensor operator ^(Tensor left, Tensor right) => left.bitwise_xor(right);

        public static Tensor operator ~(Tensor left) => left.bitwise_not();

        private static Tensor Quotient(Arg left, Tensor right)
        {
            using var inverse = right.reciprocal();
            return Aten.Mul.Call(inverse, Arg.Operand(left));
        }
    }
}

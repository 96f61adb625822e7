namespace TorchSharp;

// The operators of C#. Numbers go to libtorch as they are, without becoming a Scalar first.
public static partial class torch
{
    public partial class Tensor
    {
        public static Tensor operator +(Tensor left, Tensor right) => Aten.Add.Call(left, right);

        public static Tensor operator +(Tensor left, Scalar right) => Aten.AddScalar.Call(left, right);

        public static Tensor operator +(Tensor left, int right) => Aten.AddScalar.Call(left, (long)right);

        public static Tensor operator +(Tensor left, long right) => Aten.AddScalar.Call(left, right);

        public static Tensor operator +(Tensor left, float right) => Aten.AddScalar.Call(left, (double)right);

        public static Tensor operator +(Tensor left, double right) => Aten.AddScalar.Call(left, right);

        public static Tensor operator +(Scalar left, Tensor right) => Aten.AddScalar.Call(right, left);

        public static Tensor operator +(int left, Tensor right) => Aten.AddScalar.Call(right, (long)left);

        public static Tensor operator +(long left, Tensor right) => Aten.AddScalar.Call(right, left);

        public static Tensor operator +(float left, Tensor right) => Aten.AddScalar.Call(right, (double)left);

        public static Tensor operator +(double left, Tensor right) => Aten.AddScalar.Call(right, left);

        public static Tensor operator -(Tensor left, Tensor right) => Aten.Sub.Call(left, right);

        public static Tensor operator -(Tensor left, Scalar right) => Aten.SubScalar.Call(left, right);

        public static Tensor operator -(Tensor left, int right) => Aten.SubScalar.Call(left, (long)right);

        public static Tensor operator -(Tensor left, long right) => Aten.SubScalar.Call(left, right);

        public static Tensor operator -(Tensor left, float right) => Aten.SubScalar.Call(left, (double)right);

        public static Tensor operator -(Tensor left, double right) => Aten.SubScalar.Call(left, right);

        public static Tensor operator -(Scalar left, Tensor right) => Aten.Rsub.Call(right, left);

        public static Tensor operator -(int left, Tensor right) => Aten.Rsub.Call(right, (long)left);

        public static Tensor operator -(long left, Tensor right) => Aten.Rsub.Call(right, left);

        public static Tensor operator -(float left, Tensor right) => Aten.Rsub.Call(right, (double)left);

        public static Tensor operator -(double left, Tensor right) => Aten.Rsub.Call(right, left);

        public static Tensor operator *(Tensor left, Tensor right) => Aten.Mul.Call(left, right);

        public static Tensor operator *(Tensor left, Scalar right) => Aten.MulScalar.Call(left, right);

        public static Tensor operator *(Tensor left, int right) => Aten.MulScalar.Call(left, (long)right);

        public static Tensor operator *(Tensor left, long right) => Aten.MulScalar.Call(left, right);

        public static Tensor operator *(Tensor left, float right) => Aten.MulScalar.Call(left, (double)right);

        public static Tensor operator *(Tensor left, double right) => Aten.MulScalar.Call(left, right);

        public static Tensor operator *(Scalar left, Tensor right) => Aten.MulScalar.Call(right, left);

        public static Tensor operator *(int left, Tensor right) => Aten.MulScalar.Call(right, (long)left);

        public static Tensor operator *(long left, Tensor right) => Aten.MulScalar.Call(right, left);

        public static Tensor operator *(float left, Tensor right) => Aten.MulScalar.Call(right, (double)left);

        public static Tensor operator *(double left, Tensor right) => Aten.MulScalar.Call(right, left);

        public static Tensor operator /(Tensor left, Tensor right) => Aten.Div.Call(left, right);

        public static Tensor operator /(Tensor left, Scalar right) => Aten.DivScalar.Call(left, right);

        public static Tensor operator /(Tensor left, int right) => Aten.DivScalar.Call(left, (long)right);

        public static Tensor operator /(Tensor left, long right) => Aten.DivScalar.Call(left, right);

        public static Tensor operator /(Tensor left, float right) => Aten.DivScalar.Call(left, (double)right);

        public static Tensor operator /(Tensor left, double right) => Aten.DivScalar.Call(left, right);

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
            return Aten.MulScalar.Call(inverse, left);
        }
    }
}

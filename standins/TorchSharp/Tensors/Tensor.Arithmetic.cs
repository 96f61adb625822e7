namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op Add = new("add.Tensor");
    internal static readonly Op Add_ = new("add_.Tensor");
    internal static readonly Op Sub = new("sub.Tensor");
    internal static readonly Op Sub_ = new("sub_.Tensor");
    internal static readonly Op Rsub = new("rsub.Scalar");
    internal static readonly Op Mul = new("mul.Tensor");
    internal static readonly Op Mul_ = new("mul_.Tensor");
    internal static readonly Op Div = new("div.Tensor");
    internal static readonly Op Div_ = new("div_.Tensor");
    internal static readonly Op DivMode = new("div.Tensor_mode");
    internal static readonly Op DivScalarMode = new("div.Scalar_mode");
    internal static readonly Op DivMode_ = new("div_.Tensor_mode");
    internal static readonly Op DivScalarMode_ = new("div_.Scalar_mode");
    internal static readonly Op Remainder = new("remainder.Tensor");
    internal static readonly Op RemainderScalar = new("remainder.Scalar");
    internal static readonly Op Remainder_ = new("remainder_.Tensor");
    internal static readonly Op RemainderScalar_ = new("remainder_.Scalar");
    internal static readonly Op Fmod = new("fmod.Tensor");
    internal static readonly Op FmodScalar = new("fmod.Scalar");
    internal static readonly Op Fmod_ = new("fmod_.Tensor");
    internal static readonly Op FmodScalar_ = new("fmod_.Scalar");
    internal static readonly Op Pow = new("pow.Tensor_Tensor");
    internal static readonly Op PowScalar = new("pow.Tensor_Scalar");
    internal static readonly Op PowOf = new("pow.Scalar");
    internal static readonly Op Pow_ = new("pow_.Tensor");
    internal static readonly Op PowScalar_ = new("pow_.Scalar");
    internal static readonly Op FloorDivide = new("floor_divide");
    internal static readonly Op FloorDivide_ = new("floor_divide_.Tensor");
}

// Sums, differences, products, quotients, remainders and powers.
public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Tensor target) => Aten.Add.Call(this, target);

        public Tensor add(Scalar scalar) => Aten.Add.Call(this, Arg.Operand(scalar));

        public Tensor add_(Tensor target)
        {
            Aten.Add_.Run(this, target);
            return this;
        }

        public Tensor add_(Scalar scalar)
        {
            Aten.Add_.Run(this, Arg.Operand(scalar));
            return this;
        }

        public Tensor sub(Tensor target) => Aten.Sub.Call(this, target);

        public Tensor sub(Scalar target) => Aten.Sub.Call(this, Arg.Operand(target));

        public Tensor sub_(Tensor target)
        {
            Aten.Sub_.Run(this, target);
            return this;
        }

        public Tensor sub_(Scalar target)
        {
            Aten.Sub_.Run(this, Arg.Operand(target));
            return this;
        }

        public Tensor mul(Tensor target) => Aten.Mul.Call(this, target);

        public Tensor mul(Scalar target) => Aten.Mul.Call(this, Arg.Operand(target));

        public Tensor mul_(Tensor target)
        {
            Aten.Mul_.Run(this, target);
            return this;
        }

        public Tensor mul_(Scalar target)
        {
            Aten.Mul_.Run(this, Arg.Operand(target));
            return this;
        }

        public Tensor add(Tensor target, Scalar alpha) => Aten.Add.Call(this, target, alpha);

        public Tensor add_(Tensor target, Scalar alpha)
        {
            Aten.Add_.Run(this, target, alpha);
            return this;
        }

        public Tensor add(Scalar scalar, Scalar alpha) => Aten.Add.Call(this, Arg.Operand(scalar), alpha);

        public Tensor add_(Scalar scalar, Scalar alpha)
        {
            Aten.Add_.Run(this, Arg.Operand(scalar), alpha);
            return this;
        }

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Aten.Div.Call(this, target) : Aten.DivMode.Call(this, target, rounding_mode.ToString());

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (rounding_mode == RoundingMode.None) Aten.Div_.Run(this, target);
            else Aten.DivMode_.Run(this, target, rounding_mode.ToString());
            return this;
        }

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Aten.Div.Call(this, Arg.Operand(target)) : Aten.DivScalarMode.Call(this, target, rounding_mode.ToString());

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (rounding_mode == RoundingMode.None) Aten.Div_.Run(this, Arg.Operand(target));
            else Aten.DivScalarMode_.Run(this, target, rounding_mode.ToString());
            return this;
        }

        public Tensor remainder(Tensor target) => Aten.Remainder.Call(this, target);

        public Tensor remainder_(Tensor target)
        {
            Aten.Remainder_.Run(this, target);
            return this;
        }

        public Tensor remainder(Scalar scalar) => Aten.RemainderScalar.Call(this, scalar);

        public Tensor remainder_(Scalar scalar)
        {
            Aten.RemainderScalar_.Run(this, scalar);
            return this;
        }

        public Tensor fmod(Tensor target) => Aten.Fmod.Call(this, target);

        public Tensor fmod_(Tensor target)
        {
            Aten.Fmod_.Run(this, target);
            return this;
        }

        public Tensor fmod(Scalar scalar) => Aten.FmodScalar.Call(this, scalar);

        public Tensor fmod_(Scalar scalar)
        {
            Aten.FmodScalar_.Run(this, scalar);
            return this;
        }

        public Tensor pow(Tensor exponent) => Aten.Pow.Call(this, exponent);

        public Tensor pow_(Tensor exponent)
        {
            Aten.Pow_.Run(this, exponent);
            return this;
        }

        public Tensor pow(Scalar exponent) => Aten.PowScalar.Call(this, exponent);

        public Tensor pow_(Scalar exponent)
        {
            Aten.PowScalar_.Run(this, exponent);
            return this;
        }

        public Tensor floor_divide(Tensor other) => Aten.FloorDivide.Call(this, other);
    }

    public static Tensor add(Tensor left, Tensor right) => left.add(right);

    public static Tensor add(Tensor left, Scalar right) => left.add(right);

    public static Tensor add_(Tensor left, Tensor right) => left.add_(right);

    public static Tensor add_(Tensor left, Scalar right) => left.add_(right);

    public static Tensor sub(Tensor left, Tensor right) => left.sub(right);

    public static Tensor sub(Tensor left, Scalar right) => left.sub(right);

    public static Tensor sub_(Tensor left, Tensor right) => left.sub_(right);

    public static Tensor sub_(Tensor left, Scalar right) => left.sub_(right);

    public static Tensor mul(Tensor left, Tensor right) => left.mul(right);

    public static Tensor mul(Tensor left, Scalar right) => left.mul(right);

    public static Tensor mul_(Tensor left, Tensor right) => left.mul_(right);

    public static Tensor mul_(Tensor left, Scalar right) => left.mul_(right);

    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => left.add(right, alpha);

    public static Tensor add(Tensor left, Scalar right, Scalar alpha) => left.add(right, alpha);

    public static Tensor add_(Tensor left, Tensor right, Scalar alpha) => left.add_(right, alpha);

    public static Tensor add_(Tensor left, Scalar right, Scalar alpha) => left.add_(right, alpha);

    // Three of the four do not round, as in the package; the members of the tensor do.
    public static Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right);

    public static Tensor div_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.div_(right);

    public static Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right);

    public static Tensor div_(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.div_(right, rounding_mode);

    public static Tensor remainder(Tensor left, Tensor right) => left.remainder(right);

    public static Tensor remainder_(Tensor left, Tensor right) => left.remainder_(right);

    public static Tensor remainder(Tensor left, Scalar right) => left.remainder(right);

    public static Tensor remainder_(Tensor left, Scalar right) => left.remainder_(right);

    public static Tensor fmod(Tensor left, Tensor right) => left.fmod(right);

    public static Tensor fmod_(Tensor left, Tensor right) => left.fmod_(right);

    public static Tensor fmod(Tensor left, Scalar right) => left.fmod(right);

    public static Tensor fmod_(Tensor left, Scalar right) => left.fmod_(right);

    public static Tensor pow(Tensor left, Tensor exponent) => left.pow(exponent);

    public static Tensor pow_(Tensor left, Tensor exponent) => left.pow_(exponent);

    public static Tensor pow(Tensor left, Scalar exponent) => left.pow(exponent);

    public static Tensor pow_(Tensor left, Scalar exponent) => left.pow_(exponent);

    public enum RoundingMode { None, trunc, floor }
}

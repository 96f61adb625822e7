namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op Abs = new("abs");
    internal static readonly Op Abs_ = new("abs_");
    internal static readonly Op Absolute = new("absolute");
    internal static readonly Op Absolute_ = new("absolute_");
    internal static readonly Op BitwiseNot = new("bitwise_not");
    internal static readonly Op BitwiseNot_ = new("bitwise_not_");
    internal static readonly Op Ceil = new("ceil");
    internal static readonly Op Ceil_ = new("ceil_");
    internal static readonly Op Digamma = new("digamma");
    internal static readonly Op Digamma_ = new("digamma_");
    internal static readonly Op Erf = new("erf");
    internal static readonly Op Erf_ = new("erf_");
    internal static readonly Op Erfc = new("erfc");
    internal static readonly Op Erfc_ = new("erfc_");
    internal static readonly Op Erfinv = new("erfinv");
    internal static readonly Op Erfinv_ = new("erfinv_");
    internal static readonly Op Exp = new("exp");
    internal static readonly Op Exp_ = new("exp_");
    internal static readonly Op Exp2 = new("exp2");
    internal static readonly Op Expm1 = new("expm1");
    internal static readonly Op Expm1_ = new("expm1_");
    internal static readonly Op Fix = new("fix");
    internal static readonly Op Fix_ = new("fix_");
    internal static readonly Op Floor = new("floor");
    internal static readonly Op Floor_ = new("floor_");
    internal static readonly Op Frac = new("frac");
    internal static readonly Op Frac_ = new("frac_");
    internal static readonly Op Lgamma = new("lgamma");
    internal static readonly Op Lgamma_ = new("lgamma_");
    internal static readonly Op Log = new("log");
    internal static readonly Op Log_ = new("log_");
    internal static readonly Op Log10 = new("log10");
    internal static readonly Op Log10_ = new("log10_");
    internal static readonly Op Log1p = new("log1p");
    internal static readonly Op Log1p_ = new("log1p_");
    internal static readonly Op Log2 = new("log2");
    internal static readonly Op Log2_ = new("log2_");
    internal static readonly Op Neg = new("neg");
    internal static readonly Op Neg_ = new("neg_");
    internal static readonly Op Reciprocal = new("reciprocal");
    internal static readonly Op Reciprocal_ = new("reciprocal_");
    internal static readonly Op Rsqrt = new("rsqrt");
    internal static readonly Op Rsqrt_ = new("rsqrt_");
    internal static readonly Op Sgn = new("sgn");
    internal static readonly Op Sgn_ = new("sgn_");
    internal static readonly Op Sigmoid = new("sigmoid");
    internal static readonly Op Sigmoid_ = new("sigmoid_");
    internal static readonly Op Sign = new("sign");
    internal static readonly Op Sign_ = new("sign_");
    internal static readonly Op Sqrt = new("sqrt");
    internal static readonly Op Sqrt_ = new("sqrt_");
    internal static readonly Op Trunc = new("trunc");
    internal static readonly Op Trunc_ = new("trunc_");
}

// Functions of each element alone, new and in place.
public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Aten.Abs.Call(this);

        public Tensor abs_() => InPlace(Aten.Abs_);

        public Tensor absolute() => Aten.Absolute.Call(this);

        public Tensor absolute_() => InPlace(Aten.Absolute_);

        public Tensor bitwise_not() => Aten.BitwiseNot.Call(this);

        public Tensor bitwise_not_() => InPlace(Aten.BitwiseNot_);

        public Tensor ceil() => Aten.Ceil.Call(this);

        public Tensor ceil_() => InPlace(Aten.Ceil_);

        public Tensor digamma() => Aten.Digamma.Call(this);

        public Tensor digamma_() => InPlace(Aten.Digamma_);

        public Tensor erf() => Aten.Erf.Call(this);

        public Tensor erf_() => InPlace(Aten.Erf_);

        public Tensor erfc() => Aten.Erfc.Call(this);

        public Tensor erfc_() => InPlace(Aten.Erfc_);

        public Tensor erfinv() => Aten.Erfinv.Call(this);

        public Tensor erfinv_() => InPlace(Aten.Erfinv_);

        public Tensor exp() => Aten.Exp.Call(this);

        public Tensor exp_() => InPlace(Aten.Exp_);

        public Tensor exp2() => Aten.Exp2.Call(this);

        public Tensor expm1() => Aten.Expm1.Call(this);

        public Tensor expm1_() => InPlace(Aten.Expm1_);

        public Tensor fix() => Aten.Fix.Call(this);

        public Tensor fix_() => InPlace(Aten.Fix_);

        public Tensor floor() => Aten.Floor.Call(this);

        public Tensor floor_() => InPlace(Aten.Floor_);

        public Tensor frac() => Aten.Frac.Call(this);

        public Tensor frac_() => InPlace(Aten.Frac_);

        public Tensor lgamma() => Aten.Lgamma.Call(this);

        public Tensor lgamma_() => InPlace(Aten.Lgamma_);

        public Tensor log() => Aten.Log.Call(this);

        public Tensor log_() => InPlace(Aten.Log_);

        public Tensor log10() => Aten.Log10.Call(this);

        public Tensor log10_() => InPlace(Aten.Log10_);

        public Tensor log1p() => Aten.Log1p.Call(this);

        public Tensor log1p_() => InPlace(Aten.Log1p_);

        public Tensor log2() => Aten.Log2.Call(this);

        public Tensor log2_() => InPlace(Aten.Log2_);

        public Tensor neg() => Aten.Neg.Call(this);

        public Tensor neg_() => InPlace(Aten.Neg_);

        public Tensor reciprocal() => Aten.Reciprocal.Call(this);

        public Tensor reciprocal_() => InPlace(Aten.Reciprocal_);

        public Tensor rsqrt() => Aten.Rsqrt.Call(this);

        public Tensor rsqrt_() => InPlace(Aten.Rsqrt_);

        public Tensor sgn() => Aten.Sgn.Call(this);

        public Tensor sgn_() => InPlace(Aten.Sgn_);

        public Tensor sigmoid() => Aten.Sigmoid.Call(this);

        public Tensor sigmoid_() => InPlace(Aten.Sigmoid_);

        public Tensor sign() => Aten.Sign.Call(this);

        public Tensor sign_() => InPlace(Aten.Sign_);

        public Tensor sqrt() => Aten.Sqrt.Call(this);

        public Tensor sqrt_() => InPlace(Aten.Sqrt_);

        public Tensor trunc() => Aten.Trunc.Call(this);

        public Tensor trunc_() => InPlace(Aten.Trunc_);

        private Tensor InPlace(Op op)
        {
            op.Run(this);
            return this;
        }
    }

    public static Tensor abs(Tensor input) => input.abs();

    public static Tensor abs_(Tensor input) => input.abs_();

    public static Tensor absolute(Tensor input) => input.absolute();

    public static Tensor absolute_(Tensor input) => input.absolute_();

    public static Tensor bitwise_not(Tensor input) => input.bitwise_not();

    public static Tensor bitwise_not_(Tensor input) => input.bitwise_not_();

    public static Tensor ceil(Tensor input) => input.ceil();

    public static Tensor ceil_(Tensor input) => input.ceil_();

    public static Tensor digamma(Tensor input) => input.digamma();

    public static Tensor digamma_(Tensor input) => input.digamma_();

    public static Tensor erf(Tensor input) => input.erf();

    public static Tensor erf_(Tensor input) => input.erf_();

    public static Tensor erfc(Tensor input) => input.erfc();

    public static Tensor erfc_(Tensor input) => input.erfc_();

    public static Tensor erfinv_(Tensor input) => input.erfinv_();

    public static Tensor exp(Tensor input) => input.exp();

    public static Tensor exp_(Tensor input) => input.exp_();

    public static Tensor exp2(Tensor input) => input.exp2();

    public static Tensor expm1(Tensor input) => input.expm1();

    public static Tensor expm1_(Tensor input) => input.expm1_();

    public static Tensor fix(Tensor input) => input.fix();

    public static Tensor fix_(Tensor input) => input.fix_();

    public static Tensor floor(Tensor input) => input.floor();

    public static Tensor floor_(Tensor input) => input.floor_();

    public static Tensor frac(Tensor input) => input.frac();

    public static Tensor frac_(Tensor input) => input.frac_();

    public static Tensor lgamma(Tensor input) => input.lgamma();

    // Not in place, as in the package.
    public static Tensor lgamma_(Tensor input) => input.lgamma();

    public static Tensor log(Tensor input) => input.log();

    public static Tensor log_(Tensor input) => input.log_();

    public static Tensor log10(Tensor input) => input.log10();

    public static Tensor log10_(Tensor input) => input.log10_();

    public static Tensor log1p(Tensor input) => input.log1p();

    public static Tensor log1p_(Tensor input) => input.log1p_();

    public static Tensor log2(Tensor input) => input.log2();

    public static Tensor log2_(Tensor input) => input.log2_();

    public static Tensor neg(Tensor input) => input.neg();

    public static Tensor neg_(Tensor input) => input.neg_();

    public static Tensor reciprocal(Tensor input) => input.reciprocal();

    public static Tensor reciprocal_(Tensor input) => input.reciprocal_();

    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    public static Tensor rsqrt_(Tensor input) => input.rsqrt_();

    public static Tensor sgn(Tensor input) => input.sgn();

    public static Tensor sgn_(Tensor input) => input.sgn_();

    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

    public static Tensor sign(Tensor input) => input.sign();

    public static Tensor sign_(Tensor input) => input.sign_();

    public static Tensor sqrt(Tensor input) => input.sqrt();

    public static Tensor sqrt_(Tensor input) => input.sqrt_();

    public static Tensor trunc(Tensor input) => input.trunc();

    public static Tensor trunc_(Tensor input) => input.trunc_();

    /// <summary>As in the package, this is erf; the instance method is not.</summary>
    public static Tensor erfinv(Tensor input) => input.erf();
}

namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op Relu = new("relu");
    internal static readonly Op Relu_ = new("relu_");
    internal static readonly Op LogicalNot = new("logical_not");
    internal static readonly Op LogicalNot_ = new("logical_not_");
    internal static readonly Op Isfinite = new("isfinite");
    internal static readonly Op Isinf = new("isinf");
    internal static readonly Op Isnan = new("isnan");
    internal static readonly Op Isneginf = new("isneginf");
    internal static readonly Op Isposinf = new("isposinf");
    internal static readonly Op Isreal = new("isreal");
    internal static readonly Op Logdet = new("logdet");
    internal static readonly Op Det = new("det");
    internal static readonly Op Msort = new("msort");
    internal static readonly Op Nansum = new("nansum");
    internal static readonly Op Nanmedian = new("nanmedian");
    internal static readonly Op Median = new("median");
    internal static readonly Op Nonzero = new("nonzero");
    internal static readonly Op Positive = new("positive");
    internal static readonly Op Ravel = new("ravel");
    internal static readonly Op Signbit = new("signbit");
    internal static readonly Op T = new("t");
    internal static readonly Op Trace = new("trace");
    internal static readonly Op Fliplr = new("fliplr");
    internal static readonly Op Flipud = new("flipud");
    internal static readonly Op Argwhere = new("argwhere");
    internal static readonly Op Angle = new("angle");
    internal static readonly Op Round = new("round.decimals");
}

// More functions of one tensor.
public static partial class torch
{
    public partial class Tensor
    {
        public Tensor relu() => Aten.Relu.Call(this);

        public Tensor relu_() => InPlace(Aten.Relu_);

        public Tensor logical_not() => Aten.LogicalNot.Call(this);

        public Tensor logical_not_() => InPlace(Aten.LogicalNot_);

        public Tensor isfinite() => Aten.Isfinite.Call(this);

        public Tensor isinf() => Aten.Isinf.Call(this);

        public Tensor isnan() => Aten.Isnan.Call(this);

        public Tensor isneginf() => Aten.Isneginf.Call(this);

        public Tensor isposinf() => Aten.Isposinf.Call(this);

        public Tensor isreal() => Aten.Isreal.Call(this);

        public Tensor logdet() => shape[^1] != shape[^2] ? throw new ArgumentException("The input tensor is not square") : Aten.Logdet.Call(this);

        public Tensor det() => Aten.Det.Call(this);

        public Tensor msort() => Aten.Msort.Call(this);

        public Tensor nansum() => Aten.Nansum.Call(this);

        public Tensor nanmedian() => Aten.Nanmedian.Call(this);

        public Tensor median() => Aten.Median.Call(this);

        public Tensor nonzero() => Aten.Nonzero.Call(this);

        public Tensor positive() => dtype == ScalarType.Bool ? throw new ArgumentException("Boolean tensor") : Aten.Positive.Call(this);

        public Tensor ravel() => Aten.Ravel.Call(this);

        public Tensor signbit() => Aten.Signbit.Call(this);

        public Tensor t() => Aten.T.Call(this);

        public Tensor trace() => ndim != 2 ? throw new ArgumentException($"Expected a matrix, but got tensor with ndim == {ndim}") : Aten.Trace.Call(this);

        public Tensor fliplr() => Aten.Fliplr.Call(this);

        public Tensor flipud() => Aten.Flipud.Call(this);

        public Tensor argwhere() => Aten.Argwhere.Call(this);

        public Tensor angle() => Aten.Angle.Call(this);

        public Tensor square() => pow(2);

        public Tensor round(long decimals = 0L) => Aten.Round.Call(this, decimals);
    }

    public static Tensor logical_not(Tensor input) => input.logical_not();

    public static Tensor isfinite(Tensor tensor) => tensor.isfinite();

    public static Tensor isinf(Tensor tensor) => tensor.isinf();

    public static Tensor isnan(Tensor input) => input.isnan();

    public static Tensor isneginf(Tensor tensor) => tensor.isneginf();

    public static Tensor isposinf(Tensor tensor) => tensor.isposinf();

    public static Tensor isreal(Tensor tensor) => tensor.isreal();

    public static Tensor logdet(Tensor input) => input.logdet();

    public static Tensor det(Tensor input) => input.det();

    public static Tensor msort(Tensor tensor) => tensor.msort();

    public static Tensor nansum(Tensor input) => input.nansum();

    public static Tensor nanmedian(Tensor input) => input.nanmedian();

    public static Tensor median(Tensor input) => input.median();

    public static Tensor nonzero(Tensor input) => input.nonzero();

    public static Tensor positive(Tensor input) => input.positive();

    public static Tensor ravel(Tensor input) => input.ravel();

    public static Tensor signbit(Tensor input) => input.signbit();

    public static Tensor t(Tensor input) => input.t();

    public static Tensor trace(Tensor input) => input.trace();

    public static Tensor fliplr(Tensor input) => input.fliplr();

    public static Tensor flipud(Tensor input) => input.flipud();

    public static Tensor argwhere(Tensor input) => input.argwhere();

    public static Tensor angle(Tensor input) => input.angle();

    public static Tensor square(Tensor input) => input.square();

    public static Tensor round(Tensor input, long decimals = 0L) => input.round(decimals);
}

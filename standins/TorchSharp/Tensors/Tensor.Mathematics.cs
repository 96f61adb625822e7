namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op I0 = new("i0");
    internal static readonly Op Logit = new("logit");
    internal static readonly Op Polygamma = new("polygamma");
    internal static readonly Op Logcumsumexp = new("logcumsumexp");
    internal static readonly Op Aminmax = new("aminmax");
    internal static readonly Op FloatPower = new("float_power.Tensor_Tensor");
    internal static readonly Op Cummax = new("cummax");
    internal static readonly Op Cummin = new("cummin");
    internal static readonly Op Xlogy = new("xlogy.Tensor");
    internal static readonly Op XlogyScalar = new("xlogy.Scalar_Other");
    internal static readonly Op Ldexp = new("ldexp.Tensor");
    internal static readonly Op Round_ = new("round_.decimals");
    internal static readonly Op Isin = new("isin.Tensor_Tensor");
    internal static readonly Op Diff = new("diff");
    internal static readonly Op Frexp = new("frexp.Tensor");
    internal static readonly Op Cov = new("cov");
    internal static readonly Op Corrcoef = new("corrcoef");
    internal static readonly Op Bucketize = new("bucketize.Tensor");
    internal static readonly Op Searchsorted = new("searchsorted.Tensor");
    internal static readonly Op Quantile = new("quantile");
    internal static readonly Op Nanquantile = new("nanquantile");
    internal static readonly Op Nanmean = new("nanmean");
    internal static readonly Op Renorm = new("renorm");
    internal static readonly Op Igamma = new("igamma");
    internal static readonly Op Igammac = new("igammac");
}

// Less common functions and statistics, and second names of common ones.
public static partial class torch
{
    public partial class Tensor
    {
        public Tensor i0() => Aten.I0.Call(this);

        public Tensor igamma(Tensor other) => Aten.Igamma.Call(this, other);

        public Tensor igammac(Tensor other) => Aten.Igammac.Call(this, other);

        public Tensor logit(double? eps = null) => Aten.Logit.Call(this, eps);

        public Tensor polygamma(long p) => Aten.Polygamma.Call(p, this);

        public Tensor logcumsumexp(long dim) => Aten.Logcumsumexp.Call(this, dim);

        public Tensor float_power(Tensor target) => Aten.FloatPower.Call(this, target);

        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) => Aten.Aminmax.Call2(this, dim is -1 ? null : dim, keepdim);

        public Tensor xlogy(Tensor y) => Aten.Xlogy.Call(this, y);

        public Tensor xlogy(Scalar y) => Aten.XlogyScalar.Call(this, y);

        public Tensor ldexp(Tensor other) => Aten.Ldexp.Call(this, other);

        public Tensor round_(long decimals = 0L)
        {
            Aten.Round_.Run(this, decimals);
            return this;
        }

        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) => Aten.Isin.Call(this, test_elements, assumeUnique, invert);

        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) => n != 1
            ? throw new NotImplementedException("Tensor.diff with n != 1")
            : Aten.Diff.Call(this, n, dim, Arg.Maybe(prepend), Arg.Maybe(append));

        public (Tensor Mantissa, Tensor Exponent) frexp() => Aten.Frexp.Call2(this);

        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) => Aten.Cov.Call(this, correction, Arg.Maybe(fweights), Arg.Maybe(aweights));

        public Tensor corrcoef() => Aten.Corrcoef.Call(this);

        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) => Aten.Bucketize.Call(this, boundaries, outInt32, right);

        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Aten.Quantile.Call(this, q, dim, keepdim);

        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) => Aten.Nanquantile.Call(this, q, dim, keepdim);

        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) => Aten.Nanmean.Call(this, dim is { } known ? new long[] { known } : (long[]?)null, keepdim, dtype);

        public Tensor renorm(float p, long dim, float maxnorm) => Aten.Renorm.Call(this, (double)p, dim, (double)maxnorm);

        public (Tensor values, Tensor indices) mode(long dim = -1L, bool keepdim = false) => Aten.Mode.Call2(this, dim, keepdim);

        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => Aten.StdMean.Call2(this, unbiased);

        public (Tensor @var, Tensor mean) var_mean(bool unbiased = true) => Aten.VarMean.Call2(this, unbiased);

        public bool is_nonzero() => numel() != 1 ? throw new InvalidOperationException("is_nonzero() called on non-singleton tensor") : ToScalarValue().ToBoolean();

        public Tensor multiply(Tensor target) => mul(target);

        public Tensor multiply(Scalar target) => mul(target);

        public Tensor subtract(Tensor target) => sub(target);

        public Tensor subtract(Scalar target) => sub(target);

        public Tensor greater(Tensor target) => gt(target);

        public Tensor greater_equal(Tensor target) => ge(target);

        public Tensor less(Tensor target) => lt(target);

        public Tensor less_equal(Tensor target) => le(target);

        public Tensor not_equal(Tensor target) => ne(target);

        public Tensor negative() => neg();

        public Tensor true_divide(Tensor other) => div(other);

        public Tensor true_divide(Scalar other) => div(other);

        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);
    }

    public static Tensor i0(Tensor input) => input.i0();

    public static Tensor igamma(Tensor input, Tensor other) => input.igamma(other);

    public static Tensor igammac(Tensor input, Tensor other) => input.igammac(other);

    public static Tensor logit(Tensor input, double? eps = null) => input.logit(eps);

    public static Tensor polygamma(Tensor input, long p) => input.polygamma(p);

    public static Tensor logcumsumexp(Tensor input, long dim) => input.logcumsumexp(dim);

    public static Tensor float_power(Tensor input, Tensor target) => input.float_power(target);

    public static Tensor xlogy(Tensor x, Tensor y) => x.xlogy(y);

    public static Tensor xlogy(Tensor x, Scalar y) => x.xlogy(y);

    public static Tensor ldexp(Tensor input, Tensor other) => input.ldexp(other);

    public static Tensor round_(Tensor input, long decimals = 0L) => input.round_(decimals);

    public static Tensor isin(Tensor tensor, Tensor test_elements, bool assumeUnique = false, bool invert = false) => tensor.isin(test_elements, assumeUnique, invert);

    public static Tensor diff(Tensor input, long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) => input.diff(n, dim, prepend, append);

    public static Tensor cov(Tensor input, long correction = 1, Tensor? fweights = null, Tensor? aweights = null) => input.cov(correction, fweights, aweights);

    public static Tensor corrcoef(Tensor input) => input.corrcoef();

    public static Tensor bucketize(Tensor input, Tensor boundaries, bool outInt32 = false, bool right = false) => input.bucketize(boundaries, outInt32, right);

    public static Tensor quantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) => input.quantile(q, dim, keepdim);

    public static Tensor nanquantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) => input.nanquantile(q, dim, keepdim);

    public static Tensor nanmean(Tensor input, int? dim = null, bool keepdim = false, ScalarType? dtype = null) => input.nanmean(dim, keepdim, dtype);

    public static Tensor renorm(Tensor input, float p, long dim, float maxnorm) => input.renorm(p, dim, maxnorm);

    public static (Tensor values, Tensor indices) mode(Tensor input, long dim = -1L, bool keepdim = false) => input.mode(dim, keepdim);

    public static (Tensor std, Tensor mean) std_mean(Tensor input, bool unbiased = true) => input.std_mean(unbiased);

    // The standard deviation, as in the package; with dimensions, it is the variance.
    public static (Tensor @var, Tensor mean) var_mean(Tensor input, bool unbiased = true) => input.std_mean(unbiased);

    public static bool is_nonzero(Tensor input) => input.is_nonzero();

    public static long numel(Tensor input) => input.numel();

    public static Tensor multiply(Tensor left, Tensor right) => left.mul(right);

    public static Tensor multiply(Tensor left, Scalar right) => left.mul(right);

    public static Tensor subtract(Tensor left, Tensor right) => left.sub(right);

    public static Tensor subtract(Tensor left, Scalar right) => left.sub(right);

    public static Tensor greater(Tensor tensor, Tensor target) => tensor.gt(target);

    public static Tensor greater_equal(Tensor tensor, Tensor target) => tensor.ge(target);

    public static Tensor less(Tensor tensor, Tensor target) => tensor.lt(target);

    public static Tensor less_equal(Tensor tensor, Tensor target) => tensor.le(target);

    public static Tensor not_equal(Tensor tensor, Tensor target) => tensor.ne(target);

    public static Tensor negative(Tensor input) => input.neg();

    public static Tensor true_divide(Tensor dividend, Tensor divisor) => dividend.div(divisor);

    public static Tensor clip(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);
}

namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op SpecialEntr = new("special_entr");
    internal static readonly Op SpecialErf = new("special_erf");
    internal static readonly Op SpecialErfc = new("special_erfc");
    internal static readonly Op SpecialErfinv = new("special_erfinv");
    internal static readonly Op SpecialExpit = new("special_expit");
    internal static readonly Op SpecialExpm1 = new("special_expm1");
    internal static readonly Op SpecialExp2 = new("special_exp2");
    internal static readonly Op SpecialGammaln = new("special_gammaln");
    internal static readonly Op SpecialDigamma = new("special_digamma");
    internal static readonly Op SpecialI0e = new("special_i0e");
    internal static readonly Op SpecialI1 = new("special_i1");
    internal static readonly Op SpecialI1e = new("special_i1e");
    internal static readonly Op SpecialNdtr = new("special_ndtr");
    internal static readonly Op SpecialNdtri = new("special_ndtri");
    internal static readonly Op SpecialSinc = new("special_sinc");
    internal static readonly Op SpecialI0 = new("special_i0");
    internal static readonly Op SpecialGammainc = new("special_gammainc");
    internal static readonly Op SpecialGammaincc = new("special_gammaincc");
    internal static readonly Op SpecialXlog1py = new("special_xlog1py");
    internal static readonly Op SpecialZeta = new("special_zeta");
    internal static readonly Op SpecialPolygamma = new("special_polygamma");
    internal static readonly Op SpecialMultigammaln = new("special_multigammaln");
}

// Special functions.
public static partial class torch
{
    public static partial class special
    {
        public static Tensor entr(Tensor input) => Aten.SpecialEntr.Call(input);

        // Not scaled by exp(x²), as in the package.
        public static Tensor erfcx(Tensor input) => erfc(input);

        public static Tensor erf(Tensor input) => Aten.SpecialErf.Call(input);

        public static Tensor erfc(Tensor input) => Aten.SpecialErfc.Call(input);

        public static Tensor erfinv(Tensor input) => Aten.SpecialErfinv.Call(input);

        public static Tensor expit(Tensor input) => Aten.SpecialExpit.Call(input);

        public static Tensor expm1(Tensor input) => Aten.SpecialExpm1.Call(input);

        public static Tensor exp2(Tensor input) => Aten.SpecialExp2.Call(input);

        public static Tensor gammaln(Tensor input) => Aten.SpecialGammaln.Call(input);

        public static Tensor digamma(Tensor input) => Aten.SpecialDigamma.Call(input);

        public static Tensor i0e(Tensor input) => Aten.SpecialI0e.Call(input);

        public static Tensor i1(Tensor input) => Aten.SpecialI1.Call(input);

        public static Tensor i1e(Tensor input) => Aten.SpecialI1e.Call(input);

        public static Tensor ndtr(Tensor input) => Aten.SpecialNdtr.Call(input);

        public static Tensor ndtri(Tensor input) => Aten.SpecialNdtri.Call(input);

        public static Tensor sinc(Tensor input) => Aten.SpecialSinc.Call(input);

        public static Tensor i0(Tensor input) => Aten.SpecialI0.Call(input);

        public static Tensor gammainc(Tensor input, Tensor other) => Aten.SpecialGammainc.Call(input, other);

        public static Tensor gammaincc(Tensor input, Tensor other) => Aten.SpecialGammaincc.Call(input, other);

        public static Tensor xlog1py(Tensor input, Tensor other) => Aten.SpecialXlog1py.Call(input, other);

        public static Tensor zeta(Tensor x, Tensor q) => Aten.SpecialZeta.Call(x, q);

        public static Tensor polygamma(long n, Tensor input) => Aten.SpecialPolygamma.Call(n, input);

        public static Tensor multigammaln(Tensor input, long p) => Aten.SpecialMultigammaln.Call(input, p);

        public static Tensor psi(Tensor input) => digamma(input);

        public static Tensor logit(Tensor input) => input.logit();

        public static Tensor sigmoid(Tensor input) => input.sigmoid();

        public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => input.log_softmax(dim, dtype);
    }
}

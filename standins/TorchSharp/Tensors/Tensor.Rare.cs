namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op ConjPhysical = new("conj_physical");
    internal static readonly Op ResolveConj = new("resolve_conj");
    internal static readonly Op IsConj = new("is_conj");
    internal static readonly Op ResolveNeg = new("resolve_neg");
    internal static readonly Op RandintLike = new("randint_like.low_dtype");
    internal static readonly Op DiagEmbed = new("diag_embed");
    internal static readonly Op Mh = new("mH");
    internal static readonly Op MatrixH = new("matrix_H");
    internal static readonly Op FloorDivideScalar_ = new("floor_divide_.Scalar");
    internal static readonly Op UniqueConsecutive = new("unique_consecutive");
    internal static readonly Op HannWindow = new("hann_window.periodic");
    internal static readonly Op HammingWindow = new("hamming_window.periodic_alpha_beta");
    internal static readonly Op BlackmanWindow = new("blackman_window.periodic");
    internal static readonly Op BartlettWindow = new("bartlett_window.periodic");
    internal static readonly Op KaiserWindow = new("kaiser_window.beta");
}

// What is left over: conjugates, windows, runs.
public static partial class torch
{
    public partial class Tensor
    {
        public Tensor conj_physical() => Aten.ConjPhysical.Call(this);

        public bool is_conj() => Aten.IsConj.CallBool(this);

        public Tensor resolve_conj() => Aten.ResolveConj.Call(this);

        public Tensor resolve_neg() => Aten.ResolveNeg.Call(this);

        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.Finished(Aten.RandintLike.Call(this, low, high, dtype, Arg.None, device), requires_grad);

        public Tensor diag_embed(long offset = 0L, long dim1 = -2L, long dim2 = -1L) => Aten.DiagEmbed.Call(this, offset, dim1, dim2);

        public Tensor mH => Aten.Mh.Call(this);

        public Tensor H => Aten.MatrixH.Call(this);

        public Tensor floor_divide_(Tensor other)
        {
            Aten.FloorDivide_.Run(this, other);
            return this;
        }

        public Tensor floor_divide_(Scalar other)
        {
            Aten.FloorDivideScalar_.Run(this, other);
            return this;
        }

        /// <summary>Runs of equal elements, each reduced to one.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            var (output, inverse, counts) = Aten.UniqueConsecutive.Call3(this, return_inverse, return_counts, dim);
            return (output, Asked(inverse, return_inverse), Asked(counts, return_counts));
        }
    }

    public static Tensor conj_physical(Tensor input) => input.conj_physical();

    public static bool is_conj(Tensor input) => input.is_conj();

    public static Tensor resolve_conj(Tensor input) => input.resolve_conj();

    public static Tensor resolve_neg(Tensor input) => input.resolve_neg();

    public static Tensor randint_like(Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => input.randint_like(low, high, dtype, device, requires_grad);

    public static Tensor diag_embed(Tensor input, long offset = 0L, long dim1 = -2L, long dim2 = -1L) => input.diag_embed(offset, dim1, dim2);

    public static Tensor floor_divide(Tensor input, Tensor other) => input.floor_divide(other);

    public static Tensor floor_divide_(Tensor input, Tensor other) => input.floor_divide_(other);

    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Finished(Aten.HannWindow.Call(len, periodic, dtype ?? get_default_dtype(), Arg.None, On(device)), requires_grad);

    public static Tensor hamming_window(long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Finished(Aten.HammingWindow.Call(len, periodic, (double)alpha, (double)beta, dtype ?? get_default_dtype(), Arg.None, On(device)), requires_grad);

    public static Tensor blackman_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Finished(Aten.BlackmanWindow.Call(len, periodic, dtype ?? get_default_dtype(), Arg.None, On(device)), requires_grad);

    public static Tensor bartlett_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Finished(Aten.BartlettWindow.Call(len, periodic, dtype ?? get_default_dtype(), Arg.None, On(device)), requires_grad);

    public static Tensor kaiser_window(long len, bool periodic = true, float beta = 12.0f, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Finished(Aten.KaiserWindow.Call(len, periodic, (double)beta, dtype ?? get_default_dtype(), Arg.None, On(device)), requires_grad);
}

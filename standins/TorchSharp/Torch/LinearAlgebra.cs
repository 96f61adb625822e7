namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op LinalgCholesky = new("linalg_cholesky");
    internal static readonly Op LinalgCholeskyEx = new("linalg_cholesky_ex");
    internal static readonly Op LinalgCond = new("linalg_cond");
    internal static readonly Op LinalgCondText = new("linalg_cond.p_str");
    internal static readonly Op LinalgCross = new("linalg_cross");
    internal static readonly Op LinalgDet = new("linalg_det");
    internal static readonly Op LinalgSlogdet = new("linalg_slogdet");
    internal static readonly Op LinalgEig = new("linalg_eig");
    internal static readonly Op LinalgEigh = new("linalg_eigh");
    internal static readonly Op LinalgEigvals = new("linalg_eigvals");
    internal static readonly Op LinalgEigvalsh = new("linalg_eigvalsh");
    internal static readonly Op LinalgHouseholder = new("linalg_householder_product");
    internal static readonly Op LinalgInv = new("linalg_inv");
    internal static readonly Op LinalgInvEx = new("linalg_inv_ex");
    internal static readonly Op LinalgLu = new("linalg_lu");
    internal static readonly Op LinalgLuFactor = new("linalg_lu_factor");
    internal static readonly Op LinalgMatrixNorm = new("linalg_matrix_norm");
    internal static readonly Op LinalgMatrixNormText = new("linalg_matrix_norm.str_ord");
    internal static readonly Op LinalgMatrixRank = new("linalg_matrix_rank.atol_rtol_float");
    internal static readonly Op LinalgMultiDot = new("linalg_multi_dot");
    internal static readonly Op LinalgNorm = new("linalg_norm");
    internal static readonly Op LinalgNormText = new("linalg_norm.ord_str");
    internal static readonly Op LinalgPinv = new("linalg_pinv.atol_rtol_float");
    internal static readonly Op LinalgQr = new("linalg_qr");
    internal static readonly Op LinalgSolve = new("linalg_solve");
    internal static readonly Op LinalgSvd = new("linalg_svd");
    internal static readonly Op LinalgSvdvals = new("linalg_svdvals");
    internal static readonly Op LinalgTensorinv = new("linalg_tensorinv");
    internal static readonly Op LinalgTensorsolve = new("linalg_tensorsolve");
    internal static readonly Op LinalgVectorNorm = new("linalg_vector_norm");
    internal static readonly Op LinalgVander = new("linalg_vander");
}

// Solving, decomposing and measuring matrices.
public static partial class torch
{
    public static partial class linalg
    {
        public static Tensor cholesky(Tensor input) => Aten.LinalgCholesky.Call(input);

        public static (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false) => Aten.LinalgCholeskyEx.Call2(input, false, check_errors);

        public static Tensor cond(Tensor input) => Aten.LinalgCond.Call(input);

        public static Tensor cond(Tensor input, int p) => Aten.LinalgCond.Call(input, p);

        public static Tensor cond(Tensor input, double p) => Aten.LinalgCond.Call(input, p);

        public static Tensor cond(Tensor input, string p) => Aten.LinalgCondText.Call(input, p);

        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => Aten.LinalgCross.Call(input, other, dim);

        public static Tensor det(Tensor input) => Aten.LinalgDet.Call(input);

        public static (Tensor, Tensor) slogdet(Tensor input) => Aten.LinalgSlogdet.Call2(input);

        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) => input.diagonal(offset, dim1, dim2);

        public static (Tensor, Tensor) eig(Tensor input) => Aten.LinalgEig.Call2(input);

        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => Aten.LinalgEigh.Call2(input, UPLO.ToString());

        public static Tensor eigvals(Tensor input) => Aten.LinalgEigvals.Call(input);

        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Aten.LinalgEigvalsh.Call(input, UPLO.ToString());

        public static Tensor householder_product(Tensor A, Tensor tau) => Aten.LinalgHouseholder.Call(A, tau);

        public static Tensor inv(Tensor input) => Aten.LinalgInv.Call(input);

        public static (Tensor L, Tensor info) inv_ex(Tensor input, bool check_errors = false) => Aten.LinalgInvEx.Call2(input, check_errors);

        public static (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true) => Aten.LinalgLu.Call3(input, pivot);

        public static (Tensor LU, Tensor? Pivots) lu_factor(Tensor input, bool pivot = true) => Aten.LinalgLuFactor.Call2(input, pivot);

        public static Tensor matrix_exp(Tensor input) => input.matrix_exp();

        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) => Aten.LinalgMatrixNormText.Call(input, ord, dims ?? [-2, -1], keepdim);

        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) => Aten.LinalgMatrixNorm.Call(input, ord, dims ?? [-2, -1], keepdim);

        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) => Aten.LinalgMatrixRank.Call(input, atol, rtol, hermitian);

        public static Tensor multi_dot(IList<Tensor> tensors) => tensors.Count == 0 ? throw new ArgumentException(nameof(tensors)) : Aten.LinalgMultiDot.Call(Arg.All(tensors));

        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) => Aten.LinalgNorm.Call(input, Arg.None, dims, keepdim);

        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) => Aten.LinalgNorm.Call(input, ord, dims, keepdim);

        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) => Aten.LinalgNorm.Call(input, ord, dims, keepdim);

        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) => Aten.LinalgNormText.Call(input, ord, dims, keepdim);

        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) => Aten.LinalgPinv.Call(input, atol, rtol, hermitian);

        public enum QRMode { Reduced = 0, Complete = 1, R = 2 }

        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) =>
            Aten.LinalgQr.Call2(input, mode switch { QRMode.Complete => "complete", QRMode.R => "r", _ => "reduced" });

        public static Tensor solve(Tensor A, Tensor B, bool left = true) => Aten.LinalgSolve.Call(A, B, left);

        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) => Aten.LinalgSvd.Call3(input, fullMatrices);

        public static Tensor svdvals(Tensor input) => Aten.LinalgSvdvals.Call(input);

        public static Tensor tensorinv(Tensor input, long ind) => Aten.LinalgTensorinv.Call(input, ind);

        public static Tensor tensorsolve(Tensor A, Tensor B, long[] dims) => Aten.LinalgTensorsolve.Call(A, B, dims);

        public static Tensor vector_norm(Tensor input, double ord = 2d, long[]? dims = null, bool keepdim = false) => Aten.LinalgVectorNorm.Call(input, ord, dims, keepdim);

        public static Tensor vander(Tensor input, long? N = null) => Aten.LinalgVander.Call(input, N ?? input.shape[^1]);
    }
}

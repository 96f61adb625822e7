namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op MatrixExp = new("matrix_exp");
    internal static readonly Op Cholesky = new("cholesky");
    internal static readonly Op Addr = new("addr");
}

// Less common products and functions of matrices.
public static partial class torch
{
    public partial class Tensor
    {
        public Tensor matrix_exp() => Aten.MatrixExp.Call(this);

        public Tensor cholesky(bool upper = false) => Aten.Cholesky.Call(this, upper);

        public Tensor inverse() => linalg.inv(this);

        public Tensor ger(Tensor vec2) => outer(vec2);

        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1.0f, float alpha = 1.0f) => Aten.Addr.Call(this, vec1, vec2, (double)beta, (double)alpha);

        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => Aten.Tensordot.Call(this, b, dims1, dims2);

        public Tensor tensordot(Tensor b, (long, long)[] dims) => tensordot(b, Array.ConvertAll(dims, pair => pair.Item1), Array.ConvertAll(dims, pair => pair.Item2));

        /// <summary>Contracts the last <paramref name="dims"/> dimensions of this tensor with the first of the other.</summary>
        public Tensor tensordot(Tensor b, long dims = 2)
        {
            var own = new long[dims];
            var others = new long[dims];
            for (int k = 0; k < dims; k++) (own[k], others[k]) = (Dimensions - dims + k, k);
            return tensordot(b, own, others);
        }
    }

    public static Tensor matrix_exp(Tensor input) => input.matrix_exp();

    public static Tensor cholesky(Tensor input) => input.cholesky();

    public static Tensor inverse(Tensor input) => linalg.inv(input);

    public static Tensor ger(Tensor input, Tensor vec2) => input.outer(vec2);

    public static Tensor vdot(Tensor input, Tensor target) => input.vdot(target);

    public static Tensor inner(Tensor input, Tensor vec2) => input.inner(vec2);

    public static Tensor addr(Tensor input, Tensor vec1, Tensor vec2, float beta = 1.0f, float alpha = 1.0f) => input.addr(vec1, vec2, beta, alpha);

    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2) => a.tensordot(b, dims);

    public static Tensor tensordot(Tensor a, Tensor b, (long, long)[] dims) => a.tensordot(b, dims);

    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) => a.tensordot(b, dims1, dims2);
}

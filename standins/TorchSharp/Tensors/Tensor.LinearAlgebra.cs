namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op Matmul = new("matmul");
    internal static readonly Op Mm = new("mm");
    internal static readonly Op Bmm = new("bmm");
    internal static readonly Op Mv = new("mv");
    internal static readonly Op Dot = new("dot");
    internal static readonly Op Outer = new("outer");
    internal static readonly Op Addmm = new("addmm");
    internal static readonly Op Addmm_ = new("addmm_");
    internal static readonly Op Addmv = new("addmv");
    internal static readonly Op Addmv_ = new("addmv_");
    internal static readonly Op Addbmm = new("addbmm");
    internal static readonly Op Addbmm_ = new("addbmm_");
    internal static readonly Op Baddbmm = new("baddbmm");
    internal static readonly Op Einsum = new("einsum");
    internal static readonly Op Diag = new("diag");
    internal static readonly Op Tril = new("tril");
    internal static readonly Op Triu = new("triu");
    internal static readonly Op Vdot = new("vdot");
    internal static readonly Op Inner = new("inner");
    internal static readonly Op Kron = new("kron");
    internal static readonly Op MatrixPower = new("matrix_power");
    internal static readonly Op Cross = new("cross");
    internal static readonly Op Diagonal = new("diagonal");
    internal static readonly Op Tensordot = new("tensordot");
    internal static readonly Op Cdist = new("cdist");
}

// Products of vectors, matrices and stacks of matrices.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The package ends the process where the shapes do not fit; here libtorch's message becomes an exception like any other.</summary>
        public Tensor matmul(Tensor target) => Aten.Matmul.Call(this, target);

        public Tensor mm(Tensor target) => Aten.Mm.Call(this, target);

        public Tensor bmm(Tensor batch2) => Aten.Bmm.Call(this, batch2);

        public Tensor mv(Tensor target) => Aten.Mv.Call(this, target);

        public Tensor dot(Tensor target)
        {
            if (!shape.AsSpan().SequenceEqual(target.shape)) throw new InvalidOperationException("dot arguments must have the same shape.");
            return Aten.Dot.Call(this, target);
        }

        public Tensor outer(Tensor vec2) => Aten.Outer.Call(this, vec2);

        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Aten.Addmm.Call(this, mat1, mat2, (double)beta, (double)alpha);

        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1)
        {
            Aten.Addmm_.Run(this, mat1, mat2, (double)beta, (double)alpha);
            return this;
        }

        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => Aten.Addmv.Call(this, mat, vec, (double)beta, (double)alpha);

        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1)
        {
            Aten.Addmv_.Run(this, mat, vec, (double)beta, (double)alpha);
            return this;
        }

        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Aten.Addbmm.Call(this, batch1, batch2, (double)beta, (double)alpha);

        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1)
        {
            Aten.Addbmm_.Run(this, batch1, batch2, (double)beta, (double)alpha);
            return this;
        }

        /// <summary>beta * batch2 + alpha * (this @ batch1): the package hands its operands on in this order, which is not PyTorch's.</summary>
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Aten.Baddbmm.Call(batch2, this, batch1, (double)beta, (double)alpha);

        public Tensor diag(long diagonal = 0) => Aten.Diag.Call(this, diagonal);

        public Tensor tril(long diagonal = 0) => Aten.Tril.Call(this, diagonal);

        public Tensor triu(long diagonal = 0) => Aten.Triu.Call(this, diagonal);

        public Tensor vdot(Tensor target) => !shape.AsSpan().SequenceEqual(target.shape)
            ? throw new InvalidOperationException("vdot arguments must have the same shape.")
            : Aten.Vdot.Call(this, target);

        public Tensor inner(Tensor vec2) => Aten.Inner.Call(this, vec2);

        public Tensor kron(Tensor other) => Aten.Kron.Call(this, other);

        public Tensor matrix_power(int n) => Aten.MatrixPower.Call(this, n);

        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => Aten.Diagonal.Call(this, offset, dim1, dim2);
    }

    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    public static Tensor mv(Tensor input, Tensor target) => input.mv(target);

    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);

    public static Tensor outer(Tensor input, Tensor vec2) => input.outer(vec2);

    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm(mat1, mat2, beta, alpha);

    public static Tensor addmv(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmv(mat1, mat2, beta, alpha);

    public static Tensor addbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => input.addbmm(batch1, batch2, beta, alpha);

    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => input.baddbmm(batch1, batch2, beta, alpha);

    public static Tensor einsum(string equation, params Tensor[] tensors) => Aten.Einsum.Call(equation, tensors);

    public static Tensor diag(Tensor input, long diagonal = 0) => input.diag(diagonal);

    public static Tensor tril(Tensor input, long diagonal = 0) => input.tril(diagonal);

    public static Tensor triu(Tensor input, long diagonal = 0) => input.triu(diagonal);

    public static Tensor kron(Tensor input, Tensor other) => input.kron(other);

    public static Tensor matrix_power(Tensor input, int n) => input.matrix_power(n);

    public static Tensor diagonal(Tensor input, long offset = 0, long dim1 = 0, long dim2 = 1) => input.diagonal(offset, dim1, dim2);
}

namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op Sum = new("sum");
    internal static readonly Op SumDims = new("sum.dim_IntList");
    internal static readonly Op Mean = new("mean");
    internal static readonly Op MeanDims = new("mean.dim");
    internal static readonly Op Prod = new("prod");
    internal static readonly Op ProdDim = new("prod.dim_int");
    internal static readonly Op Cumsum = new("cumsum");
    internal static readonly Op Cumprod = new("cumprod");
    internal static readonly Op CountNonzero = new("count_nonzero");
    internal static readonly Op CountNonzeroDims = new("count_nonzero.dim_IntList");
    internal static readonly Op Logsumexp = new("logsumexp");
    internal static readonly Op Softmax = new("softmax.int");
    internal static readonly Op LogSoftmax = new("log_softmax.int");
}

// Sums, means, products and what is made of them.
public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Aten.Sum.Call(this, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1, dim2], keepdim, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => sum(dim.AsSpan(), keepdim, type);

        public unsafe Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null)
        {
            fixed (long* dims = dim) return Aten.SumDims.Call(this, Arg.Pinned(dims, dim.Length), keepdim, type);
        }

        public Tensor mean() => Aten.Mean.Call(this);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Aten.MeanDims.Call(this, dimensions, keepdim, type);

        public Tensor prod(ScalarType? type = null) => Aten.Prod.Call(this, type);

        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Aten.ProdDim.Call(this, dim, keepdim, type);

        public Tensor cumsum(long dim, ScalarType? type = null) => Aten.Cumsum.Call(this, dim, type);

        public Tensor cumprod(long dim, ScalarType? type = null) => Aten.Cumprod.Call(this, dim, type);

        public Tensor count_nonzero(long[]? dims = null) => dims is null ? Aten.CountNonzero.Call(this) : Aten.CountNonzeroDims.Call(this, dims);

        public Tensor logsumexp(long dim, bool keepdim = false) => Aten.Logsumexp.Call(this, new long[] { dim }, keepdim);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.Softmax.Call(this, dim, dtype);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Aten.LogSoftmax.Call(this, dim, dtype);
    }

    public static Tensor sum(Tensor input, ScalarType? type = null) => input.sum(type);

    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    public static Tensor mean(Tensor input) => input.mean();

    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) => input.mean(dimensions, keepdim, type);

    public static Tensor prod(Tensor input, ScalarType? type = null) => input.prod(type);

    public static Tensor prod(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.prod(dim, keepdim, type);

    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => input.cumsum(dim, type);

    public static Tensor cumprod(Tensor input, long dim, ScalarType? dtype = null) => input.cumprod(dim, dtype);

    public static Tensor count_nonzero(Tensor input, long[]? dims = null) => input.count_nonzero(dims);

    public static Tensor logsumexp(Tensor input, long dim, bool keepdim = false) => input.logsumexp(dim, keepdim);

    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
}

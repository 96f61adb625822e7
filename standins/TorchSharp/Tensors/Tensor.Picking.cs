namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op Gather = new("gather");
    internal static readonly Op Scatter = new("scatter.src");
    internal static readonly Op ScatterValue = new("scatter.value");
    internal static readonly Op Scatter_ = new("scatter_.src");
    internal static readonly Op ScatterAdd = new("scatter_add");
    internal static readonly Op ScatterAdd_ = new("scatter_add_");
    internal static readonly Op IndexSelect = new("index_select");
    internal static readonly Op IndexAdd = new("index_add");
    internal static readonly Op IndexAdd_ = new("index_add_");
    internal static readonly Op IndexCopy = new("index_copy");
    internal static readonly Op IndexCopy_ = new("index_copy_");
    internal static readonly Op IndexFill = new("index_fill.int_Scalar");
    internal static readonly Op IndexFill_ = new("index_fill_.int_Scalar");
    internal static readonly Op MaskedFill = new("masked_fill.Scalar");
    internal static readonly Op MaskedFill_ = new("masked_fill_.Scalar");
    internal static readonly Op MaskedSelect = new("masked_select");
    internal static readonly Op MaskedScatter = new("masked_scatter");
    internal static readonly Op MaskedScatter_ = new("masked_scatter_");
    internal static readonly Op Take = new("take");
    internal static readonly Op TakeAlongDim = new("take_along_dim");
}

// Elements by index or mask: read, written, added to.
public static partial class torch
{
    public partial class Tensor
    {
        public Tensor gather(long dim, Tensor index) => Aten.Gather.Call(this, dim, index);

        public Tensor scatter(long dim, Tensor index, Tensor src) => Aten.Scatter.Call(this, dim, index, src);

        public Tensor scatter_(long dim, Tensor index, Tensor src)
        {
            Aten.Scatter_.Run(this, dim, index, src);
            return this;
        }

        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Aten.ScatterAdd.Call(this, dim, index, src);

        public Tensor scatter_add_(long dim, Tensor index, Tensor src)
        {
            Aten.ScatterAdd_.Run(this, dim, index, src);
            return this;
        }

        public Tensor index_select(long dim, Tensor index) => Aten.IndexSelect.Call(this, dim, index);

        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => Aten.IndexAdd.Call(this, dim, Index(index), source, alpha);

        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            Aten.IndexAdd_.Run(this, dim, Index(index), source, alpha);
            return this;
        }

        public Tensor index_copy(long dim, Tensor index, Tensor source) => Aten.IndexCopy.Call(this, dim, Index(index), source);

        public Tensor index_copy_(long dim, Tensor index, Tensor source)
        {
            Aten.IndexCopy_.Run(this, dim, Index(index), source);
            return this;
        }

        public Tensor index_fill(long dim, Tensor index, Scalar value) => Aten.IndexFill.Call(this, dim, Index(index), value);

        public Tensor index_fill_(long dim, Tensor index, Scalar value)
        {
            Aten.IndexFill_.Run(this, dim, Index(index), value);
            return this;
        }

        public Tensor masked_fill(Tensor mask, Scalar value) => Aten.MaskedFill.Call(this, mask, value);

        public Tensor masked_fill_(Tensor mask, Scalar value)
        {
            Aten.MaskedFill_.Run(this, mask, value);
            return this;
        }

        private static Tensor Index(Tensor index) =>
            index.dtype == ScalarType.Int64 ? index : throw new ArgumentException("Element type of 'index' must be 'Int64'");

        public Tensor masked_select(Tensor mask) => mask.dtype != ScalarType.Bool ? throw new ArgumentException("The mask tensor must be Boolean.") : Aten.MaskedSelect.Call(this, mask);

        public Tensor masked_scatter(Tensor mask, Tensor value) => Aten.MaskedScatter.Call(this, mask, value);

        public Tensor masked_scatter_(Tensor mask, Tensor value)
        {
            Aten.MaskedScatter_.Run(this, mask, value);
            return this;
        }

        public Tensor take(Tensor index) => Aten.Take.Call(this, index);

        public Tensor take_along_dim(Tensor indices, long dim) => Aten.TakeAlongDim.Call(this, indices, dim);
    }

    public static Tensor gather(Tensor input, long dim, Tensor index) => input.gather(dim, index);

    public static Tensor gather(Tensor input, long dim, Tensor index, bool sparse_grad = false) => Aten.Gather.Call(input, dim, index, sparse_grad);

    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) => input.scatter(dim, index, src);

    public static Tensor scatter_(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_(dim, index, src);

    public static Tensor scatter_add(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_add(dim, index, src);

    public static Tensor scatter_add_(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_add_(dim, index, src);

    public static Tensor index_select(Tensor input, long dim, Tensor index) => input.index_select(dim, index);

    public static Tensor index_add(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) => input.index_add(dim, index, source, alpha);

    public static Tensor index_add_(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) => input.index_add_(dim, index, source, alpha);

    public static Tensor index_copy(Tensor input, long dim, Tensor index, Tensor source) => input.index_copy(dim, index, source);

    public static Tensor index_copy_(Tensor input, long dim, Tensor index, Tensor source) => input.index_copy_(dim, index, source);

    public static Tensor index_fill(Tensor input, long dim, Tensor index, Scalar value) => input.index_fill(dim, index, value);

    public static Tensor masked_select(Tensor input, Tensor mask) => input.masked_select(mask);

    public static Tensor take(Tensor input, Tensor index) => input.take(index);
}

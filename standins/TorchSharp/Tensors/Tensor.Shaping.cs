namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op AtLeast1d = new("atleast_1d");
    internal static readonly Op AtLeast2d = new("atleast_2d");
    internal static readonly Op AtLeast3d = new("atleast_3d");
    internal static readonly Op BlockDiag = new("block_diag");
    internal static readonly Op ChannelShuffle = new("channel_shuffle");
    internal static readonly Op Conj = new("conj");
    internal static readonly Op DiagFlat = new("diagflat");
    internal static readonly Op DiagonalScatter = new("diagonal_scatter");
    internal static readonly Op SliceScatter = new("slice_scatter");
    internal static readonly Op SelectScatter = new("select_scatter");
    internal static readonly Op SplitTensor = new("tensor_split.sections");
    internal static readonly Op SplitTensorAt = new("tensor_split.indices");
    internal static readonly Op SplitTensorBy = new("tensor_split.tensor_indices_or_sections");
    internal static readonly Op DSplit = new("dsplit.int");
    internal static readonly Op DSplitAt = new("dsplit.array");
    internal static readonly Op HSplit = new("hsplit.int");
    internal static readonly Op HSplitAt = new("hsplit.array");
    internal static readonly Op VSplit = new("vsplit.int");
    internal static readonly Op VSplitAt = new("vsplit.array");
    internal static readonly Op BroadcastTo = new("broadcast_to");
    internal static readonly Op BroadcastTensors = new("broadcast_tensors");
    internal static readonly Op Rot90 = new("rot90");
    internal static readonly Op ColumnStack = new("column_stack");
    internal static readonly Op Dstack = new("dstack");
    internal static readonly Op RowStack = new("row_stack");
    internal static readonly Op Combinations = new("combinations");
    internal static readonly Op ViewAsReal = new("view_as_real");
    internal static readonly Op ViewAsComplex = new("view_as_complex");
    internal static readonly Op RealPart = new("real");
    internal static readonly Op ImagPart = new("imag");
    internal static readonly Op ComplexOf = new("complex");
    internal static readonly Op Polar = new("polar");
    internal static readonly Op Vander = new("vander");
    internal static readonly Op Mt = new("mT");
    internal static readonly Op EmptyStrided = new("empty_strided");
    internal static readonly Op TrilIndices = new("tril_indices");
    internal static readonly Op TriuIndices = new("triu_indices");
    internal static readonly Op Trapezoid = new("trapezoid.dx");
    internal static readonly Op TrapezoidX = new("trapezoid.x");
    internal static readonly Op TransposeAll = new("numpy_T");
}

// Less common ways to take tensors apart and put them together.
public static partial class torch
{
    public partial class Tensor
    {
        public Tensor atleast_1d() => Aten.AtLeast1d.Call(this);

        public Tensor atleast_2d() => Aten.AtLeast2d.Call(this);

        public Tensor atleast_3d() => Aten.AtLeast3d.Call(this);

        public Tensor channel_shuffle(long groups) => Aten.ChannelShuffle.Call(this, groups);

        public Tensor conj() => Aten.Conj.Call(this);

        public Tensor diagflat(long offset = 0) => Aten.DiagFlat.Call(this, offset);

        public Tensor diagonal_scatter(Tensor src, long offset = 0L, long dim1 = 0L, long dim2 = 1L) => Aten.DiagonalScatter.Call(this, src, offset, dim1, dim2);

        public Tensor slice_scatter(Tensor src, long dim = 0L, long? start = null, long? end = null, long step = 1L) => Aten.SliceScatter.Call(this, src, dim, start, end, step);

        public Tensor select_scatter(Tensor src, long dim, long index) => Aten.SelectScatter.Call(this, src, dim, index);

        public Tensor[] tensor_split(long size, long dim = 0L) => Aten.SplitTensor.CallList(this, size, dim);

        public Tensor[] tensor_split(long[] sizes, long dim = 0L) => Aten.SplitTensorAt.CallList(this, sizes, dim);

        public Tensor[] tensor_split(Tensor indices, long dim = 0L) => indices.dtype != ScalarType.Int64
            ? throw new ArgumentException("Tensor indices should be Int64 in 'tensor_split")
            : Aten.SplitTensorBy.CallList(this, indices, dim);

        public Tensor broadcast_to(params long[] shape) => Aten.BroadcastTo.Call(this, shape);

        public Tensor rot90(long k = 1, (long, long)? dims = null) => Aten.Rot90.Call(this, k, new long[] { dims?.Item1 ?? 0, dims?.Item2 ?? 1 });

        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        public Tensor view_as_real() => Aten.ViewAsReal.Call(this);

        public Tensor view_as_complex() => Aten.ViewAsComplex.Call(this);

        public Tensor real => Aten.RealPart.Call(this);

        public Tensor imag => Aten.ImagPart.Call(this);

        public Tensor T => Aten.TransposeAll.Call(this);

        public Tensor mT => Aten.Mt.Call(this);

        public Tensor vander(long N = -1, bool increasing = false) => Dimensions == 1 ? Aten.Vander.Call(this, N == -1 ? (long?)null : N, increasing) : throw new InvalidOperationException("Input argument for 'vander()' must be 1-D.");

        public Tensor trapezoid(Tensor x, long dim = -1) => Aten.TrapezoidX.Call(this, x, dim);

        public Tensor trapezoid(double dx = 1, long dim = -1) => Aten.Trapezoid.Call(this, dx, dim);

        public Tensor poisson(Generator? generator = null) => Aten.Poisson.Call(this, generator);

        // Columns, one for each dimension.
        public IList<Tensor> nonzero_as_list()
        {
            var places = nonzero();
            return places.chunk(places.shape[1], dim: 1);
        }

        /// <summary>The elements as scalars in lists of lists.</summary>
        public object tolist()
        {
            if (Dimensions == 0) return ToScalarValue();
            var list = new System.Collections.ArrayList();
            foreach (var part in unbind())
            {
                list.Add(part.tolist());
                part.Dispose();
            }
            return list;
        }

        public Tensor[] dsplit(long size) =>
            this.size(2) % size == 0 ? Aten.DSplit.CallList(this, size) : throw new ArgumentException("The third dimension must be evenly divisible by the size");

        public Tensor[] dsplit(params long[] sizes) => Aten.DSplitAt.CallList(this, sizes);

        public Tensor[] dsplit(Tensor indices) => tensor_split(indices, 2);

        public Tensor[] hsplit(long size) =>
            this.size(1) % size == 0 ? Aten.HSplit.CallList(this, size) : throw new ArgumentException("The second dimension must be evenly divisible by the size");

        public Tensor[] hsplit(params long[] sizes) => Aten.HSplitAt.CallList(this, sizes);

        public Tensor[] hsplit(Tensor indices) => tensor_split(indices, 1);

        public Tensor[] vsplit(long size) =>
            this.size(0) % size == 0 ? Aten.VSplit.CallList(this, size) : throw new ArgumentException("The first dimension must be evenly divisible by the size");

        public Tensor[] vsplit(params long[] sizes) => Aten.VSplitAt.CallList(this, sizes);

        public Tensor[] vsplit(Tensor indices) => tensor_split(indices, 0);
    }

    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => input.Select(tensor => tensor.atleast_1d());

    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => input.Select(tensor => tensor.atleast_2d());

    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => input.Select(tensor => tensor.atleast_3d());

    public static Tensor block_diag(params Tensor[] tensors) => Aten.BlockDiag.Call(tensors);

    public static Tensor conj(Tensor input) => input.conj();

    public static Tensor diagflat(Tensor input, long offset = 0) => input.diagflat(offset);

    public static Tensor diagonal_scatter(Tensor input, Tensor src, long offset = 0L, long dim1 = 0L, long dim2 = 1L) => input.diagonal_scatter(src, offset, dim1, dim2);

    public static Tensor slice_scatter(Tensor input, Tensor src, long dim = 0L, long? start = null, long? end = null, long step = 1L) => input.slice_scatter(src, dim, start, end, step);

    public static Tensor select_scatter(Tensor input, Tensor src, long dim, long index) => input.select_scatter(src, dim, index);

    public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0L) => input.tensor_split(indices_or_sections, dim);

    public static Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0L) => input.tensor_split(indices_or_sections, dim);

    public static Tensor[] tensor_split(Tensor input, Tensor indices_or_sections, long dim = 0L) => input.tensor_split(indices_or_sections, dim);

    public static Tensor broadcast_to(Tensor input, params long[] shape) => input.broadcast_to(shape);

    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => Aten.BroadcastTensors.CallList(tensors);

    public static Tensor rot90(Tensor input, long k = 1, (long, long)? dims = null) => input.rot90(k, dims);

    public static Tensor movedim(Tensor input, long source, long destination) => input.movedim([source], [destination]);

    public static Tensor moveaxis(Tensor input, long source, long destination) => input.movedim([source], [destination]);

    public static Tensor moveaxis(Tensor input, long[] source, long[] destination) => input.movedim(source, destination);

    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false) => input.ndim != 1
        ? throw new ArgumentException($"Expected a 1D vector, but got one with {input.ndim} dimensions.")
        : Aten.Combinations.Call(input, r, with_replacement);

    public static Tensor view_as_real(Tensor input) => input.view_as_real();

    public static Tensor view_as_complex(Tensor input) => input.view_as_complex();

    public static Tensor real(Tensor input) => input.real;

    public static Tensor imag(Tensor input) => input.imag;

    public static Tensor complex(Tensor real, Tensor imag) => Aten.ComplexOf.Call(real, imag);

    public static Tensor polar(Tensor abs, Tensor angle) => Aten.Polar.Call(abs, angle);

    public static Tensor vander(Tensor x, long N = -1, bool increasing = false) => x.vander(N, increasing);

    public static Tensor empty_strided(long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) => Finished(Aten.EmptyStrided.Call(size, strides, dtype ?? get_default_dtype(), Arg.None, On(device)), requires_grad, names);

    public static Tensor trapezoid(Tensor y, Tensor x, long dim = -1) => y.trapezoid(x, dim);

    public static Tensor trapezoid(Tensor y, double dx = 1, long dim = -1) => y.trapezoid(dx, dim);

    public static Tensor poisson(Tensor input, Generator? generator = null) => input.poisson(generator);

    public static Tensor[] dsplit(Tensor input, long size) => input.dsplit(size);

    public static Tensor[] dsplit(Tensor input, long[] indices_or_sections) => input.dsplit(indices_or_sections);

    public static Tensor[] dsplit(Tensor input, Tensor indices_or_sections) => input.dsplit(indices_or_sections);

    public static Tensor[] hsplit(Tensor input, long indices_or_sections) => input.hsplit(indices_or_sections);

    public static Tensor[] hsplit(Tensor input, long[] indices_or_sections) => input.hsplit(indices_or_sections);

    public static Tensor[] hsplit(Tensor input, Tensor indices_or_sections) => input.hsplit(indices_or_sections);

    public static Tensor[] vsplit(Tensor input, long[] indices_or_sections) => input.vsplit(indices_or_sections);

    public static Tensor column_stack(params Tensor[] tensors) => Aten.ColumnStack.Call(tensors);

    public static Tensor column_stack(IList<Tensor> tensors) => Aten.ColumnStack.Call(Arg.All(tensors));

    public static Tensor row_stack(params Tensor[] tensors) => Aten.RowStack.Call(tensors);

    public static Tensor row_stack(IList<Tensor> tensors) => Aten.RowStack.Call(Arg.All(tensors));

    public static Tensor dstack(params Tensor[] tensors) => Aten.Dstack.Call(tensors);

    public static Tensor dstack(IList<Tensor> tensors) => Aten.Dstack.Call(Arg.All(tensors));

    public static Tensor cartesian_prod(params Tensor[] tensors) => Aten.Cartesian.Call(tensors);

    public static Tensor cartesian_prod(IList<Tensor> tensors) => Aten.Cartesian.Call(Arg.All(tensors));

    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => Aten.Vstack.Call(tensors.ToArray());

    public static Tensor hstack(IList<Tensor> tensors) => Aten.Hstack.Call(Arg.All(tensors));
}

namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op View = new("view");
    internal static readonly Op Reshape = new("reshape");
    internal static readonly Op Permute = new("permute");
    internal static readonly Op Transpose = new("transpose.int");
    internal static readonly Op Transpose_ = new("transpose_");
    internal static readonly Op Squeeze = new("squeeze");
    internal static readonly Op SqueezeDim = new("squeeze.dim");
    internal static readonly Op Squeeze_ = new("squeeze_");
    internal static readonly Op SqueezeDim_ = new("squeeze_.dim");
    internal static readonly Op Unsqueeze = new("unsqueeze");
    internal static readonly Op Unsqueeze_ = new("unsqueeze_");
    internal static readonly Op Expand = new("expand");
    internal static readonly Op Flatten = new("flatten.using_ints");
    internal static readonly Op Unflatten = new("unflatten.int");
    internal static readonly Op Narrow = new("narrow");
    internal static readonly Op SliceOf = new("slice.Tensor");
    internal static readonly Op Select = new("select.int");
    internal static readonly Op Alias = new("alias");
    internal static readonly Op Clone = new("clone");
    internal static readonly Op Contiguous = new("contiguous");
    internal static readonly Op Detach = new("detach");
    internal static readonly Op Detach_ = new("detach_");
    internal static readonly Op Chunk = new("chunk");
    internal static readonly Op Split = new("split.Tensor");
    internal static readonly Op SplitSizes = new("split_with_sizes");
    internal static readonly Op Unbind = new("unbind.int");
    internal static readonly Op Repeat = new("repeat");
    internal static readonly Op Tile = new("tile");
    internal static readonly Op AsStrided = new("as_strided");
    internal static readonly Op Flip = new("flip");
    internal static readonly Op Roll = new("roll");
    internal static readonly Op Resize_ = new("resize_");
    internal static readonly Op Movedim = new("movedim.intlist");
    internal static readonly Op RepeatInterleave = new("repeat_interleave.self_int");
    internal static readonly Op RepeatInterleaveTensor = new("repeat_interleave.self_Tensor");
    internal static readonly Op Unfold = new("unfold");
}

// Other shapes of the same elements, parts of a tensor, and copies.
public static partial class torch
{
    public partial class Tensor
    {
        public Tensor view(params long[] shape) => Aten.View.Call(this, shape);

        public Tensor view_as(Tensor other) => view(other.shape);

        public Tensor reshape(params long[] shape) => Aten.Reshape.Call(this, shape);

        public Tensor permute(params long[] permutation) => Aten.Permute.Call(this, permutation);

        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        public Tensor transpose(long dim0, long dim1) => Aten.Transpose.Call(this, dim0, dim1);

        public Tensor transpose_(long dim0, long dim1)
        {
            Aten.Transpose_.Run(this, dim0, dim1);
            return this;
        }

        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor squeeze(long? dim = null) => dim is { } known ? Aten.SqueezeDim.Call(this, known) : Aten.Squeeze.Call(this);

        public Tensor squeeze_(long? dim = null)
        {
            if (dim is { } known) Aten.SqueezeDim_.Run(this, known);
            else Aten.Squeeze_.Run(this);
            return this;
        }

        public Tensor unsqueeze(long dim) => Aten.Unsqueeze.Call(this, dim);

        public Tensor unsqueeze_(long dim)
        {
            Aten.Unsqueeze_.Run(this, dim);
            return this;
        }

        public Tensor expand(params long[] sizes) => Aten.Expand.Call(this, sizes);

        public Tensor expand(long[] sizes, bool isImplicit = false) => Aten.Expand.Call(this, sizes, isImplicit);

        public Tensor expand(Size sizes, bool isImplicit = false) => Aten.Expand.Call(this, sizes, isImplicit);

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => expand(sizes.ToArray(), isImplicit);

        public Tensor expand_as(Tensor other) => expand(other.shape);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Aten.Flatten.Call(this, start_dim, end_dim);

        public Tensor unflatten(long dim, params long[] sizes) => dim < 0 || dim >= ndim ? throw new ArgumentException($"Invalid 'dim' argument: {dim}.") : Aten.Unflatten.Call(this, dim, sizes);

        public Tensor unflatten(long dim, Size sizes) => Aten.Unflatten.Call(this, dim, sizes);

        public Tensor narrow(long dim, long start, long length) => Aten.Narrow.Call(this, dim, start, length);

        public Tensor slice(long dim, long start, long finish, long step) => step < 1
            ? throw new ArgumentException($"step is {step}, but it should always be positive.")
            : Aten.SliceOf.Call(this, dim, start, finish, step);

        public Tensor select(long dim, long index) => Aten.Select.Call(this, dim, index);

        public Tensor alias() => Aten.Alias.Call(this);

        public Tensor clone() => Aten.Clone.Call(this);

        public Tensor contiguous() => Aten.Contiguous.Call(this);

        public Tensor detach() => Aten.Detach.Call(this);

        public Tensor detach_()
        {
            Aten.Detach_.Run(this);
            return this;
        }

        public Tensor[] chunk(long chunks, long dim = 0) => Aten.Chunk.CallList(this, chunks, dim);

        public Tensor[] split(long size, int dim = 0) => Aten.Split.CallList(this, size, dim);

        public Tensor[] split(params long[] sizes) => Aten.SplitSizes.CallList(this, sizes);

        public Tensor[] split(long[] sizes, long dim = 0) => Aten.SplitSizes.CallList(this, sizes, dim);

        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => Aten.SplitSizes.CallList(this, sizes.ToArray(), dim);

        public Tensor[] unbind(long dimension = 0) => Aten.Unbind.CallList(this, dimension);

        public Tensor repeat(params long[] sizes) => Aten.Repeat.Call(this, sizes);

        public Tensor tile(long[] reps) => Aten.Tile.Call(this, reps);

        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) => Aten.AsStrided.Call(this, size, strides, storageOffset);

        public Tensor flip(params long[] dims) => Aten.Flip.Call(this, dims);

        public Tensor roll(long shifts, long? dims = null) => dims is { } known ? roll([shifts], [known]) : Aten.Roll.Call(this, new long[] { shifts });

        public Tensor roll(long[] shifts) => roll(shifts, [0]);

        public Tensor roll(long[] shifts, long[] dims) => Aten.Roll.Call(this, shifts, dims);

        public Tensor roll((long, long) shifts, (long, long) dims) => roll([shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);

        public Tensor movedim(long[] source, long[] destination) => Aten.Movedim.Call(this, source, destination);

        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) => Aten.RepeatInterleave.Call(this, repeats, dim, output_size);

        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) => Aten.RepeatInterleaveTensor.Call(this, repeats, dim, output_size);

        public Tensor unfold(long dimension, long size, long step) => Aten.Unfold.Call(this, dimension, size, step);
    }

    public static Tensor reshape(Tensor input, params long[] shape) => input.reshape(shape);

    public static Tensor permute(Tensor input, params long[] permutation) => input.permute(permutation);

    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);

    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    public static Tensor squeeze_(Tensor input, long? dim = null) => input.squeeze_(dim);

    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);

    public static Tensor unsqueeze_(Tensor input, long dim) => input.unsqueeze_(dim);

    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => input.flatten(start_dim, end_dim);

    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => input.unflatten(dim, sizes);

    public static Tensor unflatten(Tensor input, long dim, Size sizes) => input.unflatten(dim, sizes);

    public static Tensor narrow(Tensor input, long dim, long start, long length) => input.narrow(dim, start, length);

    public static Tensor select(Tensor input, long dim, long index) => input.select(dim, index);

    public static Tensor clone(Tensor input) => input.clone();

    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => input.chunk(chunks, dim);

    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) => tensor.split(split_size_or_sections, dim);

    public static Tensor tile(Tensor input, long[] dims) => input.tile(dims);

    public static Tensor flip(Tensor input, params long[] dims) => input.flip(dims);

    public static Tensor roll(Tensor input, long shifts, long? dims = null) => input.roll(shifts, dims);

    public static Tensor roll(Tensor input, long[] shifts, long[] dims) => input.roll(shifts, dims);

    public static Tensor movedim(Tensor input, long[] source, long[] destination) => input.movedim(source, destination);

    public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null, long? output_size = null) => input.repeat_interleave(repeats, dim, output_size);

    public static Tensor repeat_interleave(Tensor input, Tensor repeats, long? dim = null, long? output_size = null) => input.repeat_interleave(repeats, dim, output_size);
}

namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op Cat = new("cat");
    internal static readonly Op Stack = new("stack");
    internal static readonly Op Hstack = new("hstack");
    internal static readonly Op Vstack = new("vstack");
    internal static readonly Op Meshgrid = new("meshgrid.indexing");
    internal static readonly Op WhereCondition = new("where");
    internal static readonly Op Where = new("where.self");
    internal static readonly Op Cartesian = new("cartesian_prod");
}

// Several tensors into one, and choices between two.
public static partial class torch
{
    public partial class Tensor
    {
        public Tensor where(Tensor condition, Tensor y)
        {
            if (condition.dtype != ScalarType.Bool) throw new ArgumentException("The condition to 'where' must be a boolean tensor.");
            return Aten.Where.Call(condition, this, y);
        }
    }

    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Joined(Aten.Cat, tensors, dim);

    public static Tensor cat(Tensor[] tensors, long dim = 0) => Joined(Aten.Cat, tensors, dim);

    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Joined(Aten.Cat, tensors.ToArray(), dim);

    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Aten.Stack.Call(Arg.All(tensors), dim);

    public static Tensor hstack(params Tensor[] tensors) => Aten.Hstack.Call(tensors);

    public static Tensor vstack(Tensor[] tensors) => Aten.Vstack.Call(tensors);

    public static Tensor vstack(IList<Tensor> tensors) => Aten.Vstack.Call(Arg.All(tensors));

    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") => Aten.Meshgrid.CallList(Arg.All(tensors), indexing);

    public static Tensor where(Tensor condition, Tensor x, Tensor y) => x.where(condition, y);

    public static Tensor[] where(Tensor condition) => condition.dtype == ScalarType.Bool ? Aten.WhereCondition.CallList(condition) : throw new ArgumentException("The condition to 'where' must be a boolean tensor.");

    private static Tensor Joined(Op op, IList<Tensor> tensors, long dim)
    {
        if (tensors.Count == 0) throw new ArgumentException(nameof(tensors));
        return op.Call(Arg.All(tensors), dim);
    }
}

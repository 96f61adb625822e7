namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>An operation with a backward of its own. Derive from one of the two below.</summary>
        public abstract class Function<T>
            where T : Function<T>, new()
        {
            internal static T Instance { get; set; } = new();

            public abstract string Name { get; }

            public static List<Tensor> apply_internal(params object[] vars) => new FunctionCall(Instance.forward_internal, Instance.backward_internal, Instance.Name).Run(vars);

            internal abstract List<Tensor> forward_internal(AutogradContext ctx, params object[] vars);

            internal abstract List<Tensor> backward_internal(AutogradContext ctx, List<Tensor> grad_outputs);
        }

        /// <summary>An operation that gives one tensor. The backward gives a gradient, or null, for every argument of the forward.</summary>
        public abstract class SingleTensorFunction<T> : Function<T>
            where T : SingleTensorFunction<T>, new()
        {
            public static Tensor apply(params object[] vars) => apply_internal(vars)[0];

            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);

            internal sealed override List<Tensor> forward_internal(AutogradContext ctx, params object[] vars) => [forward(ctx, vars)];

            internal sealed override List<Tensor> backward_internal(AutogradContext ctx, List<Tensor> grad_outputs) => backward(ctx, grad_outputs[0]);
        }

        /// <summary>An operation that gives several tensors. The backward gives a gradient, or null, for every argument of the forward.</summary>
        public abstract class MultiTensorFunction<T> : Function<T>
            where T : MultiTensorFunction<T>, new()
        {
            public static List<Tensor> apply(params object[] vars) => apply_internal(vars);

            public abstract List<Tensor> forward(AutogradContext ctx, params object[] vars);

            public abstract List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs);

            internal sealed override List<Tensor> forward_internal(AutogradContext ctx, params object[] vars) => forward(ctx, vars);

            internal sealed override List<Tensor> backward_internal(AutogradContext ctx, List<Tensor> grad_outputs) => backward(ctx, grad_outputs);
        }

        /// <summary>What a forward leaves for its backward.</summary>
        public class AutogradContext : IDisposable
        {
            private readonly Dictionary<string, object> _data = [];

            internal AutogradContext()
            {
            }

            public bool MaterializeGrads { get; private set; } = true;

            internal List<Tensor> Kept { get; private set; } = [];

            internal List<Tensor> Dirty { get; private set; } = [];

            internal List<Tensor> NonDifferentiable { get; private set; } = [];

            /// <summary>The node of the graph that has the kept tensors; 0 before there is one.</summary>
            internal nint Node { get; set; }

            public void save_for_backward(List<Tensor> tensors) => Kept = tensors;

            public void save_data(string key, object value)
            {
                if (value is Tensor)
                    Console.WriteLine("Attempted to save a tensor object in the data object. Please store tensors by calling `save_for_backward()`");
                _data[key] = value;
            }

            public object get_data(string key) => _data.GetValueOrDefault(key)!;

            public void mark_dirty(List<Tensor> tensors) => Dirty = [.. tensors];

            public void mark_non_differentiable(List<Tensor> tensors) => NonDifferentiable = [.. tensors];

            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            public unsafe List<Tensor> get_saved_variables()
            {
                if (Node == 0)
                    return [];
                nint* saved;
                int count;
                Native.Check(Native.standin_saved(Node, &saved, &count));
                return [.. Op.Take(saved, count)];
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                // The tensors belong to the node, which may be gone.
                Node = 0;
            }
        }
    }
}

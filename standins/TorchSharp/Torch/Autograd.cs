namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public bool requires_grad
        {
            get => Native.standin_requires_grad(Handle) != 0;
            set => SetRequiresGrad(value);
        }

        public bool is_leaf => Native.standin_is_leaf(Handle) != 0;

        public unsafe Tensor? grad
        {
            get
            {
                nint found;
                Native.Check(Native.standin_grad(Handle, &found));
                return found == 0 ? null : new Tensor(found);
            }
            set => Native.Check(Native.standin_set_grad(Handle, value is null ? 0 : value.Handle));
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            SetRequiresGrad(requires_grad);
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        public unsafe void retain_grad() => Native.Check(Native.standin_retain_grad(Handle));

        public void backward() => Autograd.Backward([this], [], false, false, []);

        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            Autograd.Backward([this], grad_tensors ?? [], retain_graph || create_graph, create_graph, inputs ?? []);

        // Switching it off on what an operator computed does nothing and is no error.
        private unsafe void SetRequiresGrad(bool value) => Native.Check(Native.standin_set_requires_grad(Handle, value ? 1 : 0));
    }

    public static partial class autograd
    {
        public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false) =>
            Autograd.Gradients(outputs, inputs, grad_outputs ?? [], retain_graph || create_graph, create_graph, allow_unused);

        public static void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            Autograd.Backward(tensors, grad_tensors ?? [], retain_graph ?? create_graph, create_graph, inputs ?? []);

        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);
    }

    private static unsafe class Autograd
    {
        internal static void Backward(IList<Tensor> tensors, IList<Tensor> grads, bool retainGraph, bool createGraph, IList<Tensor> inputs)
        {
            int a = tensors.Count, b = grads.Count, c = inputs.Count;
            var handles = a + b + c <= 64 ? stackalloc nint[a + b + c] : new nint[a + b + c];
            Write(tensors, handles);
            Write(grads, handles[a..]);
            Write(inputs, handles[(a + b)..]);
            fixed (nint* first = handles)
                Native.Check(Native.standin_backward(first, a, first + a, b, retainGraph ? 1 : 0, createGraph ? 1 : 0, first + a + b, c));
            GC.KeepAlive(tensors);
            GC.KeepAlive(grads);
            GC.KeepAlive(inputs);
        }

        internal static Tensor[] Gradients(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor> grads, bool retainGraph, bool createGraph, bool allowUnused)
        {
            int a = outputs.Count, b = inputs.Count, c = grads.Count;
            var handles = a + b + c <= 64 ? stackalloc nint[a + b + c] : new nint[a + b + c];
            Write(outputs, handles);
            Write(inputs, handles[a..]);
            Write(grads, handles[(a + b)..]);
            nint* gradients;
            int count;
            fixed (nint* first = handles)
                Native.Check(Native.standin_gradients(first, a, first + a, b, first + a + b, c, retainGraph ? 1 : 0, createGraph ? 1 : 0, allowUnused ? 1 : 0, &gradients, &count));
            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grads);
            return [.. Op.Take(gradients, count).Select(gradient => gradient ?? Tensor.Invalid())];
        }

        private static void Write(IList<Tensor> tensors, Span<nint> handles)
        {
            for (int k = 0; k < tensors.Count; k++) handles[k] = tensors[k].Handle;
        }
    }
}

/// <summary>Sets libtorch's anomaly mode, and the previous one again when it is disposed.</summary>
public class AnomalyMode : IDisposable
{
    private readonly bool previous = Native.standin_anomaly_mode() != 0;
    private readonly bool previousCheck = Native.standin_anomaly_check_nan() != 0;

    public AnomalyMode(bool enabled, bool check_nan = true) => Native.standin_set_anomaly_mode(enabled ? 1 : 0, check_nan ? 1 : 0);

    public static bool IsEnabled => Native.standin_anomaly_mode() != 0;

    public static bool ShouldCheckNaN => Native.standin_anomaly_check_nan() != 0;

    public void Dispose() => Native.standin_set_anomaly_mode(previous ? 1 : 0, previousCheck ? 1 : 0);
}

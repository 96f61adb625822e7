namespace TorchSharp;

public static partial class torch
{
    public static bool is_grad_enabled() => Native.standin_grad_mode() != 0;

    public static bool is_inference_mode_enabled() => Native.standin_inference_mode() != 0;

    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static DisposeScope NewDisposeScope() => DisposeScopeManager.OfThread.NewDisposeScope();

    /// <summary>Runs the expression in a scope of its own, from which only the result gets out.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }

    // Sets the thread's mode, and the previous one again when it is disposed.
    private sealed class GradMode : IDisposable
    {
        private readonly bool previous = is_grad_enabled();

        internal GradMode(bool enabled) => Native.standin_set_grad_mode(enabled ? 1 : 0);

        public void Dispose() => Native.standin_set_grad_mode(previous ? 1 : 0);
    }

    private sealed class InferenceMode(bool enabled) : IDisposable
    {
        private nint guard = Native.standin_enter_inference_mode(enabled ? 1 : 0);

        public void Dispose()
        {
            if (guard == 0) return;
            Native.standin_leave_inference_mode(guard);
            guard = 0;
        }
    }
}

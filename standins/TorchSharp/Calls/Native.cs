using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace TorchSharp;

/// <summary>The native half, function by function (native/torch_standin.cpp). Functions that return <c>byte*</c> return null or a message: see <see cref="Check"/>.</summary>
internal static unsafe partial class Native
{
    private const string Library = "torch_standin";

    [DllImport(Library)] internal static extern byte* standin_find(byte* name, byte* overload, nint* found);
    [DllImport(Library)] internal static extern byte* standin_call(nint op, Arg* args, int count, Result* results, int wanted);

    [DllImport(Library)] internal static extern byte* standin_index(nint tensor, Arg* indices, int count, nint* result);
    [DllImport(Library)] internal static extern byte* standin_index_put(nint tensor, Arg* indices, int count, nint value);
    [DllImport(Library)] internal static extern byte* standin_pick(nint tensor, long* indices, int count, nint* result);

    [DllImport(Library)] internal static extern void standin_release(nint tensor);
    [DllImport(Library)] internal static extern void standin_release_all(nint* tensors, int count);
    [DllImport(Library), SuppressGCTransition] internal static extern nint standin_share(nint tensor);

    // A few nanoseconds each: not worth telling the garbage collector.
    [DllImport(Library), SuppressGCTransition] internal static extern long standin_dim(nint tensor);
    [DllImport(Library), SuppressGCTransition] internal static extern long standin_numel(nint tensor);
    [DllImport(Library), SuppressGCTransition] internal static extern int standin_dtype(nint tensor);
    [DllImport(Library), SuppressGCTransition] internal static extern long standin_element_size(nint tensor);
    [DllImport(Library), SuppressGCTransition] internal static extern long standin_storage_offset(nint tensor);
    [DllImport(Library), SuppressGCTransition] internal static extern int standin_is_contiguous(nint tensor);
    [DllImport(Library), SuppressGCTransition] internal static extern void standin_sizes(nint tensor, long* sizes);
    [DllImport(Library), SuppressGCTransition] internal static extern void standin_device(nint tensor, int* type, int* index);
    [DllImport(Library), SuppressGCTransition] internal static extern int standin_requires_grad(nint tensor);

    [DllImport(Library)] internal static extern byte* standin_strides(nint tensor, long* strides);
    [DllImport(Library)] internal static extern byte* standin_data(nint tensor, void** data);
    [DllImport(Library)] internal static extern byte* standin_new(long* sizes, int count, int dtype, nint* tensor);
    [DllImport(Library)] internal static extern byte* standin_over(void* data, long* sizes, int count, int dtype, delegate* unmanaged<nint, void> done, nint context, nint* tensor);

    [DllImport(Library)] internal static extern byte* standin_save(nint tensor, byte* path);
    [DllImport(Library)] internal static extern byte* standin_load(byte* path, nint* tensor);

    [DllImport(Library)] internal static extern byte* standin_set_requires_grad(nint tensor, int value);
    [DllImport(Library)] internal static extern int standin_is_leaf(nint tensor);
    [DllImport(Library)] internal static extern byte* standin_retain_grad(nint tensor);
    [DllImport(Library)] internal static extern byte* standin_grad(nint tensor, nint* grad);
    [DllImport(Library)] internal static extern byte* standin_set_grad(nint tensor, nint grad);
    [DllImport(Library)] internal static extern byte* standin_backward(nint* tensors, int count, nint* grads, int gradCount, int retainGraph, int createGraph, nint* inputs, int inputCount);
    [DllImport(Library)] internal static extern byte* standin_gradients(nint* outputs, int count, nint* inputs, int inputCount, nint* grads, int gradCount, int retainGraph, int createGraph, int allowUnused, nint** gradients, int* gradientCount);
    [DllImport(Library), SuppressGCTransition] internal static extern int standin_grad_mode();
    [DllImport(Library), SuppressGCTransition] internal static extern void standin_set_grad_mode(int enabled);
    [DllImport(Library), SuppressGCTransition] internal static extern int standin_inference_mode();
    [DllImport(Library)] internal static extern nint standin_enter_inference_mode(int enabled);
    [DllImport(Library)] internal static extern void standin_leave_inference_mode(nint guard);
    [DllImport(Library)] internal static extern int standin_anomaly_mode();
    [DllImport(Library)] internal static extern int standin_anomaly_check_nan();
    [DllImport(Library)] internal static extern void standin_set_anomaly_mode(int enabled, int checkNan);

    [DllImport(Library)] internal static extern byte* standin_new_node(delegate* unmanaged<nint, nint*, int, nint*, byte*> backward, delegate* unmanaged<nint, void> forget, nint state, nint* inputs, int count, nint* node);
    [DllImport(Library)] internal static extern void standin_release_node(nint node);
    [DllImport(Library)] internal static extern byte* standin_wrap_outputs(nint node, nint* inputs, int count, nint* constants, int constantCount, nint* dirty, int dirtyCount, nint* outputs, int outputCount, int materialize, nint** wrapped);
    [DllImport(Library)] internal static extern byte* standin_save_for_backward(nint node, nint* tensors, int count, nint* weak);
    [DllImport(Library)] internal static extern byte* standin_saved(nint node, nint** tensors, int* count);

    [DllImport(Library)] internal static extern byte* standin_new_generator(ulong seed, nint* generator);
    [DllImport(Library)] internal static extern nint standin_default_generator();
    [DllImport(Library)] internal static extern void standin_release_generator(nint generator);
    [DllImport(Library)] internal static extern byte* standin_generator_seed(nint generator, ulong seed);
    [DllImport(Library)] internal static extern ulong standin_generator_initial_seed(nint generator);
    [DllImport(Library)] internal static extern byte* standin_generator_state(nint generator, nint* state);
    [DllImport(Library)] internal static extern byte* standin_generator_set_state(nint generator, nint state);

    [DllImport(Library)] internal static extern int standin_threads();
    [DllImport(Library)] internal static extern byte* standin_set_threads(int count);
    [DllImport(Library)] internal static extern int standin_interop_threads();
    [DllImport(Library)] internal static extern byte* standin_set_interop_threads(int count);
    [DllImport(Library)] internal static extern int standin_blas_threads();

    /// <summary>Throws what the package throws when libtorch refuses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check(byte* error)
    {
        if (error != null) Throw(error);
    }

    private static void Throw(byte* error) => throw new ExternalException(Marshal.PtrToStringUTF8((nint)error));
}

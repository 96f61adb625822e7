namespace TorchSharp;

public static partial class torch
{
    public static int get_num_threads() => Native.standin_threads();

    /// <summary>Holds every thread, whenever it was started, and OpenBLAS to this number. (The package ends the process at 0; here that throws.)</summary>
    public static unsafe void set_num_threads(int num) => Native.Check(Native.standin_set_threads(num));

    public static int get_num_interop_threads() => Native.standin_interop_threads();

    public static unsafe void set_num_interop_threads(int num) => Native.Check(Native.standin_set_interop_threads(num));
}

namespace TorchSharp;

/// <summary>The operators that torch.nn needs beyond the tensors' own, declared beside the functions that call them.</summary>
internal static partial class NnAten;

internal static class InPlaceCalls
{
    /// <summary>Changes the first argument and returns another handle on it, as the functions with an inplace argument do.</summary>
    internal static Tensor InPlace(this Op op, params ReadOnlySpan<Arg> args)
    {
        op.Run(args);
        return ((Tensor)args[0].Owner!).alias();
    }
}

namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op HistogramBins = new("histogram.bins_tensor");
    internal static readonly Op HistogramCount = new("histogram.bin_ct");
}

public static partial class torch
{
    /// <summary>How many elements fall between each two neighbouring edges.</summary>
    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, Tensor? weight = null, bool density = false) =>
        Aten.HistogramBins.Call2(input, bins, Arg.Maybe(weight), density);

    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, (double min, double max)? range = null, Tensor? weight = null, bool density = false) =>
        Aten.HistogramCount.Call2(input, bins, range is { } known ? new double[] { known.min, known.max } : null, Arg.Maybe(weight), density);

    /// <summary>Where each value would have to be inserted into the sorted sequence.</summary>
    public static Tensor searchsorted(Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null) =>
        Aten.Searchsorted.Call(sorted_sequence, values, out_int32, right, Arg.None, Arg.Maybe(sorter));
}

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The distinct elements, or slices along a dimension; where each came from and how often there is each, if asked for.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            var (output, inverse, counts) = dim is { } known
                ? Aten.UniqueDim.Call3(this, known, sorted, return_inverse, return_counts)
                : Aten.UniqueAll.Call3(this, sorted, return_inverse, return_counts);
            return (output, Asked(inverse, return_inverse), Asked(counts, return_counts));
        }

        private static Tensor? Asked(Tensor tensor, bool wanted)
        {
            if (wanted) return tensor;
            tensor.Dispose();
            return null;
        }
    }
}

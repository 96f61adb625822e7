using static TorchSharp.torch;

namespace Experiments.Training.Fused;

/// <summary>Images that do not change, without their zeros. All cells of a process that take the same tensor share them.</summary>
internal sealed class CompressedImages
{
    private static readonly ConditionalWeakTable<Tensor, CompressedImages> Known = [];

    private readonly nint start;
    private readonly long length;

    private CompressedImages(Tensor images)
    {
        ReadOnlySpan<float> pixels = MemoryMarshal.Cast<byte, float>(images.bytes);
        (start, length) = (AddressOf(images), pixels.Length);
        NonZero = FusedMlp.HasZeros(pixels) ? CsrMatrix.Of(pixels, (int)images.shape[1]) : null;
    }

    /// <summary>Their pixels other than 0; null if there are hardly any zeros.</summary>
    public CsrMatrix? NonZero { get; }

    /// <summary>Those of a tensor.</summary>
    public static CompressedImages Of(Tensor images) => Known.GetValue(images, key => new(key));

    /// <summary>Whether a tensor is a view of the first of these images.</summary>
    public bool StartWith(Tensor images) => AddressOf(images) == start && images.numel() <= length;

    private static unsafe nint AddressOf(Tensor images) => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(images.bytes));
}

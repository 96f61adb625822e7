namespace Experiments.Training.Fused;

/// <summary>
/// Floats that stay where they are, at the start of a cache line, so that kernels can go through them by pointer; zeros at first.
/// </summary>
internal sealed unsafe class AlignedBuffer
{
    private const int Page = 4096;
    private const int CacheLine = 64;

    private readonly float[] memory;

    /// <param name="length">Number of floats.</param>
    /// <param name="line">The cache line of a page to start at, 0 to 63. Buffers that a loop goes through side by side should start far
    /// apart: a load has to wait for an earlier store to an address that ends in the same 12 bits.</param>
    public AlignedBuffer(int length, int line)
    {
        memory = GC.AllocateArray<float>(length + (2 * Page / sizeof(float)), pinned: true);
        var first = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(memory));
        Start = (float*)(((first + Page - 1) & ~(nint)(Page - 1)) + (line * CacheLine));
        Length = length;
    }

    public float* Start { get; }

    public int Length { get; }

    public Span<float> All => new(Start, Length);
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Experiments.Training.Fused;

/// <summary>Floats that stay where they are, at the start of a cache line, so that kernels can go through them by pointer; zeros at first.</summary>
internal sealed unsafe class AlignedBuffer
{
    private const int CacheLine = 64;

    private readonly float[] memory;

    public AlignedBuffer(int length)
    {
        memory = GC.AllocateArray<float>(length + (CacheLine / sizeof(float)), pinned: true);
        var first = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(memory));
        Start = (float*)((first + CacheLine - 1) & ~(nint)(CacheLine - 1));
        Length = length;
    }

    public float* Start { get; }

    public int Length { get; }

    public Span<float> All => new(Start, Length);
}

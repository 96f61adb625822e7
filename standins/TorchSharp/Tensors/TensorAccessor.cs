using System.Collections;
using System.Runtime.InteropServices;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor in its own memory, in row-major order whatever its strides.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly Tensor tensor; // kept alive, and with it the memory; whoever disposes it must not use this any more
    private readonly long[] sizes;
    private readonly long[] strides;
    private readonly bool contiguous;
    private readonly unsafe T* first;

    internal unsafe TensorAccessor(Tensor tensor)
    {
        if (tensor.device_type != DeviceType.CPU) throw new InvalidOperationException("Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
        this.tensor = tensor;
        sizes = tensor.shape;
        strides = tensor.stride();
        contiguous = tensor.is_contiguous();
        Count = tensor.NumberOfElements;
        first = (T*)tensor.DataPointer;
    }

    public long Count { get; }

    public bool IsReadOnly => false;

    public unsafe T this[params long[] indices]
    {
        get => *At(indices);
        set => *At(indices) = value;
    }

    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) => left.Equals(right);

    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !left.Equals(right);

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array.AsSpan());
        GC.KeepAlive(tensor);
        return array;
    }

    public unsafe Array ToNDArray()
    {
        if (sizes.Length == 0) return ToArray();
        var array = Array.CreateInstance(typeof(T), sizes);
        fixed (byte* target = &MemoryMarshal.GetArrayDataReference(array)) CopyTo(new Span<T>(target, checked((int)Count)));
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies elements from number <paramref name="tensorIndex"/> on, until either side ends.</summary>
    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..];
        int length = (int)Math.Min(target.Length, Count - tensorIndex);
        if (contiguous)
        {
            new ReadOnlySpan<T>(first + tensorIndex, length).CopyTo(target);
            return;
        }
        var walk = new Walk(sizes, strides, tensorIndex);
        for (int k = 0; k < length; k++, walk.Next()) target[k] = first[walk.Offset];
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom(array.AsSpan(), arrayIndex, tensorIndex);

    public unsafe void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        int length = (int)Math.Min(source.Length, Count - tensorIndex);
        if (contiguous)
        {
            source[..length].CopyTo(new Span<T>(first + tensorIndex, length));
            return;
        }
        var walk = new Walk(sizes, strides, tensorIndex);
        for (int k = 0; k < length; k++, walk.Next()) first[walk.Offset] = source[k];
    }

    public IEnumerator<T> GetEnumerator()
    {
        var walk = new Walk(sizes, strides, 0);
        for (long k = 0; k < Count; k++, walk.Next()) yield return Read(walk.Offset);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && Count == other.Count && this.SequenceEqual(other);

    public override int GetHashCode() => base.GetHashCode();

    /// <summary>Nothing to do: the memory is the tensor's.</summary>
    public void Dispose()
    {
    }

    private unsafe T Read(long offset) => first[offset];

    private unsafe T* At(long[] indices)
    {
        long offset = 0;
        if (indices.Length == 1 && sizes.Length != 1)
        {
            if (indices[0] < 0 || indices[0] >= Count) throw new IndexOutOfRangeException();
            return first + new Walk(sizes, strides, indices[0]).Offset;
        }
        if (indices.Length != sizes.Length) throw new ArgumentException("Wrong number of indices");
        for (int k = 0; k < sizes.Length; k++)
        {
            if (indices[k] < 0 || indices[k] >= sizes[k]) throw new IndexOutOfRangeException();
            offset += indices[k] * strides[k];
        }
        return first + offset;
    }

    // Goes through the elements in row-major order and says where each one is.
    private sealed class Walk
    {
        private readonly long[] sizes;
        private readonly long[] strides;
        private readonly long[] place;

        internal Walk(long[] sizes, long[] strides, long start)
        {
            this.sizes = sizes;
            this.strides = strides;
            place = new long[sizes.Length];
            for (int k = sizes.Length - 1; k >= 0 && start > 0; k--)
            {
                place[k] = start % sizes[k];
                start /= sizes[k];
                Offset += place[k] * strides[k];
            }
        }

        internal long Offset { get; private set; }

        internal void Next()
        {
            for (int k = sizes.Length - 1; k >= 0; k--)
            {
                Offset += strides[k];
                if (++place[k] < sizes[k]) return;
                Offset -= place[k] * strides[k];
                place[k] = 0;
            }
        }
    }
}

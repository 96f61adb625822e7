using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The shape of a tensor, made from whatever reads like one.</summary>
    public struct Size : IEnumerable<long>
    {
        public static Size Empty = new(Array.Empty<long>());

        private readonly long[] sizes;

        public Size(long[] shape) => sizes = (long[])shape.Clone();

        public Size(IEnumerable<long> shape) => sizes = shape.ToArray();

        public Size(int[] shape) => sizes = Array.ConvertAll(shape, size => (long)size);

        public Size(long size) => sizes = [size];

        public Size((long, long) size) => sizes = [size.Item1, size.Item2];

        public Size((long, long, long) size) => sizes = [size.Item1, size.Item2, size.Item3];

        public Size((long, long, long, long) size) => sizes = [size.Item1, size.Item2, size.Item3, size.Item4];

        public Size(int size) => sizes = [size];

        public Size((int, int) size) => sizes = [size.Item1, size.Item2];

        public Size((int, int, int) size) => sizes = [size.Item1, size.Item2, size.Item3];

        public Size((int, int, int, int) size) => sizes = [size.Item1, size.Item2, size.Item3, size.Item4];

        internal long[] Shape => sizes;

        public int Length => sizes.Length;

        public bool IsEmpty => sizes.Length == 0;

        public bool IsScalar => IsEmpty;

        public long this[int idx] => sizes[idx];

        public static implicit operator Size(long size) => new(size);

        public static implicit operator Size((long, long) size) => new(size);

        public static implicit operator Size((long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long) size) => new(size);

        public static implicit operator Size(long[] size) => new(size);

        public static bool operator ==(Size left, Size right) => left.sizes == right.sizes;

        public static bool operator !=(Size left, Size right) => !(left == right);

        public static Size operator +(Size left, Size right) => new(left.sizes.Concat(right.sizes));

        public static Size operator +(Size left, IEnumerable<long> right) => new(left.sizes.Concat(right));

        /// <summary>The sizes from <paramref name="first"/> up to <paramref name="next"/>; negative positions count from the end.</summary>
        public Size Slice(int first, int next)
        {
            if (first < 0) first += sizes.Length;
            if (next < 0) next += sizes.Length;
            return next <= first ? Empty : new Size(sizes.Skip(first).Take(next - first));
        }

        public IEnumerable<long> Take(int i) => sizes.Take(i);

        public long numel() => sizes.Aggregate(1L, (product, size) => product * size);

        public override bool Equals(object? obj) => obj is Size other && this == other;

        public override int GetHashCode() => sizes.Aggregate(17, HashCode.Combine);

        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)sizes).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

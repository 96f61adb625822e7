namespace TorchSharp;

public static partial class torch
{
    /// <summary>What may stand between the square brackets of a tensor.</summary>
    public struct TensorIndex
    {
        internal enum Kind { None, Single, Null, Ellipsis, Bool, Tensor, Slice }

        internal Kind kind;
        internal long? startOrSingle;
        internal long? stop;
        internal long? step;
        internal Tensor? tensor;

        public static TensorIndex Ellipsis = new() { kind = Kind.Ellipsis };

        public static TensorIndex None = new() { kind = Kind.None };

        public static TensorIndex Null = new() { kind = Kind.Null };

        public static TensorIndex Colon = Slice();

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex(Index index) => Single(FromEnd(index));

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        public static implicit operator Tensor(TensorIndex value) => throw new InvalidOperationException("Should not be called.");

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { kind = Kind.Slice, startOrSingle = start, stop = stop, step = step };

        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, (long?)range.end);

        public static TensorIndex Slice(Range range) =>
            Slice(FromEnd(range.Start), range.End.IsFromEnd && range.End.Value == 0 ? null : FromEnd(range.End));

        public static TensorIndex Bool(bool value) => new() { kind = Kind.Bool, startOrSingle = value ? 1 : 0 };

        public static TensorIndex Single(long? index) => new() { kind = Kind.Single, startOrSingle = index };

        public static TensorIndex Tensor(Tensor tensor) => new() { kind = Kind.Tensor, tensor = tensor };

        // Fills one native index; a slice keeps its bounds in the three places at `bounds`.
        internal readonly unsafe Arg ToArg(long* bounds)
        {
            switch (kind)
            {
                case Kind.Single: return startOrSingle ?? 0;
                case Kind.Bool: return startOrSingle != 0;
                case Kind.Tensor: return Arg.Maybe(tensor);
                case Kind.Ellipsis: return Arg.Default;
                case Kind.Slice:
                    (bounds[0], bounds[1], bounds[2]) = (startOrSingle ?? 0, stop ?? 0, step ?? 0);
                    int given = (startOrSingle.HasValue ? 1 : 0) | (stop.HasValue ? 2 : 0) | (step.HasValue ? 4 : 0);
                    return Arg.Pinned(bounds, given);
                default: return Arg.None;
            }
        }

        private static long FromEnd(Index index) => index.IsFromEnd ? -index.Value : index.Value;
    }
}

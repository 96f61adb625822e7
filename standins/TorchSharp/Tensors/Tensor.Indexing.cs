namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op IndexPut_ = new("index_put_");
}

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[long i1]
        {
            get => Pick([i1]);
            set => Put(value, [i1]);
        }

        public Tensor this[long i1, long i2]
        {
            get => Pick([i1, i2]);
            set => Put(value, [i1, i2]);
        }

        public Tensor this[long i1, long i2, long i3]
        {
            get => Pick([i1, i2, i3]);
            set => Put(value, [i1, i2, i3]);
        }

        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Pick([i1, i2, i3, i4]);
            set => Put(value, [i1, i2, i3, i4]);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => Pick([i1, i2, i3, i4, i5]);
            set => Put(value, [i1, i2, i3, i4, i5]);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => Pick([i1, i2, i3, i4, i5, i6]);
            set => Put(value, [i1, i2, i3, i4, i5, i6]);
        }

        public Tensor this[params long[] indices]
        {
            get => index(Array.ConvertAll(indices, i => TensorIndex.Single(i)));
            set => index_put_(value, Array.ConvertAll(indices, i => TensorIndex.Single(i)));
        }

        public unsafe Tensor index(params TensorIndex[] indices)
        {
            nint result;
            var bounds = stackalloc long[3 * indices.Length];
            var args = new Arg[indices.Length];
            for (int k = 0; k < indices.Length; k++) args[k] = indices[k].ToArg(bounds + 3 * k);
            fixed (Arg* first = args) Native.Check(Native.standin_index(Handle, first, args.Length, &result));
            GC.KeepAlive(this);
            return new Tensor(result);
        }

        public Tensor index(params Tensor[] indices) => index(Array.ConvertAll(indices, TensorIndex.Tensor));

        public unsafe Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            var bounds = stackalloc long[3 * indices.Length];
            var args = new Arg[indices.Length];
            for (int k = 0; k < indices.Length; k++) args[k] = indices[k].ToArg(bounds + 3 * k);
            fixed (Arg* first = args) Native.Check(Native.standin_index_put(Handle, first, args.Length, value.Handle));
            GC.KeepAlive(value);
            return this;
        }

        /// <summary>With <paramref name="accumulate"/> the values are added, and the indices must be tensors.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            if (!accumulate) return index_put_(value, indices);
            using var _ = NewDisposeScope();
            var places = Array.ConvertAll(indices, i => i.tensor is { dtype: ScalarType.Int32 } whole ? whole.to(ScalarType.Int64) : i.tensor);
            Aten.IndexPut_.Run(this, Arg.Some(places), value, true);
            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor));

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor), accumulate);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var filled = full([], value, dtype);
            return index_put_(filled, indices);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices) => index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor));

        private unsafe Tensor Pick(ReadOnlySpan<long> indices)
        {
            nint result;
            fixed (long* first = indices) Native.Check(Native.standin_pick(Handle, first, indices.Length, &result));
            GC.KeepAlive(this);
            return new Tensor(result);
        }

        private void Put(Tensor value, ReadOnlySpan<long> indices)
        {
            using var place = Pick(indices);
            place.copy_(value);
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Utils;

namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op Item = new("item");
}

// The elements themselves.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>All elements as raw bytes, in the tensor's own memory.</summary>
        public unsafe Span<byte> bytes
        {
            get => new(ContiguousData("Bytes()"), checked((int)(NumberOfElements * ElementSize)));
            set
            {
                long total = NumberOfElements * ElementSize;
                var data = ContiguousData("SetBytes()");
                if (total != value.Length) throw new ArgumentException("Mismatched data sizes in SetBytes().");
                value.CopyTo(new Span<byte>(data, value.Length));
            }
        }

        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            ValidateType<T>();
            return new TensorAccessor<T>(this);
        }

        public unsafe T item<T>() where T : unmanaged
        {
            if (NumberOfElements != 1) throw new ArgumentException("Number of elements in the tensor must be 1");
            ValidateType<T>();
            var value = *(T*)DataPointer;
            GC.KeepAlive(this);
            return value;
        }

        internal void ReadBytes(Stream stream)
        {
            for (long done = 0, total = NumberOfElements * ElementSize; done < total;)
            {
                var part = Bytes(done, total, "Bytes()");
                stream.ReadExactly(part);
                done += part.Length;
            }
        }

        internal void WriteBytes(Stream stream)
        {
            if (!is_contiguous()) throw new InvalidOperationException("Bytes() called on non-contiguous tensor.");
            for (long done = 0, total = NumberOfElements * ElementSize; done < total;)
            {
                var part = Bytes(done, total, "Bytes()");
                stream.Write(part);
                done += part.Length;
            }
        }

        internal Scalar ToScalarValue() => Aten.Item.CallNumber(this);

        // Whether T is how .NET writes this tensor's elements.
        private void ValidateType<T>() where T : unmanaged
        {
            var type = dtype;
            bool fits = type switch
            {
                ScalarType.Float32 => typeof(T) == typeof(float),
                ScalarType.Float64 => typeof(T) == typeof(double),
                ScalarType.Int64 => typeof(T) == typeof(long),
                ScalarType.Int32 => typeof(T) == typeof(int),
                ScalarType.Int16 => typeof(T) == typeof(short),
                ScalarType.Int8 => typeof(T) == typeof(sbyte),
                ScalarType.Byte => typeof(T) == typeof(byte),
                ScalarType.Bool => typeof(T) == typeof(bool),
                ScalarType.Float16 => typeof(T) == typeof(Half),
                ScalarType.BFloat16 => false, // .NET has no such type, and the package's own came later
                ScalarType.ComplexFloat32 => typeof(T) == typeof((float, float)),
                ScalarType.ComplexFloat64 => typeof(T) == typeof(Complex),
                _ => true,
            };
            if (!fits) throw new ArgumentException($"{typeof(T).Name} is not compatible with {type}");
        }

        private unsafe Span<byte> Bytes(long from, long total, string caller) =>
            new((byte*)ContiguousData(caller) + from, (int)Math.Min(total - from, 1 << 20));

        private unsafe void* ContiguousData(string caller)
        {
            if (!is_contiguous()) throw new InvalidOperationException($"{caller} called on non-contiguous tensor.");
            if (device_type != DeviceType.CPU) throw new InvalidOperationException("Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
            return DataPointer;
        }
    }
}

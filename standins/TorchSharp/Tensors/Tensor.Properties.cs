using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public long Dimensions => Native.standin_dim(Handle);

        public long ndim => Dimensions;

        public long dim() => Dimensions;

        public long NumberOfElements => Native.standin_numel(Handle);

        public long numel() => NumberOfElements;

        public long ElementSize => Native.standin_element_size(Handle);

        public long element_size() => ElementSize;

        public ScalarType dtype => (ScalarType)Native.standin_dtype(Handle);

        public unsafe Device device
        {
            get
            {
                int type, index;
                Native.standin_device(Handle, &type, &index);
                return type == (int)DeviceType.CPU && index == -1 ? CPU : new Device((DeviceType)type, index);
            }
        }

        public unsafe DeviceType device_type
        {
            get
            {
                int type, index;
                Native.standin_device(Handle, &type, &index);
                return (DeviceType)type;
            }
        }

        public unsafe int device_index
        {
            get
            {
                int type, index;
                Native.standin_device(Handle, &type, &index);
                return index;
            }
        }

        public bool is_cuda => device_type == DeviceType.CUDA;

        public unsafe long[] shape
        {
            get
            {
                var sizes = new long[Native.standin_dim(Handle)];
                fixed (long* first = sizes) Native.standin_sizes(Handle, first);
                return sizes;
            }
        }

        public long[] size() => shape;

        public long size(int dim) => shape[Wrapped(dim)];

        public unsafe long[] stride()
        {
            var strides = new long[Native.standin_dim(Handle)];
            fixed (long* first = strides) Native.Check(Native.standin_strides(Handle, first));
            return strides;
        }

        public long stride(int dim) => stride()[Wrapped(dim)];

        public long storage_offset() => Native.standin_storage_offset(Handle);

        public bool is_contiguous() => Native.standin_is_contiguous(Handle) != 0;

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        internal unsafe void* DataPointer
        {
            get
            {
                void* data;
                Native.Check(Native.standin_data(Handle, &data));
                return data;
            }
        }

        private long Wrapped(int dim)
        {
            long rank = Math.Max(Dimensions, 1);
            return dim >= -rank && dim < rank
                ? (dim + rank) % rank
                : throw new ExternalException($"Dimension out of range (expected to be in range of [{-rank}, {rank - 1}], but got {dim})");
        }
    }

    public static bool is_floating_point(ScalarType type) => type is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64;

    public static bool is_floating_point(Tensor input) => is_floating_point(input.dtype);

    public static bool is_integral(ScalarType type) => type is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64 or ScalarType.Bool;

    public static bool is_complex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    public static bool is_complex(Tensor input) => is_complex(input.dtype);
}

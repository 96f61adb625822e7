using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op Arange = new("arange.start_step");
    internal static readonly Op Linspace = new("linspace");
    internal static readonly Op Logspace = new("logspace");
    internal static readonly Op Eye = new("eye.m");
    internal static readonly Op Randint = new("randint.low_generator");
    internal static readonly Op Randperm = new("randperm.generator");
    internal static readonly Op ZerosLike = new("zeros_like");
    internal static readonly Op OnesLike = new("ones_like");
    internal static readonly Op EmptyLike = new("empty_like");
    internal static readonly Op FullLike = new("full_like");
    internal static readonly Op RandLike = new("rand_like");
    internal static readonly Op RandnLike = new("randn_like");
}

public static partial class torch
{
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        bool whole = is_integral(start.Type) && is_integral(stop.Type) && is_integral(step.Type);
        var type = dtype ?? (whole ? ScalarType.Int64 : get_default_dtype());
        if (is_complex(type))
        {
            using var reals = arange(start, stop, step, type == ScalarType.ComplexFloat32 ? ScalarType.Float32 : ScalarType.Float64, device);
            return Finished(reals.to(type), requires_grad);
        }
        return Finished(Aten.Arange.Call(start, stop, step, type, Arg.None, On(device)), requires_grad);
    }

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finished(Aten.Linspace.Call(start, end, steps, dtype ?? get_default_dtype(), Arg.None, On(device)), requires_grad);

    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finished(Aten.Logspace.Call(start, end, steps, @base, dtype ?? get_default_dtype(), Arg.None, On(device)), requires_grad);

    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finished(Aten.Eye.Call(rows, columns == -1 ? rows : columns, dtype ?? get_default_dtype(), Arg.None, On(device)), requires_grad, names);

    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finished(Aten.ZerosLike.Call(input, dtype, Arg.None, device), requires_grad, names);

    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finished(Aten.OnesLike.Call(input, dtype, Arg.None, device), requires_grad, names);

    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finished(Aten.EmptyLike.Call(input, dtype, Arg.None, device), requires_grad, names);

    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finished(Aten.FullLike.Call(input, value, dtype, Arg.None, device), requires_grad, names);

    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finished(Aten.RandLike.Call(input, dtype, Arg.None, device), requires_grad);

    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finished(Aten.RandnLike.Call(input, dtype, Arg.None, device), requires_grad);

    public static Tensor randint(long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        dtype is { } type && is_complex(type)
            ? Finished(ComplexIntegers(low, high, size, type, device, generator), requires_grad, names)
            : Finished(Aten.Randint.Call(low, high, size, generator, dtype ?? ScalarType.Int64, Arg.None, On(device)), requires_grad, names);

    // libtorch draws no complex integers: real and imaginary parts are drawn side by side.
    private static Tensor ComplexIntegers(long low, long high, Size size, ScalarType type, Device? device, Generator? generator)
    {
        using var parts = randint(low, high, [.. size.Shape, 2L], type == ScalarType.ComplexFloat32 ? ScalarType.Float32 : ScalarType.Float64, device, generator: generator);
        using var view = parts.view_as_complex();
        return view.clone();
    }

    public static Tensor randint(long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(low, high, new Size(size), dtype, device, requires_grad, generator, names);

    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, new Size(size), dtype, device, requires_grad, generator, names);

    public static Tensor randint(int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(low, high, new Size(size), dtype, device, requires_grad, generator, names);

    public static Tensor randint(int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, new Size(size), dtype, device, requires_grad, generator, names);

    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Finished(Aten.Randperm.Call(n, generator, dtype ?? ScalarType.Int64, Arg.None, On(device)), false); // so it is in the package

    public static Tensor randperm(long n, Tensor @out, Generator? generator = null) =>
        @out.copy_(randperm(n, @out.dtype, generator: generator));

    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn(size, dtype, device, requires_grad: false, generator, names).mul_(std).add_(mean).requires_grad_(requires_grad);

    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) => randn(mean.shape, null, std.device, false, generator) * std + mean;

    /// <summary>A tensor over the memory of the array: writing to either shows in both.</summary>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var shape = new long[rawArray.Rank];
        for (int k = 0; k < shape.Length; k++) shape[k] = rawArray.GetLongLength(k);
        return Finished(Converted(Over(rawArray, shape, 0), dtype, device), requires_grad, names);
    }

    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>A tensor over part of the memory of the array, from element <paramref name="offset"/> on.</summary>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        if (offset < 0 || offset >= rawArray.LongLength) throw new ArgumentException($"invalid value for 'offset': {offset}");
        if (count < 0) count = rawArray.LongLength - offset;
        if (count > rawArray.LongLength - offset) throw new IndexOutOfRangeException($"element count is too large: {count}");
        return Finished(Converted(Over(rawArray, [count], offset), dtype, null), requires_grad);
    }

    private static Tensor Shaped(Op op, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        unsafe
        {
            fixed (long* first = size)
                return Finished(op.Call(Arg.Pinned(first, size.Length), dtype ?? get_default_dtype(), Arg.None, On(device)), requires_grad, names);
        }
    }

    private static Tensor Filled(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        var type = dtype ?? (is_integral(value.Type) ? ScalarType.Int64 : get_default_dtype());
        unsafe
        {
            fixed (long* first = size)
                return Finished(Aten.Full.Call(Arg.Pinned(first, size.Length), value, type, Arg.None, On(device)), requires_grad, names);
        }
    }

    private static Tensor Drawn(Op op, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator, string[]? names)
    {
        if (dtype is { } asked && is_integral(asked))
            throw new ArgumentException($"torch.{(op == Aten.Rand ? "rand" : "randn")}() was passed a bad dtype: {dtype}. It must be floating point or complex.", nameof(dtype));
        unsafe
        {
            fixed (long* first = size)
                return Finished(op.Call(Arg.Pinned(first, size.Length), generator, dtype ?? get_default_dtype(), Arg.None, On(device)), requires_grad, names);
        }
    }

    internal static Tensor FromValue<T>(T value, ScalarType stored, ScalarType? dtype, Device? device, bool requires_grad) where T : unmanaged =>
        FromSpan<T>([value], [], stored, dtype, device, requires_grad, null);

    private static Tensor FromList<T>(IList<T> values, ReadOnlySpan<long> dimensions, ScalarType stored, ScalarType? dtype, Device? device, bool requires_grad, string[]? names) where T : unmanaged
    {
        var span = values switch { T[] array => array, List<T> list => CollectionsMarshal.AsSpan(list), _ => values.ToArray() };
        return FromSpan<T>(span, dimensions, stored, dtype, device, requires_grad, names);
    }

    private static Tensor FromArray<T>(Array values, ScalarType stored, ScalarType? dtype, Device? device, bool requires_grad, string[]? names) where T : unmanaged
    {
        var shape = new long[values.Rank];
        for (int k = 0; k < shape.Length; k++) shape[k] = values.GetLongLength(k);
        var flat = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(values)), values.Length);
        return FromSpan(flat, shape, stored, dtype, device, requires_grad, names);
    }

    private static unsafe Tensor FromSpan<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> dimensions, ScalarType stored, ScalarType? dtype, Device? device, bool requires_grad, string[]? names) where T : unmanaged
    {
        long total = 1;
        foreach (var size in dimensions) total *= size;
        if (total > values.Length) throw new ArgumentException($"mismatched total size creating a tensor from an array: {total} vs. {values.Length}");
        nint made;
        fixed (long* sizes = dimensions) Native.Check(Native.standin_new(sizes, dimensions.Length, (int)stored, &made));
        var tensor = new Tensor(made);
        if (total > 0) values[..(int)total].CopyTo(new Span<T>(tensor.DataPointer, (int)total));
        return Finished(Converted(tensor, dtype, device), requires_grad, names);
    }

    internal static unsafe Tensor Over(Array array, ReadOnlySpan<long> dimensions, long offset)
    {
        var stored = TypeOf(array.GetType().GetElementType()!);
        var pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        nint made;
        var data = (byte*)pin.AddrOfPinnedObject() + offset * stored.ElementSize();
        fixed (long* sizes = dimensions) Native.Check(Native.standin_over(data, sizes, dimensions.Length, (int)stored, &Unpin, GCHandle.ToIntPtr(pin), &made));
        return new Tensor(made);
    }

    [UnmanagedCallersOnly]
    private static void Unpin(nint pin) => GCHandle.FromIntPtr(pin).Free();

    internal static ScalarType TypeOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => ScalarType.Bool,
        TypeCode.Byte => ScalarType.Byte,
        TypeCode.SByte => ScalarType.Int8,
        TypeCode.Int16 => ScalarType.Int16,
        TypeCode.Int32 => ScalarType.Int32,
        TypeCode.Int64 => ScalarType.Int64,
        TypeCode.Single => ScalarType.Float32,
        TypeCode.Double => ScalarType.Float64,
        _ when type == typeof(Half) => ScalarType.Float16,
        _ when type == typeof(System.Numerics.Complex) => ScalarType.ComplexFloat64,
        _ when type == typeof((float, float)) => ScalarType.ComplexFloat32,
        _ => throw new NotSupportedException($"The type {type.FullName} is not supported."),
    };

    // The device for a factory: libtorch's default, which is the CPU, unless somebody asked for another.
    private static Device? On(Device? device) => device ?? defaultDevice;

    // The conversion drops the tensor it came from at once: no caller ever sees it.
    private static Tensor Converted(Tensor tensor, ScalarType? dtype, Device? device)
    {
        bool sameType = dtype is null || dtype == tensor.dtype, sameDevice = device is null || device.type == tensor.device_type;
        if (sameType && sameDevice) return tensor;
        var converted = tensor.to(dtype ?? tensor.dtype, device ?? CPU);
        tensor.Dispose();
        return converted;
    }

    private static Tensor Finished(Tensor tensor, bool requires_grad, string[]? names = null)
    {
        if (names is { Length: > 0 }) throw new NotSupportedException("Named dimensions are not part of this stand-in.");
        if (requires_grad) tensor.requires_grad = true;
        return tensor;
    }
}

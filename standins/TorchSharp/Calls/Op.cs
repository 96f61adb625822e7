using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp;

/// <summary>
/// One operator of libtorch. Define it once, by the name and overload of native_functions.yaml, in the partial class <see cref="Aten"/>, and call it with
/// its arguments in the schema's order; arguments left out at the end take the schema's defaults.
/// <code>
/// internal static partial class Aten { internal static readonly Op Softplus = new("softplus"); }
/// public static Tensor softplus(Tensor input, double beta = 1, double threshold = 20) => Aten.Softplus.Call(input, beta, threshold);
/// </code>
/// Tensors, numbers, bool, Scalar, ScalarType, Device, Generator, strings and arrays convert by themselves; <c>null</c> of these types is None;
/// use <see cref="Arg.Maybe"/> for a tensor that may be null, <see cref="Arg.Default"/> for a default in the middle.
/// In place: <c>{ Aten.Relu_.Run(this); return this; }</c>. Several results: Call2, Call3; a list: CallList; a number: CallNumber, CallBool.
/// </summary>
internal sealed unsafe class Op(string name)
{
    private nint handle; // looked up at the first call; two threads may do so at once and find the same

    public Tensor Call(params ReadOnlySpan<Arg> args)
    {
        Result result;
        Invoke(args, &result, 1);
        return new Tensor(result.Address);
    }

    public void Run(params ReadOnlySpan<Arg> args) => Invoke(args, null, 0);

    public (Tensor, Tensor) Call2(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc Result[2];
        Invoke(args, results, 2);
        return (new Tensor(results[0].Address), new Tensor(results[1].Address));
    }

    public (Tensor, Tensor, Tensor) Call3(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc Result[3];
        Invoke(args, results, 3);
        return (new Tensor(results[0].Address), new Tensor(results[1].Address), new Tensor(results[2].Address));
    }

    public Tensor[] CallList(params ReadOnlySpan<Arg> args)
    {
        Result result;
        Invoke(args, &result, 1);
        return Take((nint*)result.Address, result.Count)!;
    }

    public bool CallBool(params ReadOnlySpan<Arg> args)
    {
        Result result;
        Invoke(args, &result, 1);
        return result.Integer != 0;
    }

    public long CallInteger(params ReadOnlySpan<Arg> args)
    {
        Result result;
        Invoke(args, &result, 1);
        return result.Integer;
    }

    public Scalar CallNumber(params ReadOnlySpan<Arg> args)
    {
        Result result;
        Invoke(args, &result, 1);
        return result.Tag switch
        {
            ArgTag.Double => new Scalar(torch.ScalarType.Float64, result.Number),
            ArgTag.Boolean => new Scalar(torch.ScalarType.Bool, result.Integer),
            ArgTag.Complex => new Scalar(torch.ScalarType.ComplexFloat64, *(System.Numerics.Complex*)result.Address),
            _ => new Scalar(torch.ScalarType.Int64, result.Integer),
        };
    }

    /// <summary>Tensors from a list of handles that are ours; an undefined one becomes null.</summary>
    internal static Tensor[] Take(nint* handles, int count)
    {
        var tensors = new Tensor[count];
        for (int k = 0; k < count; k++) tensors[k] = handles[k] == 0 ? null! : new Tensor(handles[k]);
        return tensors;
    }

    private void Invoke(ReadOnlySpan<Arg> args, Result* results, int wanted)
    {
        if (handle == 0) Find();
        fixed (Arg* first = args)
        {
            for (int k = 0; k < args.Length; k++)
            {
                if (first[k].Owner is not null and not torch.Tensor && first[k].Address == 0)
                {
                    InvokeWithLists(first, args.Length, results, wanted);
                    return;
                }
            }
            Native.Check(Native.standin_call(handle, first, args.Length, results, wanted));
        }
    }

    /// <summary>Copies what lies in managed arrays to the stack (or, if it is long, to the native heap) for the time of the call.</summary>
    private void InvokeWithLists(Arg* args, int count, Result* results, int wanted)
    {
        const int onStack = 512;
        int bytes = 0;
        for (int k = 0; k < count; k++) bytes += Bytes(args[k]);
        var heap = bytes > onStack ? NativeMemory.Alloc((nuint)bytes) : null;
        var stack = stackalloc byte[onStack];
        try
        {
            var next = heap == null ? stack : (byte*)heap;
            for (int k = 0; k < count; k++)
            {
                int size = Bytes(args[k]);
                if (size == 0) continue;
                Fill(args[k].Owner!, next, size);
                args[k].Address = (nint)next;
                next += size;
            }
            Native.Check(Native.standin_call(handle, args, count, results, wanted));
        }
        finally
        {
            NativeMemory.Free(heap);
        }
    }

    private static int Bytes(in Arg arg)
    {
        if (arg.Address != 0) return 0;
        return arg.Tag switch
        {
            ArgTag.Integers or ArgTag.Doubles or ArgTag.Tensors or ArgTag.OptionalTensors => 8 * arg.Count,
            ArgTag.Text or ArgTag.Booleans => (arg.Count + 7) & ~7,
            ArgTag.Complex => 16,
            ArgTag.Operand when arg.Owner is not null => 16, // a complex number
            _ => 0,
        };
    }

    private static void Fill(object owner, byte* next, int size)
    {
        switch (owner)
        {
            case torch.Tensor?[] tensors:
                for (int k = 0; k < tensors.Length; k++) ((nint*)next)[k] = tensors[k]?.Handle ?? 0;
                break;
            case System.Numerics.Complex complex:
                *(System.Numerics.Complex*)next = complex;
                break;
            case Array array:
                ref byte source = ref MemoryMarshal.GetArrayDataReference(array);
                fixed (byte* from = &source) Buffer.MemoryCopy(from, next, size, Buffer.ByteLength(array));
                break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Find()
    {
        var (simple, overload) = name.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? (name[..dot], name[(dot + 1)..]) : (name, "");
        if (!simple.Contains("::", StringComparison.Ordinal)) simple = "aten::" + simple;
        nint found;
        fixed (byte* first = Encoding.UTF8.GetBytes(simple + '\0'), second = Encoding.UTF8.GetBytes(overload + '\0'))
            Native.Check(Native.standin_find(first, second, &found));
        handle = found;
    }
}

/// <summary>The operators, declared beside the members that call them.</summary>
internal static partial class Aten;

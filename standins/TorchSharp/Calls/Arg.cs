using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp;

internal enum ArgTag
{
    None, Integer, Double, Boolean, Tensor, Integers, Tensors, OptionalTensors, Generator, Text, Doubles, Booleans, Device, Complex,

    /// <summary>Whatever the operator's schema says.</summary>
    Default,

    /// <summary>A number in the place of a tensor; what kind of number stands in the count.</summary>
    Operand,
}

/// <summary>
/// One argument of an operator. Everything that operators take converts to it, so that calls read like calls. It carries the managed object
/// behind the native address, which thereby stays alive until the call has returned.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
internal struct Arg
{
    [FieldOffset(0)] internal ArgTag Tag;
    [FieldOffset(4)] internal int Count;
    [FieldOffset(8)] internal long Integer;
    [FieldOffset(8)] internal double Number;
    [FieldOffset(8)] internal nint Address;
    [FieldOffset(16)] internal object? Owner;

    internal static Arg None => default;

    internal static Arg Default => new() { Tag = ArgTag.Default };

    /// <summary>A tensor, or None where there is none.</summary>
    internal static Arg Maybe(torch.Tensor? tensor) => tensor is null ? default : (Arg)tensor;

    /// <summary>A number as the second operand of add, sub, mul or div, where it stands for a tensor of the first one's type.</summary>
    internal static Arg Operand(Arg number)
    {
        number.Count = (int)number.Tag;
        number.Tag = ArgTag.Operand;
        return number;
    }

    /// <summary>Integers that stay where they are until the call has returned.</summary>
    internal static unsafe Arg Pinned(long* first, int count) => new() { Tag = ArgTag.Integers, Count = count, Address = (nint)first };

    /// <summary>Tensors of which some may be null, as indexing takes them.</summary>
    internal static Arg Some(torch.Tensor?[] tensors) => new() { Tag = ArgTag.OptionalTensors, Count = tensors.Length, Owner = tensors };

    internal static Arg All(IEnumerable<torch.Tensor> tensors) => tensors as torch.Tensor[] ?? tensors.ToArray();

    public static implicit operator Arg(torch.Tensor tensor) => new() { Tag = ArgTag.Tensor, Address = tensor.Handle, Owner = tensor };

    public static implicit operator Arg(torch.Tensor[] tensors) => new() { Tag = ArgTag.Tensors, Count = tensors.Length, Owner = tensors };

    public static implicit operator Arg(long value) => new() { Tag = ArgTag.Integer, Integer = value };

    public static implicit operator Arg(double value) => new() { Tag = ArgTag.Double, Number = value };

    public static implicit operator Arg(bool value) => new() { Tag = ArgTag.Boolean, Integer = value ? 1 : 0 };

    public static implicit operator Arg(long? value) => value is { } known ? known : default(Arg);

    public static implicit operator Arg(double? value) => value is { } known ? known : default(Arg);

    public static implicit operator Arg(torch.ScalarType type) => (long)type;

    public static implicit operator Arg(torch.ScalarType? type) => type is { } known ? (long)known : default(Arg);

    public static implicit operator Arg(long[]? values) => values is null ? default : new() { Tag = ArgTag.Integers, Count = values.Length, Owner = values };

    public static implicit operator Arg(double[]? values) => values is null ? default : new() { Tag = ArgTag.Doubles, Count = values.Length, Owner = values };

    public static implicit operator Arg(bool[] values) => new() { Tag = ArgTag.Booleans, Count = values.Length, Owner = values };

    public static implicit operator Arg(torch.Size size) => size.Shape;

    public static implicit operator Arg(torch.Generator? generator) => generator is null ? default : new() { Tag = ArgTag.Generator, Address = generator.Handle, Owner = generator };

    public static implicit operator Arg(torch.Device? device) => device is null ? default : new() { Tag = ArgTag.Device, Integer = (int)device.type, Count = device.index };

    public static implicit operator Arg(string? text)
    {
        if (text is null) return default;
        var bytes = Encoding.UTF8.GetBytes(text);
        return new() { Tag = ArgTag.Text, Count = bytes.Length, Owner = bytes };
    }

    /// <summary>A scalar, or None where there is none.</summary>
    public static implicit operator Arg(Scalar? scalar) => scalar is null ? default : scalar.ToArg();
}

/// <summary>One result: a tensor, which is ours from now on, a borrowed list of such, or a number.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct Result
{
    [FieldOffset(0)] internal ArgTag Tag;
    [FieldOffset(4)] internal int Count;
    [FieldOffset(8)] internal long Integer;
    [FieldOffset(8)] internal double Number;
    [FieldOffset(8)] internal nint Address;
}

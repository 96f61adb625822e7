using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Networks;

/// <summary>
/// Everything that something under way keeps from one step to the next, passed over in a fixed order: either written down or put back. One method
/// does both, so that nothing can be forgotten in one direction.
/// </summary>
/// <param name="stream">Where it goes, or comes from.</param>
/// <param name="restoring">Whether it comes from there.</param>
internal sealed class StateStream(Stream stream, bool restoring)
{
    /// <summary>Whether what is passed over is put back rather than written down.</summary>
    public bool Restoring => restoring;

    /// <summary>Passes over plain memory.</summary>
    public void Keep(Span<byte> memory)
    {
        if (restoring)
        {
            stream.ReadExactly(memory);
        }
        else
        {
            stream.Write(memory);
        }
    }

    /// <summary>Passes over numbers.</summary>
    public void Keep(Span<float> numbers) => Keep(System.Runtime.InteropServices.MemoryMarshal.AsBytes(numbers));

    /// <summary>Passes over one number; gives the one to go on with.</summary>
    public long Keep(long number)
    {
        Keep(System.Runtime.InteropServices.MemoryMarshal.AsBytes(new Span<long>(ref number)));
        return number;
    }

    /// <summary>Passes over one number; gives the one to go on with.</summary>
    public int Keep(int number) => (int)Keep((long)number);

    /// <summary>Passes over one number, NaN and all; gives the one to go on with.</summary>
    public double Keep(double number) => BitConverter.Int64BitsToDouble(Keep(BitConverter.DoubleToInt64Bits(number)));

    /// <summary>Passes over one answer; gives the one to go on with.</summary>
    public bool Keep(bool yes) => Keep(yes ? 1L : 0L) != 0;

    /// <summary>Passes over a number that may lack; gives the one to go on with.</summary>
    public int? Keep(int? number) => Keep(number is not null) ? Keep(number ?? 0) : null;

    /// <summary>Passes over a text; gives the one to go on with.</summary>
    public string Keep(string text)
    {
        var memory = Encoding.UTF8.GetBytes(text);
        var length = Keep(memory.Length);
        memory = restoring ? new byte[length] : memory;
        Keep(memory.AsSpan());
        return Encoding.UTF8.GetString(memory);
    }

    /// <summary>Passes over a tensor's values; those put back must be as many.</summary>
    public void Keep(Tensor values)
    {
        using var scope = NewDisposeScope();
        var own = values.detach();
        if (own.is_contiguous())
        {
            Keep(own.bytes);
            return;
        }

        var inOnePiece = own.contiguous();
        Keep(inOnePiece.bytes);
        own.copy_(inOnePiece);
    }

    /// <summary>Passes over a random stream.</summary>
    public void Keep(Generator generator)
    {
        using var scope = NewDisposeScope();
        var state = generator.get_state();
        Keep(state.bytes);
        if (restoring)
        {
            generator.set_state(state);
        }
    }
}

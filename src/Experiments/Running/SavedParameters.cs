using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>Everything that makes up a module, parameters and buffers, as bytes: kept at early stopping's best check and in checkpoints.</summary>
/// <param name="module">The module.</param>
internal sealed class SavedParameters(nn.Module module)
{
    private byte[][]? saved;

    /// <summary>Whether anything was saved.</summary>
    public bool Any => saved is not null;

    /// <summary>Saves the module as it is now, in place of what was saved before.</summary>
    public void Save() => saved = [.. Tensors(module).Select(values => Content(values).ToArray())];

    /// <summary>Puts the module back as it was saved.</summary>
    public void Restore()
    {
        foreach (var (values, bytes) in Tensors(module).Zip(saved ?? []))
        {
            Put(values, bytes);
        }
    }

    /// <summary>Writes the module as it is now, and what was saved of it.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (var values in Tensors(module))
        {
            Bytes.Write(writer, Content(values));
        }

        writer.Write(Any);
        foreach (var bytes in saved ?? [])
        {
            Bytes.Write(writer, bytes);
        }
    }

    /// <summary>Puts the module back as it was written, and what was saved of it.</summary>
    public void Load(BinaryReader reader)
    {
        Save();
        Array.ForEach(saved!, bytes => Bytes.Read(reader, bytes));
        Restore();
        if (reader.ReadBoolean())
        {
            Array.ForEach(saved!, bytes => Bytes.Read(reader, bytes));
        }
        else
        {
            saved = null;
        }
    }

    /// <summary>Whether all parameters are finite numbers.</summary>
    public static bool AreFinite(nn.Module module)
    {
        using var scope = NewDisposeScope();
        return module.parameters().All(values => values.isfinite().all().item<bool>());
    }

    private static IEnumerable<Tensor> Tensors(nn.Module module) => module.parameters().Concat(module.named_buffers().Select(pair => pair.buffer)).Select(values => values.detach());

    private static ReadOnlySpan<byte> Content(Tensor values) => values.contiguous().bytes;

    private static void Put(Tensor values, byte[] bytes)
    {
        if (values.is_contiguous())
        {
            bytes.CopyTo(values.bytes);
            return;
        }

        using var inOnePiece = values.contiguous();
        bytes.CopyTo(inOnePiece.bytes);
        values.copy_(inOnePiece);
    }
}

using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>
/// Everything that a module consists of, parameters and buffers, as bytes: of early stopping's best epoch and in checkpoints.
/// </summary>
/// <param name="module">The module.</param>
internal sealed class ModuleState(nn.Module module)
{
    private byte[][]? best;

    /// <summary>Whether a best state is kept.</summary>
    public bool HasBest => best is not null;

    /// <summary>Keeps the module's state as the best one.</summary>
    public void KeepBest() => best = Copy();

    /// <summary>Puts the module back to the best state.</summary>
    public void RestoreBest() => Put(best!);

    /// <summary>Writes the module's state and the best one.</summary>
    public void Save(BinaryWriter writer)
    {
        Array.ForEach(Copy(), bytes => Bytes.Write(writer, bytes));
        writer.Write(HasBest);
        Array.ForEach(best ?? [], bytes => Bytes.Write(writer, bytes));
    }

    /// <summary>Puts the module back as it was written, and the best state with it.</summary>
    public void Load(BinaryReader reader)
    {
        Put(Read(reader));
        best = reader.ReadBoolean() ? Read(reader) : null;
    }

    private IEnumerable<Tensor> Tensors =>
        module.parameters().Concat(module.named_buffers().Select(pair => pair.buffer)).Select(values => values.detach());

    private byte[][] Copy() => [.. Tensors.Select(values => values.contiguous().bytes.ToArray())];

    private void Put(byte[][] state)
    {
        foreach (var (values, bytes) in Tensors.Zip(state))
        {
            using var contiguous = values.contiguous(); // itself, if it is
            bytes.CopyTo(contiguous.bytes);
            values.copy_(contiguous);
        }
    }

    private byte[][] Read(BinaryReader reader)
    {
        var state = Copy();
        Array.ForEach(state, bytes => Bytes.Read(reader, bytes));
        return state;
    }
}

namespace TorchSharp.Modules;

/// <summary>Layers of a transformer one after another, their weights under "layers.0." and so on.</summary>
internal static class TransformerStack
{
    internal static TransformerBlock[] Copies(
        NativeWeights weights, string prefix, NativeWeights pattern, TransformerShape shape, long count, bool decodes, Action<string, Parameter> register)
    {
        var blocks = new TransformerBlock[count];
        for (var layer = 0; layer < count; layer++)
        {
            blocks[layer] = new TransformerBlock(weights, $"{prefix}layers.{layer}.", shape, decodes);
            // Drawn, as libtorch's copies are, and then overwritten: what is drawn next is the same.
            blocks[layer].DrawParts();
            using var untracked = torch.no_grad();
            foreach (var (name, parameter) in blocks[layer].Create())
            {
                parameter.copy_(pattern.Find(name[$"{prefix}layers.{layer}.".Length..])!);
                register(name, parameter);
            }
        }

        return blocks;
    }

    /// <summary>New layers and a normalization after them.</summary>
    internal static TransformerBlock[] New(
        NativeWeights weights, string prefix, TransformerShape shape, long count, bool decodes, Action<string, Parameter> register)
    {
        using var pattern = new NativeWeights();
        foreach (var (_, parameter) in new TransformerBlock(pattern, "", shape, decodes).Create())
            parameter.Dispose();
        var blocks = Copies(weights, prefix, pattern, shape, count, decodes, register);
        foreach (var (name, parameter) in Dense.CreateNorm(weights, prefix + "norm", shape.Width))
            register(name, parameter);
        return blocks;
    }

    internal static Tensor Encode(TransformerBlock[] blocks, Tensor source, Tensor? mask, Tensor? padding, bool training)
    {
        using var scope = torch.NewDisposeScope();
        return blocks.Aggregate(source.alias(), (seen, block) => block.Encode(seen, mask, padding, training)).MoveToOuterDisposeScope();
    }

    internal static Tensor Decode(
        TransformerBlock[] blocks, Tensor target, Tensor memory, Tensor? mask, Tensor? memoryMask, Tensor? padding, Tensor? memoryPadding, bool training)
    {
        using var scope = torch.NewDisposeScope();
        return blocks.Aggregate(target.alias(), (seen, block) => block.Decode(seen, memory, mask, memoryMask, padding, memoryPadding, training))
            .MoveToOuterDisposeScope();
    }
}

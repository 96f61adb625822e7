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
            foreach (var name in pattern.Names)
            {
                using var value = pattern.Find(name)!.detach();
                using var copy = value.clone();
                register($"{prefix}layers.{layer}.{name}", weights.Add($"{prefix}layers.{layer}.{name}", copy, requiresGrad: true));
            }
        }

        return blocks;
    }

    /// <summary>New layers and a normalization after them.</summary>
    internal static TransformerBlock[] New(
        NativeWeights weights, string prefix, TransformerShape shape, long count, bool decodes, Action<string, Parameter> register)
    {
        var blocks = new TransformerBlock[count];
        for (var layer = 0; layer < count; layer++)
        {
            blocks[layer] = new TransformerBlock(weights, $"{prefix}layers.{layer}.", shape, decodes);
            foreach (var (name, parameter) in blocks[layer].Create())
                register(name, parameter);
        }

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

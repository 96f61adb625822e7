namespace TorchSharp.Modules;

/// <summary>A linear layer or a normalization inside a layer that lives in libtorch: weights by their names, no module of its own.</summary>
internal static class Dense
{
    internal static IEnumerable<(string name, Parameter parameter)> Create(NativeWeights weights, string name, long inputs, long outputs, bool bias = true)
    {
        var weight = weights.Add(name + ".weight", null, ScalarType.Float32, outputs, inputs);
        torch.nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        var created = new List<(string, Parameter)> { (name + ".weight", weight) };
        if (bias)
        {
            var shift = weights.Add(name + ".bias", null, ScalarType.Float32, outputs);
            torch.nn.init.UniformByFanIn(shift, weight);
            created.Add((name + ".bias", shift));
        }

        return created;
    }

    internal static Tensor Forward(NativeWeights weights, string name, Tensor input) =>
        torch.nn.functional.linear(input, weights.Find(name + ".weight")!, weights.Find(name + ".bias"));

    internal static IEnumerable<(string name, Parameter parameter)> CreateNorm(NativeWeights weights, string name, long width)
    {
        var (scale, shift) = (weights.Add(name + ".weight", null, ScalarType.Float32, width), weights.Add(name + ".bias", null, ScalarType.Float32, width));
        torch.nn.init.ones_(scale);
        torch.nn.init.zeros_(shift);
        return [(name + ".weight", scale), (name + ".bias", shift)];
    }

    internal static Tensor Normalize(NativeWeights weights, string name, Tensor input)
    {
        var scale = weights.Find(name + ".weight")!;
        return torch.nn.functional.layer_norm(input, scale.shape, scale, weights.Find(name + ".bias"));
    }
}

namespace TorchSharp.Modules;

/// <summary>
/// The weights of a layer that, in the package, lives in libtorch. The layer keeps its own handles, so that it works on when the parameter objects,
/// which belong to the dispose scope in which the layer is made, are gone.
/// </summary>
internal sealed class NativeWeights : IDisposable
{
    private readonly List<string> _names = [];
    private readonly List<Tensor> _own = [];

    internal Tensor[] Flat => [.. _own];

    internal Tensor this[int index] => _own[index];

    internal int Count => _own.Count;

    /// <summary>Adds a weight of this shape, not yet initialized, and gives the object to be registered for it.</summary>
    internal Parameter Add(string name, Device? device, ScalarType? dtype, params long[] shape)
    {
        _names.Add(name);
        return Take(torch.empty(shape, dtype: dtype, device: device), requiresGrad: true);
    }

    internal Parameter Add(string name, Tensor existing, bool requiresGrad)
    {
        _names.Add(name);
        return Take(Share(existing), requiresGrad);
    }

    /// <summary>The layer's own handle on the weight of this name; null if it has none.</summary>
    internal Tensor? Find(string name)
    {
        var index = _names.IndexOf(name);
        return index < 0 ? null : _own[index];
    }

    /// <summary>A further object for the weight of this name; null if the layer has none.</summary>
    internal Parameter? Get(string name)
    {
        var index = _names.IndexOf(name);
        return index < 0 ? null : new Parameter(Share(_own[index]), _own[index].requires_grad);
    }

    internal void Replace(string name, Tensor value)
    {
        var index = _names.IndexOf(name);
        var own = Share(value).DetachFromDisposeScope();
        _own[index].Dispose();
        _own[index] = own;
    }

    /// <summary>Takes over the module's parameters of the same names, after they were moved.</summary>
    internal void Follow(torch.nn.Module module)
    {
        foreach (var (name, parameter) in module.named_parameters(false))
            Replace(name, parameter);
    }

    /// <summary>Each from U(-bound, bound), in their order.</summary>
    internal void DrawUniform(double bound)
    {
        foreach (var weight in _own)
            torch.nn.init.uniform_(weight, -bound, bound);
    }

    public void Dispose()
    {
        foreach (var weight in _own)
            weight.Dispose();
        _own.Clear();
        _names.Clear();
    }

    private static Tensor Share(Tensor tensor) => new(Native.standin_share(tensor.Handle));

    private Parameter Take(Tensor made, bool requiresGrad)
    {
        var parameter = new Parameter(made, requiresGrad);
        _own.Add(Share(parameter).DetachFromDisposeScope());
        return parameter;
    }
}

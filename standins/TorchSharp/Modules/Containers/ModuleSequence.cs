using System.Collections;

namespace TorchSharp.Modules;

/// <summary>Modules in their order, under names that need not be different.</summary>
internal sealed class ModuleSequence : IEnumerable<(string name, torch.nn.Module module)>
{
    private readonly List<(string name, torch.nn.Module module)> _modules = [];

    internal int Count => _modules.Count;

    internal (string name, torch.nn.Module module) this[int index] => _modules[index];

    public IEnumerator<(string name, torch.nn.Module module)> GetEnumerator() => _modules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add((string name, torch.nn.Module module) child) => _modules.Add(child);

    internal void ForEach(Action<torch.nn.Module> action)
    {
        foreach (var (_, module) in _modules.ToList())
            action(module);
    }

    internal IEnumerable<(string name, torch.nn.Module module)> Modules() => _modules.Concat(_modules.SelectMany(
        child => child.module.named_modules().Select(inner => ($"{child.name}.{inner.name}", inner.module))));

    internal IEnumerable<(string name, Parameter parameter)> Parameters(bool recurse) =>
        Once(recurse, module => module.named_parameters(true));

    internal IEnumerable<(string name, Tensor buffer)> Buffers(bool recurse, bool include_persistent) =>
        Once(recurse, module => module.named_buffers(true, include_persistent));

    // Each tensor under the first name that leads to it; disposed ones are left out.
    private IEnumerable<(string, T)> Once<T>(bool recurse, Func<torch.nn.Module, IEnumerable<(string, T)>> namedTensors) where T : Tensor
    {
        if (!recurse)
            yield break;
        var seen = new HashSet<IntPtr>();
        foreach (var (moduleName, module) in _modules)
        {
            foreach (var (tensorName, tensor) in namedTensors(module))
            {
                if (!tensor.IsInvalid && seen.Add(tensor.Handle))
                    yield return ($"{moduleName}.{tensorName}", tensor);
            }
        }
    }
}

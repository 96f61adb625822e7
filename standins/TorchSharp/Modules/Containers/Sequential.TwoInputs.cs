using System.Runtime.CompilerServices;

namespace TorchSharp.Modules;

public abstract class Sequential<T1, T2, TResult> : torch.nn.Module<T1, T2, TResult>
{
    private readonly ModuleSequence _modules = new();

    internal Sequential()
        : base(IntPtr.Zero, IntPtr.Zero)
    {
    }

    protected Sequential(params (string name, torch.nn.Module submodule)[] modules)
        : this()
    {
        foreach (var (name, module) in modules)
            Add(name, module);
    }

    protected Sequential(params torch.nn.Module[] modules)
        : this()
    {
        foreach (var module in modules)
            Add(module);
    }

    public int Count => _modules.Count;

    [IndexerName("SequentialItems")]
    public torch.nn.Module this[int index] => _modules[index].module;

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T1, T2, TResult> append(string name, torch.nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, TResult> append(torch.nn.Module module)
    {
        Add(module);
        return this;
    }

    public override string GetName() => "torch::nn::SequentialImpl";

    public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) => _modules.Parameters(recurse);

    public override IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) =>
        _modules.Buffers(recurse, include_persistent);

    public override IEnumerable<(string name, torch.nn.Module module)> named_children() => _modules;

    public override IEnumerable<(string name, torch.nn.Module module)> named_modules() => _modules.Modules();

    public override torch.nn.Module apply(Action<torch.nn.Module> fn)
    {
        _modules.ForEach(module => module.apply(fn));
        fn(this);
        return this;
    }

    public override void train(bool on = true) => base.train(on);

    public override void eval() => base.eval();

    protected internal void Add(string name, torch.nn.Module sm) => _modules.Add((name, sm));

    protected internal void Add(torch.nn.Module module) => Add($"{Count}", module);

    // Only the class that writes forward can make another of its kind.
    protected virtual Sequential<T1, T2, TResult> Slice(int start, int end) => throw new NotImplementedException();

    protected internal override torch.nn.Module _to(Device device, ScalarType dtype, bool non_blocking)
    {
        _modules.ForEach(module => module._to(device, dtype, non_blocking));
        return this;
    }

    protected internal override torch.nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
    {
        _modules.ForEach(module => module._to(deviceType, deviceIndex, non_blocking));
        return this;
    }

    protected internal override torch.nn.Module _to(ScalarType dtype, bool non_blocking)
    {
        _modules.ForEach(module => module._to(dtype, non_blocking));
        return this;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _modules.ForEach(module => module.Dispose());
        base.Dispose(disposing);
    }
}

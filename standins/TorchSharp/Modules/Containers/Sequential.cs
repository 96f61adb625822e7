using System.Runtime.CompilerServices;

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Sequential Sequential() => new(IntPtr.Zero);

            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => Sequential(modules.AsEnumerable());

            public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) => Sequential(modules.AsEnumerable());

            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => Sequential(modules.AsEnumerable());

            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules)
            {
                var result = Sequential();
                foreach (var (name, module) in modules)
                    result.append(name, module);
                return result;
            }

            public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) =>
                Sequential(modules.Select(named => (named.Item1, named.Item2)));

            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules)
            {
                var result = Sequential();
                foreach (var module in modules)
                    result.append(module);
                return result;
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Modules one after the other. What flows between them is disposed at once; names need not be different.</summary>
    public class Sequential : torch.nn.Module<Tensor, Tensor>
    {
        private readonly ModuleSequence _modules = new();

        internal Sequential(IntPtr handle)
            : base(handle, IntPtr.Zero)
        {
        }

        protected Sequential(params (string name, torch.nn.Module<Tensor, Tensor> submodule)[] modules)
            : base(IntPtr.Zero, IntPtr.Zero)
        {
            foreach (var (name, module) in modules)
                append(name, module);
        }

        protected Sequential(params torch.nn.Module<Tensor, Tensor>[] modules)
            : base(IntPtr.Zero, IntPtr.Zero)
        {
            foreach (var module in modules)
                append(module);
        }

        public int Count => _modules.Count;

        [IndexerName("SequentialItems")]
        public torch.nn.IModule<Tensor, Tensor> this[int index] => (torch.nn.IModule<Tensor, Tensor>)_modules[index].module;

        [IndexerName("SequentialItems")]
        public Sequential this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

        [IndexerName("SequentialItems")]
        public Sequential this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

        public Sequential append(string name, torch.nn.IModule<Tensor, Tensor> module)
        {
            _modules.Add((name, (torch.nn.Module)module));
            return this;
        }

        public Sequential append(torch.nn.IModule<Tensor, Tensor> module) => append($"{Count}", module);

        public override string GetName() => "torch::nn::SequentialImpl";

        public override Tensor forward(Tensor tensor)
        {
            if (Count == 0)
                return tensor.alias();
            var current = this[0].call(tensor);
            for (var i = 1; i < Count; i++)
            {
                var next = this[i].call(current);
                current.Dispose();
                current = next;
            }

            return current;
        }

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

        protected internal override torch.nn.Module _to(Device device, ScalarType dtype, bool non_blocking) =>
            ForEach(module => module._to(device, dtype, non_blocking));

        protected internal override torch.nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
            ForEach(module => module._to(deviceType, deviceIndex, non_blocking));

        protected internal override torch.nn.Module _to(ScalarType dtype, bool non_blocking) =>
            ForEach(module => module._to(dtype, non_blocking));

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                ForEach(module => module.Dispose());
            base.Dispose(disposing);
        }

        private Sequential ForEach(Action<torch.nn.Module> action)
        {
            _modules.ForEach(action);
            return this;
        }

        private Sequential Slice(int start, int end)
        {
            if (start < 0 || start > Count)
                throw new IndexOutOfRangeException($"{start} is not a valid index.");
            if (end < 0 || end > Count)
                throw new IndexOutOfRangeException($"{end} is not a valid index.");
            var slice = new Sequential(IntPtr.Zero);
            foreach (var (name, module) in _modules.Take(end).Skip(start))
                slice._modules.Add((name, module));
            return slice;
        }
    }
}

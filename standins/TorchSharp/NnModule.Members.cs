using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // What a module consists of, by name. Each tensor is given once, under the first name that leads to it; disposed ones are left out.
        public partial class Module
        {
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<IntPtr> { IntPtr.Zero };
                foreach (var (parameterName, parameter) in _internal_params)
                {
                    if (seen.Add(HandleOf(parameter)))
                        yield return (parameterName, parameter);
                }

                if (!recurse)
                    yield break;
                foreach (var (moduleName, module) in _internal_submodules)
                {
                    foreach (var (parameterName, parameter) in module.named_parameters(true))
                    {
                        if (seen.Add(HandleOf(parameter)))
                            yield return ($"{moduleName}.{parameterName}", parameter);
                    }
                }
            }

            // A buffer that is not persistent is never listed, whatever include_nonpersistent says: so it is in the package.
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<IntPtr> { IntPtr.Zero };
                foreach (var (bufferName, (buffer, persistent)) in _internal_buffers)
                {
                    if (persistent && seen.Add(HandleOf(buffer)))
                        yield return (bufferName, buffer);
                }

                if (!recurse)
                    yield break;
                foreach (var (moduleName, module) in _internal_submodules)
                {
                    foreach (var (bufferName, buffer) in module.named_buffers(true, include_nonpersistent))
                    {
                        if (seen.Add(HandleOf(buffer)))
                            yield return ($"{moduleName}.{bufferName}", buffer);
                    }
                }
            }

            public virtual IEnumerable<(string name, Module module)> named_children() => _internal_submodules;

            // All children first, then their descendants, child by child.
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in _internal_submodules)
                    yield return child;
                foreach (var (childName, child) in _internal_submodules)
                {
                    foreach (var (moduleName, module) in child.named_modules())
                        yield return ($"{childName}.{moduleName}", module);
                }
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(named => named.parameter);

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(named => named.buffer);

            public virtual IEnumerable<Module> children() => named_children().Select(named => named.module);

            public virtual IEnumerable<Module> modules() => named_modules().Select(named => named.module);

            public virtual bool has_parameter(string target) =>
                _internal_params.ContainsKey(target) || ChildrenOnTheWayTo(target).Any(next => next.child.has_parameter(next.rest));

            public virtual bool has_buffer(string target) =>
                _internal_buffers.ContainsKey(target) || ChildrenOnTheWayTo(target).Any(next => next.child.has_buffer(next.rest));

            public virtual Parameter? get_parameter(string target) =>
                _internal_params.TryGetValue(target, out var parameter)
                    ? parameter
                    : ChildrenOnTheWayTo(target).Select(next => next.child.get_parameter(next.rest)).FirstOrDefault(found => found is not null);

            public virtual Tensor? get_buffer(string target) =>
                _internal_buffers.TryGetValue(target, out var buffer)
                    ? buffer.Item1
                    : ChildrenOnTheWayTo(target).Select(next => next.child.get_buffer(next.rest)).FirstOrDefault(found => found is not null);

            // Hooks for modules whose parameters exist before the module does; only libtorch's own have any.
            protected virtual (string name, Parameter parameter)[] _named_parameters() => [];

            protected virtual (string name, Tensor buffer)[] _named_buffers() => [];

            protected virtual Parameter[] _parameters(bool recurse = true) => parameters(recurse).ToArray();

            private protected static IntPtr HandleOf(Tensor tensor) => tensor.IsInvalid ? IntPtr.Zero : tensor.Handle;

            private IEnumerable<(Module child, string rest)> ChildrenOnTheWayTo(string target)
            {
                var dot = target.IndexOf('.', StringComparison.Ordinal);
                return dot < 0
                    ? []
                    : named_children().Where(child => child.name == target[..dot]).Select(child => (child.module, target[(dot + 1)..]));
            }
        }
    }
}

using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Keeping and restoring a module's parameters and buffers: in a dictionary, or in TorchSharp's own file format,
        // which is the number of entries, then name and tensor by turns.
        public partial class Module
        {
            // The tensors themselves, not copies: all parameters, then all persistent buffers.
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string Key(string entry) => string.IsNullOrEmpty(prefix) ? entry : $"{prefix}.{entry}";
                foreach (var (parameterName, parameter) in named_parameters())
                    destination.TryAdd(Key(parameterName), parameter);
                foreach (var (bufferName, buffer) in named_buffers(include_nonpersistent: false))
                    destination.TryAdd(Key(bufferName), buffer);
                foreach (var (moduleName, module) in _internal_submodules)
                    module.state_dict(destination, Key(moduleName));
                return destination;
            }

            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                skip ??= [];
                var destination = state_dict();
                var unexpected = source.Keys.Where(key => !skip.Contains(key) && !destination.ContainsKey(key)).ToList();
                var missing = destination.Keys.Where(key => !skip.Contains(key) && !source.ContainsKey(key)).ToList();
                if (strict && (missing.Count > 0 || unexpected.Count > 0))
                    throw new InvalidOperationException("The loaded state_dict is not identical to the target dictionary.");

                using var untracked = no_grad();
                foreach (var (key, value) in source)
                {
                    if (!skip.Contains(key) && destination.TryGetValue(key, out var target))
                        target.copy_(value);
                }

                return (missing, unexpected);
            }

            public Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            // Closes the stream, as the package does.
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                var entries = sd.Where(entry => skip is null || !skip.Contains(entry.Key)).ToList();
                writer.Encode(entries.Count);
                foreach (var (key, tensor) in entries)
                {
                    writer.Write(key);
                    tensor.Save(writer);
                }
            }

            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                if (!File.Exists(location))
                    throw new FileNotFoundException(location);
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                var (deviceType, deviceIndex) = (_deviceType, _deviceIndex);
                if (deviceType != DeviceType.CPU)
                    _to(DeviceType.CPU, -1, false);
                try
                {
                    LoadEntries(reader, strict, skip ?? [], loadedParameters);
                }
                finally
                {
                    if (deviceType != DeviceType.CPU)
                        _to(deviceType, deviceIndex, false);
                }

                return this;
            }

            public static Module Create<T>(string path) where T : Module, new() => new T().load(path);

            private void LoadEntries(BinaryReader reader, bool strict, IList<string> skip, Dictionary<string, bool>? loadedParameters)
            {
                var state = state_dict();
                var count = reader.Decode();
                if (count != state.Count && strict)
                    throw new ArgumentException($"Mismatched state_dict sizes: expected {state.Count}, but found {count} entries.");
                for (var i = 0; i < count; i++)
                {
                    var key = reader.ReadString();
                    var found = state.TryGetValue(key, out var tensor);
                    if (!found && strict)
                        throw new ArgumentException($"Mismatched module state names: the target modules does not have a submodule or buffer named '{key}'");
                    if (found && !skip.Contains(key))
                        tensor!.Load(reader);
                    else
                        TensorExtensionMethods.Load(reader, skip: true); // passes over the entry
                    loadedParameters?.Add(key, found);
                }
            }
        }
    }
}

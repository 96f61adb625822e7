using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static ParameterDict ParameterDict(params (string, Parameter)[] parameters)
            {
                var result = new ParameterDict();
                foreach (var parameter in parameters)
                    result.Add(parameter);
                return result;
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Parameters by name, registered when the dictionary is registered with another module.</summary>
    public class ParameterDict : torch.nn.Module, IDictionary<string, Parameter>, IList<(string, Parameter)>
    {
        private readonly List<(string, Parameter)> _list = [];
        private readonly Dictionary<string, Parameter> _dict = [];
        private bool _registered;

        public ParameterDict()
            : base(nameof(ParameterDict))
        {
        }

        public int Count => _dict.Count;

        public bool IsReadOnly => false;

        public ICollection<string> Keys => _list.Select(entry => entry.Item1).ToList();

        public ICollection<Parameter> Values => _list.Select(entry => entry.Item2).ToList();

        public (string, Parameter) this[int index]
        {
            get => _list[index];
            set
            {
                _list[index] = value;
                _dict[value.Item1] = value.Item2;
            }
        }

        public Parameter this[string key]
        {
            get => _dict[key];
            set
            {
                _dict[key] = value;
                _list[_list.FindIndex(entry => entry.Item1 == key)] = (key, value);
            }
        }

        public void clear() => Clear();

        public IEnumerator<(string, Parameter)> items() => _list.GetEnumerator();

        public IEnumerable<string> keys() => _dict.Keys;

        public IEnumerable<Parameter> values() => _dict.Values;

        public void Add((string, Parameter) item) => Add(item.Item1, item.Item2);

        public void Add(KeyValuePair<string, Parameter> item) => Add(item.Key, item.Value);

        public void Add(string key, Parameter value)
        {
            _dict.Add(key, value);
            _list.Add((key, value));
        }

        public void Insert(int index, (string, Parameter) item)
        {
            _dict.Add(item.Item1, item.Item2);
            _list.Insert(index, item);
        }

        public bool Remove((string, Parameter) item) => Remove(item.Item1);

        public bool Remove(KeyValuePair<string, Parameter> item) => Remove(item.Key);

        public bool Remove(string key) => _dict.Remove(key) && _list.RemoveAll(entry => entry.Item1 == key) > 0;

        public void RemoveAt(int index) => Remove(_list[index].Item1);

        public void Clear()
        {
            _dict.Clear();
            _list.Clear();
        }

        public bool Contains((string, Parameter) item) => _list.Contains(item);

        public bool Contains(KeyValuePair<string, Parameter> item) => _dict.ContainsKey(item.Key);

        public bool ContainsKey(string key) => _dict.ContainsKey(key);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => _dict.TryGetValue(key, out value);

        public int IndexOf((string, Parameter) item) => _list.IndexOf(item);

        public void CopyTo((string, Parameter)[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

        public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex)
        {
            foreach (var (key, value) in _list)
                array[arrayIndex++] = new(key, value);
        }

        public IEnumerator<(string, Parameter)> GetEnumerator() => _list.GetEnumerator();

        IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator() =>
            _list.Select(entry => new KeyValuePair<string, Parameter>(entry.Item1, entry.Item2)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => _list.GetEnumerator();

        protected override void RegisterComponents()
        {
            if (_registered)
                return;
            foreach (var (key, value) in _list)
                register_parameter(key, value);
            _registered = true;
        }

        protected override void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
        {
            for (var i = 0; i < _list.Count; i++)
            {
                var (key, parameter) = _list[i];
                if (!ReplaceParameter(dtype, device, parameter, out var moved))
                    continue;
                parameter.Dispose();
                this[i] = (key, moved);
                if (_registered)
                    ConditionallyRegisterParameter(key, moved);
            }

            if (device is not null)
                (_deviceType, _deviceIndex) = (device.type, device.index);
        }
    }
}

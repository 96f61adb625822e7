using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

            public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module
            {
                var result = new ModuleDict<T>();
                foreach (var module in modules)
                    result.Add(module);
                return result;
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Modules by name, registered when the dictionary is registered with another module.</summary>
    public class ModuleDict<T> : torch.nn.Module, IDictionary<string, T>, IList<(string, T)> where T : torch.nn.Module
    {
        private readonly List<(string, T)> _list = [];
        private readonly Dictionary<string, T> _dict = [];
        private bool _registered;

        public ModuleDict()
            : base("ModuleDict")
        {
        }

        public int Count => _dict.Count;

        public bool IsReadOnly => false;

        public ICollection<string> Keys => _list.Select(entry => entry.Item1).ToList();

        public ICollection<T> Values => _list.Select(entry => entry.Item2).ToList();

        public (string, T) this[int index]
        {
            get => _list[index];
            set
            {
                _list[index] = value;
                _dict[value.Item1] = value.Item2;
            }
        }

        public T this[string key]
        {
            get => _dict[key];
            set
            {
                _dict[key] = value;
                _list[_list.FindIndex(entry => entry.Item1 == key)] = (key, value);
            }
        }

        public void clear() => Clear();

        public IEnumerator<(string, T)> items() => _list.GetEnumerator();

        public IEnumerable<string> keys() => _dict.Keys;

        public IEnumerable<T> values() => _dict.Values;

        public void Add((string, T) item) => Add(item.Item1, item.Item2);

        public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

        public void Add(string key, T value)
        {
            _dict.Add(key, value);
            _list.Add((key, value));
        }

        public void Insert(int index, (string, T) item)
        {
            _dict.Add(item.Item1, item.Item2);
            _list.Insert(index, item);
        }

        public bool Remove((string, T) item) => Remove(item.Item1);

        public bool Remove(KeyValuePair<string, T> item) => Remove(item.Key);

        public bool Remove(string key) => _dict.Remove(key) && _list.RemoveAll(entry => entry.Item1 == key) > 0;

        public void RemoveAt(int index) => Remove(_list[index].Item1);

        public void Clear()
        {
            _dict.Clear();
            _list.Clear();
        }

        public bool Contains((string, T) item) => _list.Contains(item);

        public bool Contains(KeyValuePair<string, T> item) => _dict.ContainsKey(item.Key);

        public bool ContainsKey(string key) => _dict.ContainsKey(key);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _dict.TryGetValue(key, out value);

        public int IndexOf((string, T) item) => _list.IndexOf(item);

        public void CopyTo((string, T)[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

        public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex)
        {
            foreach (var (key, value) in _list)
                array[arrayIndex++] = new(key, value);
        }

        public IEnumerator<(string, T)> GetEnumerator() => _list.GetEnumerator();

        IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
            _list.Select(entry => new KeyValuePair<string, T>(entry.Item1, entry.Item2)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => _list.GetEnumerator();

        protected override void RegisterComponents()
        {
            if (_registered)
                return;
            foreach (var (key, value) in _list)
                register_module(key, value);
            _registered = true;
        }
    }
}

using System.Collections;

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Parameters by number.</summary>
    public class ParameterList : torch.nn.Module, IList<Parameter>
    {
        private readonly List<Parameter> _list = [];
        private bool _registered;

        public ParameterList(params Parameter[] parameters)
            : base(nameof(ParameterList))
        {
            if (parameters is not null)
                _list.AddRange(parameters);
        }

        public int Count => _list.Count;

        public bool IsReadOnly => false;

        public Parameter this[int index]
        {
            get => _list[index];
            set => _list[index] = value;
        }

        public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
            Enumerable.Range(0, _list.Count).Select(i => ($"{i}", _list[i]));

        public override bool has_parameter(string target) => get_parameter(target) is not null;

        public override Parameter? get_parameter(string target) =>
            int.TryParse(target, out var index) && index >= 0 && index < _list.Count ? _list[index] : null;

        public void Add(Parameter item) => _list.Add(item);

        public void append(params Parameter[] parameters)
        {
            if (parameters is not null)
                _list.AddRange(parameters);
        }

        public void extend(IEnumerable<Parameter> parameters) => _list.AddRange(parameters);

        public void Insert(int index, Parameter item) => _list.Insert(index, item);

        public bool Remove(Parameter item) => _list.Remove(item);

        public void RemoveAt(int index) => _list.RemoveAt(index);

        public void Clear() => _list.Clear();

        public bool Contains(Parameter item) => _list.Contains(item);

        public int IndexOf(Parameter item) => _list.IndexOf(item);

        public void CopyTo(Parameter[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

        public IEnumerator<Parameter> GetEnumerator() => _list.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        protected override void RegisterComponents()
        {
            if (_registered)
                return;
            for (var i = 0; i < _list.Count; i++)
                register_parameter($"{i}", _list[i]);
            _registered = true;
        }

        protected override void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
        {
            for (var i = 0; i < _list.Count; i++)
            {
                if (!ReplaceParameter(dtype, device, _list[i], out var moved))
                    continue;
                _list[i].Dispose();
                _list[i] = moved;
            }

            if (device is not null)
                (_deviceType, _deviceIndex) = (device.type, device.index);
        }
    }
}

#nullable disable
using System.Collections;

namespace TorchSharp.Utils;

/// <summary>A dictionary that enumerates in the order of insertion and can also be indexed by position.</summary>
public class OrderedDict<TKey, TValue> : IDictionary<TKey, TValue>, IList<(TKey, TValue)>
{
    private readonly List<(TKey, TValue)> _list = [];
    private readonly Dictionary<TKey, TValue> _dict = [];

    public int Count => _dict.Count;

    public bool IsReadOnly => false;

    public ICollection<TKey> Keys => _list.Select(entry => entry.Item1).ToList();

    public ICollection<TValue> Values => _list.Select(entry => entry.Item2).ToList();

    public (TKey, TValue) this[int index]
    {
        get => _list[index];
        set
        {
            _list[index] = value;
            _dict[value.Item1] = value.Item2;
        }
    }

    public TValue this[TKey key]
    {
        get => _dict[key];
        set
        {
            _dict[key] = value;
            var position = PositionOf(key);
            if (position < 0)
                _list.Add((key, value));
            else
                _list[position] = (key, value);
        }
    }

    public void clear()
    {
        _list.Clear();
        _dict.Clear();
    }

    public IEnumerator<(TKey, TValue)> items() => _list.GetEnumerator();

    public IEnumerable<TKey> keys() => _dict.Keys;

    public IEnumerable<TValue> values() => _dict.Values;

    public void Add((TKey, TValue) item) => Add(item.Item1, item.Item2);

    public void Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    public void Add(TKey key, TValue value)
    {
        _dict.Add(key, value);
        _list.Add((key, value));
    }

    internal bool TryAdd(TKey key, TValue value)
    {
        if (!_dict.TryAdd(key, value))
            return false;
        _list.Add((key, value));
        return true;
    }

    public void Clear() => clear();

    public bool Contains((TKey, TValue) item) => _list.Contains(item);

    public bool Contains(KeyValuePair<TKey, TValue> item) => _dict.ContainsKey(item.Key);

    public bool ContainsKey(TKey key) => _dict.ContainsKey(key);

    public bool TryGetValue(TKey key, out TValue value) => _dict.TryGetValue(key, out value);

    public void CopyTo((TKey, TValue)[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex)
    {
        foreach (var (key, value) in _list)
            array[arrayIndex++] = new(key, value);
    }

    public int IndexOf((TKey, TValue) item) => _list.IndexOf(item);

    public void Insert(int index, (TKey, TValue) item)
    {
        _dict.Add(item.Item1, item.Item2);
        _list.Insert(index, item);
    }

    public bool Remove((TKey, TValue) item) => Remove(item.Item1);

    public bool Remove(KeyValuePair<TKey, TValue> item) => Remove(item.Key);

    public bool Remove(TKey key)
    {
        if (!_dict.Remove(key))
            return false;
        _list.RemoveAt(PositionOf(key));
        return true;
    }

    public void RemoveAt(int index)
    {
        _dict.Remove(_list[index].Item1);
        _list.RemoveAt(index);
    }

    public IEnumerator<(TKey, TValue)> GetEnumerator() => _list.GetEnumerator();

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() =>
        _list.Select(entry => new KeyValuePair<TKey, TValue>(entry.Item1, entry.Item2)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _list.GetEnumerator();

    private int PositionOf(TKey key) => _list.FindIndex(entry => EqualityComparer<TKey>.Default.Equals(entry.Item1, key));
}

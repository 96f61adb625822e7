using System.Numerics;
using System.Runtime.InteropServices;

namespace Microsoft.Data.Analysis;

/// <summary>
/// The values of a column in one array, and one bit a value that says whether it is there. A null leaves default(T) in its place, and what
/// computes without looking at the bits (comparisons, sums over given rows) sees that default, as in the package.
/// </summary>
internal sealed class ColumnStorage<T>
    where T : unmanaged
{
    private T[] _values = [];
    private byte[] _validity = [];

    public int Count { get; private set; }

    public int NullCount { get; private set; }

    public Span<T> Values => _values.AsSpan(0, Count);

    public ReadOnlyMemory<T> ValueMemory => _values.AsMemory(0, Count);

    public ReadOnlyMemory<byte> ValidityMemory => _validity.AsMemory(0, (Count + 7) / 8);

    public static ColumnStorage<T> OfLength(long length, T? value = null)
    {
        var storage = new ColumnStorage<T>();
        storage.AppendMany(value, length);
        return storage;
    }

    public static ColumnStorage<T> FromBuffers(ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length, int nullCount)
    {
        if (nullBitMap.IsEmpty && nullCount != 0)
        {
            throw new ArgumentNullException(Messages.InconsistentNullBitMapAndNullCount, nameof(nullBitMap));
        }

        if (!nullBitMap.IsEmpty && nullBitMap.Length < (length + 7) / 8)
        {
            throw new ArgumentException(Messages.InconsistentNullBitMapAndLength, nameof(nullBitMap));
        }

        var storage = OfLength(length, default(T));
        if (!buffer.IsEmpty)
        {
            MemoryMarshal.Cast<byte, T>(buffer.Span)[..length].CopyTo(storage.Values);
        }

        if (!nullBitMap.IsEmpty)
        {
            nullBitMap.Span[..((length + 7) / 8)].CopyTo(storage._validity);
        }

        storage.NullCount = nullCount;
        return storage;
    }

    public bool IsValid(long index)
    {
        if (NullCount == 0)
        {
            return true;
        }

        if ((ulong)index >= (ulong)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index));
        }

        return HasBit((int)index);
    }

    public T? this[long row]
    {
        get => IsValid(row) ? _values[Checked(row)] : null;
        set
        {
            var index = Checked(row);
            _values[index] = value.GetValueOrDefault();
            SetBit(index, value.HasValue);
        }
    }

    public void Append(T? value)
    {
        Reserve(Count + 1);
        _values[Count] = value.GetValueOrDefault();
        if (value.HasValue)
        {
            _validity[Count >> 3] |= (byte)(1 << (Count & 7));
        }
        else
        {
            NullCount++;
        }

        Count++;
    }

    public void AppendMany(T? value, long count)
    {
        var start = Count;
        var end = checked((int)(start + count));
        Reserve(end);
        Count = end;
        if (!value.HasValue)
        {
            NullCount += end - start;
            return;
        }

        _values.AsSpan(start, end - start).Fill(value.GetValueOrDefault());
        for (var i = start; i < end; i++)
        {
            _validity[i >> 3] |= (byte)(1 << (i & 7));
        }
    }

    public void Resize(long length)
    {
        if (length < Count)
        {
            throw new ArgumentException(Messages.CannotResizeDown, nameof(length));
        }

        AppendMany(null, length - Count);
    }

    public ColumnStorage<T> Clone() => ConvertAll(Values.ToArray());

    /// <summary>The same nulls over other values, one for each of ours.</summary>
    public ColumnStorage<TOther> ConvertAll<TOther>(TOther[] values)
        where TOther : unmanaged =>
        new() { _values = values, _validity = _validity.AsSpan(0, (Count + 7) / 8).ToArray(), Count = Count, NullCount = NullCount };

    /// <summary>The values at the given rows; a null among the rows gives a null.</summary>
    public ColumnStorage<T> Pick(ReadOnlySpan<long> rows, Func<int, bool> isRow, bool reversed)
    {
        var picked = OfLength(rows.Length);
        if (Count == 0)
        {
            return picked; // the package's empty column has no buffer to look into: rows of nothing are nulls
        }

        var values = Values;
        for (var i = 0; i < rows.Length; i++)
        {
            var from = reversed ? rows.Length - 1 - i : i;
            if (isRow(from))
            {
                var value = values[checked((int)rows[from])];
                if (HasBit((int)rows[from]))
                {
                    picked._values[i] = value;
                    picked._validity[i >> 3] |= (byte)(1 << (i & 7));
                    picked.NullCount--;
                }
            }
        }

        return picked;
    }

    /// <summary>The values where the mask is true; null in the mask counts as false.</summary>
    public ColumnStorage<T> Where(ColumnStorage<bool> mask)
    {
        var kept = new ColumnStorage<T>();
        var chosen = mask.Values;
        for (var i = 0; i < chosen.Length; i++)
        {
            if (chosen[i] && mask.HasBit(i))
            {
                kept.Append(HasBit(i) ? _values[i] : null);
            }
        }

        return kept;
    }

    public void FillNulls(T value)
    {
        for (var i = 0; i < Count && NullCount > 0; i++)
        {
            if (!HasBit(i))
            {
                _values[i] = value;
                SetBit(i, true);
            }
        }
    }

    /// <summary>A row that is null in the other column becomes null here.</summary>
    public void TakeNullsOf(ReadOnlySpan<byte> otherValidity)
    {
        var present = 0;
        for (var i = 0; i < (Count + 7) / 8; i++)
        {
            _validity[i] &= otherValidity[i];
            present += BitOperations.PopCount(_validity[i]);
        }

        NullCount = Count - present;
    }

    public bool HasBit(int index) => (_validity[index >> 3] & (1 << (index & 7))) != 0;

    private void SetBit(int index, bool valid)
    {
        if (HasBit(index) != valid)
        {
            _validity[index >> 3] ^= (byte)(1 << (index & 7));
            NullCount += valid ? -1 : 1;
        }
    }

    private int Checked(long row) =>
        (ulong)row < (ulong)Count
            ? (int)row
            : throw new ArgumentOutOfRangeException(Messages.IndexIsGreaterThanColumnLength, "rowIndex"); // the package swaps the two, too

    private void Reserve(int count)
    {
        if (count > _values.Length)
        {
            Array.Resize(ref _values, Math.Max(count, (int)Math.Min(Array.MaxLength, 2L * _values.Length)));
        }

        if ((count + 7) / 8 > _validity.Length)
        {
            Array.Resize(ref _validity, (_values.Length + 7) / 8);
        }
    }
}

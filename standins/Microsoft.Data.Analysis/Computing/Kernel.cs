namespace Microsoft.Data.Analysis;

/// <summary>What can be computed with values of one type. What a type cannot do throws <see cref="NotSupportedException"/>.</summary>
internal abstract class Kernel<T>
    where T : unmanaged
{
    public static Kernel<T> Instance { get; } = Kernels.Create<T>();

    public virtual bool IsNumeric => false;

    public abstract T Parse(string text, IFormatProvider provider);

    public abstract PrimitiveDataFrameColumn<T> CreateColumn(string name, ColumnStorage<T> values);

    public virtual T Compute(BinaryOperation operation, T left, T right) => throw new NotSupportedException();

    /// <summary>left[i] = left[i] op right[i].</summary>
    public virtual void Compute(BinaryOperation operation, Span<T> left, ReadOnlySpan<T> right) => throw new NotSupportedException();

    /// <summary>left[i] = left[i] op right.</summary>
    public virtual void Compute(BinaryOperation operation, Span<T> left, T right) => throw new NotSupportedException();

    /// <summary>right[i] = left op right[i].</summary>
    public virtual void ComputeReversed(BinaryOperation operation, T left, Span<T> right) => throw new NotSupportedException();

    public virtual void Shift(Span<T> values, int bits, bool left) => throw new NotSupportedException();

    public virtual void Compare(ComparisonOperation operation, ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<bool> result) =>
        throw new NotSupportedException();

    public virtual void Compare(ComparisonOperation operation, ReadOnlySpan<T> left, T right, Span<bool> result) => throw new NotSupportedException();

    public virtual void Abs(Span<T> values) => throw new NotSupportedException();

    public virtual void Round(Span<T> values) => throw new NotSupportedException();

    public virtual bool All(ReadOnlySpan<T> values) => throw new NotSupportedException();

    public virtual bool Any(ReadOnlySpan<T> values) => throw new NotSupportedException();

    public virtual T? Sum(ColumnStorage<T> column) => throw new NotSupportedException();

    public virtual T? Product(ColumnStorage<T> column) => throw new NotSupportedException();

    public virtual T? Max(ColumnStorage<T> column) => throw new NotSupportedException();

    public virtual T? Min(ColumnStorage<T> column) => throw new NotSupportedException();

    // Over given rows a null counts as default(T): the package reads the values there without asking whether they are null.
    public virtual T? Sum(ReadOnlySpan<T> values, IEnumerable<long> rows) => throw new NotSupportedException();

    public virtual T? Product(ReadOnlySpan<T> values, IEnumerable<long> rows) => throw new NotSupportedException();

    public virtual T? Max(ReadOnlySpan<T> values, IEnumerable<long> rows) => throw new NotSupportedException();

    public virtual T? Min(ReadOnlySpan<T> values, IEnumerable<long> rows) => throw new NotSupportedException();

    public virtual void Accumulate(Cumulative kind, ColumnStorage<T> column) => throw new NotSupportedException();

    public virtual void Accumulate(Cumulative kind, Span<T> values, IEnumerable<long> rows) => throw new NotSupportedException();
}

internal enum Cumulative
{
    Sum,
    Product,
    Max,
    Min,
}

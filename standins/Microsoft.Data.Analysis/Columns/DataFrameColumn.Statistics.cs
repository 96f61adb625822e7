namespace Microsoft.Data.Analysis;

/// <content>Statistics over a column or some of its rows. What a column's type cannot do throws.</content>
public abstract partial class DataFrameColumn
{
    public virtual DataFrameColumn Abs(bool inPlace = false) => throw new NotImplementedException();

    public virtual bool All() => throw new NotImplementedException();

    public virtual bool Any() => throw new NotImplementedException();

    public virtual DataFrameColumn CumulativeMax(bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn CumulativeMax(IEnumerable<long> rowIndices, bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn CumulativeMin(bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn CumulativeMin(IEnumerable<long> rowIndices, bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn CumulativeProduct(bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn CumulativeProduct(IEnumerable<long> rowIndices, bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn CumulativeSum(bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn CumulativeSum(IEnumerable<long> rowIndices, bool inPlace = false) => throw new NotImplementedException();

    public virtual object Max() => throw new NotImplementedException();

    public virtual object Max(IEnumerable<long> rowIndices) => throw new NotImplementedException();

    public virtual object Min() => throw new NotImplementedException();

    public virtual object Min(IEnumerable<long> rowIndices) => throw new NotImplementedException();

    public virtual object Product() => throw new NotImplementedException();

    public virtual object Product(IEnumerable<long> rowIndices) => throw new NotImplementedException();

    public virtual object Sum() => throw new NotImplementedException();

    public virtual object Sum(IEnumerable<long> rowIndices) => throw new NotImplementedException();

    public virtual DataFrameColumn Round(bool inPlace = false) => throw new NotImplementedException();
}

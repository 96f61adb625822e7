namespace Microsoft.Data.Analysis;

/// <content>Comparisons with the other common number types. Unlike those of untyped columns they accept a longer column, as in the package.</content>
public partial class SingleDataFrameColumn
{
    public BooleanDataFrameColumn ElementwiseEquals(DoubleDataFrameColumn column) => As<double>().CompareSame(ComparisonOperation.Equal, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseEquals(double value) => As<double>().CompareScalar(ComparisonOperation.Equal, value);

    public BooleanDataFrameColumn ElementwiseNotEquals(DoubleDataFrameColumn column) => As<double>().CompareSame(ComparisonOperation.NotEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseNotEquals(double value) => As<double>().CompareScalar(ComparisonOperation.NotEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(DoubleDataFrameColumn column) => As<double>().CompareSame(ComparisonOperation.GreaterOrEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(double value) => As<double>().CompareScalar(ComparisonOperation.GreaterOrEqual, value);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(DoubleDataFrameColumn column) => As<double>().CompareSame(ComparisonOperation.LessOrEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(double value) => As<double>().CompareScalar(ComparisonOperation.LessOrEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThan(DoubleDataFrameColumn column) => As<double>().CompareSame(ComparisonOperation.Greater, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseGreaterThan(double value) => As<double>().CompareScalar(ComparisonOperation.Greater, value);

    public BooleanDataFrameColumn ElementwiseLessThan(DoubleDataFrameColumn column) => As<double>().CompareSame(ComparisonOperation.Less, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseLessThan(double value) => As<double>().CompareScalar(ComparisonOperation.Less, value);

    public BooleanDataFrameColumn ElementwiseEquals(SingleDataFrameColumn column) => CompareSame(ComparisonOperation.Equal, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseEquals(float value) => CompareScalar(ComparisonOperation.Equal, value);

    public BooleanDataFrameColumn ElementwiseNotEquals(SingleDataFrameColumn column) => CompareSame(ComparisonOperation.NotEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseNotEquals(float value) => CompareScalar(ComparisonOperation.NotEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(SingleDataFrameColumn column) => CompareSame(ComparisonOperation.GreaterOrEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(float value) => CompareScalar(ComparisonOperation.GreaterOrEqual, value);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(SingleDataFrameColumn column) => CompareSame(ComparisonOperation.LessOrEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(float value) => CompareScalar(ComparisonOperation.LessOrEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThan(SingleDataFrameColumn column) => CompareSame(ComparisonOperation.Greater, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseGreaterThan(float value) => CompareScalar(ComparisonOperation.Greater, value);

    public BooleanDataFrameColumn ElementwiseLessThan(SingleDataFrameColumn column) => CompareSame(ComparisonOperation.Less, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseLessThan(float value) => CompareScalar(ComparisonOperation.Less, value);

    public BooleanDataFrameColumn ElementwiseEquals(Int64DataFrameColumn column) => CompareSame(ComparisonOperation.Equal, column.As<float>(), sameLength: false);

    public BooleanDataFrameColumn ElementwiseEquals(long value) => CompareScalar(ComparisonOperation.Equal, value);

    public BooleanDataFrameColumn ElementwiseNotEquals(Int64DataFrameColumn column) => CompareSame(ComparisonOperation.NotEqual, column.As<float>(), sameLength: false);

    public BooleanDataFrameColumn ElementwiseNotEquals(long value) => CompareScalar(ComparisonOperation.NotEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(Int64DataFrameColumn column) => CompareSame(ComparisonOperation.GreaterOrEqual, column.As<float>(), sameLength: false);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(long value) => CompareScalar(ComparisonOperation.GreaterOrEqual, value);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(Int64DataFrameColumn column) => CompareSame(ComparisonOperation.LessOrEqual, column.As<float>(), sameLength: false);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(long value) => CompareScalar(ComparisonOperation.LessOrEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThan(Int64DataFrameColumn column) => CompareSame(ComparisonOperation.Greater, column.As<float>(), sameLength: false);

    public BooleanDataFrameColumn ElementwiseGreaterThan(long value) => CompareScalar(ComparisonOperation.Greater, value);

    public BooleanDataFrameColumn ElementwiseLessThan(Int64DataFrameColumn column) => CompareSame(ComparisonOperation.Less, column.As<float>(), sameLength: false);

    public BooleanDataFrameColumn ElementwiseLessThan(long value) => CompareScalar(ComparisonOperation.Less, value);

    public BooleanDataFrameColumn ElementwiseEquals(Int32DataFrameColumn column) => CompareSame(ComparisonOperation.Equal, column.As<float>(), sameLength: false);

    public BooleanDataFrameColumn ElementwiseEquals(int value) => CompareScalar(ComparisonOperation.Equal, value);

    public BooleanDataFrameColumn ElementwiseNotEquals(Int32DataFrameColumn column) => CompareSame(ComparisonOperation.NotEqual, column.As<float>(), sameLength: false);

    public BooleanDataFrameColumn ElementwiseNotEquals(int value) => CompareScalar(ComparisonOperation.NotEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(Int32DataFrameColumn column) => CompareSame(ComparisonOperation.GreaterOrEqual, column.As<float>(), sameLength: false);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(int value) => CompareScalar(ComparisonOperation.GreaterOrEqual, value);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(Int32DataFrameColumn column) => CompareSame(ComparisonOperation.LessOrEqual, column.As<float>(), sameLength: false);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(int value) => CompareScalar(ComparisonOperation.LessOrEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThan(Int32DataFrameColumn column) => CompareSame(ComparisonOperation.Greater, column.As<float>(), sameLength: false);

    public BooleanDataFrameColumn ElementwiseGreaterThan(int value) => CompareScalar(ComparisonOperation.Greater, value);

    public BooleanDataFrameColumn ElementwiseLessThan(Int32DataFrameColumn column) => CompareSame(ComparisonOperation.Less, column.As<float>(), sameLength: false);

    public BooleanDataFrameColumn ElementwiseLessThan(int value) => CompareScalar(ComparisonOperation.Less, value);
}

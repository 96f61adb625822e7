namespace Microsoft.Data.Analysis;

/// <content>Comparisons with the other common number types. Unlike those of untyped columns they accept a longer column, as in the package.</content>
public partial class Int32DataFrameColumn
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

    public BooleanDataFrameColumn ElementwiseEquals(SingleDataFrameColumn column) => As<float>().CompareSame(ComparisonOperation.Equal, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseEquals(float value) => As<float>().CompareScalar(ComparisonOperation.Equal, value);

    public BooleanDataFrameColumn ElementwiseNotEquals(SingleDataFrameColumn column) => As<float>().CompareSame(ComparisonOperation.NotEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseNotEquals(float value) => As<float>().CompareScalar(ComparisonOperation.NotEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(SingleDataFrameColumn column) => As<float>().CompareSame(ComparisonOperation.GreaterOrEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(float value) => As<float>().CompareScalar(ComparisonOperation.GreaterOrEqual, value);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(SingleDataFrameColumn column) => As<float>().CompareSame(ComparisonOperation.LessOrEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(float value) => As<float>().CompareScalar(ComparisonOperation.LessOrEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThan(SingleDataFrameColumn column) => As<float>().CompareSame(ComparisonOperation.Greater, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseGreaterThan(float value) => As<float>().CompareScalar(ComparisonOperation.Greater, value);

    public BooleanDataFrameColumn ElementwiseLessThan(SingleDataFrameColumn column) => As<float>().CompareSame(ComparisonOperation.Less, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseLessThan(float value) => As<float>().CompareScalar(ComparisonOperation.Less, value);

    public BooleanDataFrameColumn ElementwiseEquals(Int64DataFrameColumn column) => As<long>().CompareSame(ComparisonOperation.Equal, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseEquals(long value) => As<long>().CompareScalar(ComparisonOperation.Equal, value);

    public BooleanDataFrameColumn ElementwiseNotEquals(Int64DataFrameColumn column) => As<long>().CompareSame(ComparisonOperation.NotEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseNotEquals(long value) => As<long>().CompareScalar(ComparisonOperation.NotEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(Int64DataFrameColumn column) => As<long>().CompareSame(ComparisonOperation.GreaterOrEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(long value) => As<long>().CompareScalar(ComparisonOperation.GreaterOrEqual, value);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(Int64DataFrameColumn column) => As<long>().CompareSame(ComparisonOperation.LessOrEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(long value) => As<long>().CompareScalar(ComparisonOperation.LessOrEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThan(Int64DataFrameColumn column) => As<long>().CompareSame(ComparisonOperation.Greater, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseGreaterThan(long value) => As<long>().CompareScalar(ComparisonOperation.Greater, value);

    public BooleanDataFrameColumn ElementwiseLessThan(Int64DataFrameColumn column) => As<long>().CompareSame(ComparisonOperation.Less, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseLessThan(long value) => As<long>().CompareScalar(ComparisonOperation.Less, value);

    public BooleanDataFrameColumn ElementwiseEquals(Int32DataFrameColumn column) => CompareSame(ComparisonOperation.Equal, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseEquals(int value) => CompareScalar(ComparisonOperation.Equal, value);

    public BooleanDataFrameColumn ElementwiseNotEquals(Int32DataFrameColumn column) => CompareSame(ComparisonOperation.NotEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseNotEquals(int value) => CompareScalar(ComparisonOperation.NotEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(Int32DataFrameColumn column) => CompareSame(ComparisonOperation.GreaterOrEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(int value) => CompareScalar(ComparisonOperation.GreaterOrEqual, value);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(Int32DataFrameColumn column) => CompareSame(ComparisonOperation.LessOrEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(int value) => CompareScalar(ComparisonOperation.LessOrEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThan(Int32DataFrameColumn column) => CompareSame(ComparisonOperation.Greater, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseGreaterThan(int value) => CompareScalar(ComparisonOperation.Greater, value);

    public BooleanDataFrameColumn ElementwiseLessThan(Int32DataFrameColumn column) => CompareSame(ComparisonOperation.Less, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseLessThan(int value) => CompareScalar(ComparisonOperation.Less, value);
}

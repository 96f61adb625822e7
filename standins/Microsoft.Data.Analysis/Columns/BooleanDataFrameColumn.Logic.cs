namespace Microsoft.Data.Analysis;

/// <content>Logic between columns of truth values; a null on either side gives a null.</content>
public partial class BooleanDataFrameColumn
{
    public BooleanDataFrameColumn And(BooleanDataFrameColumn column, bool inPlace = false) => (BooleanDataFrameColumn)ComputeSame(BinaryOperation.And, column, inPlace);

    public new BooleanDataFrameColumn And(bool value, bool inPlace = false) => (BooleanDataFrameColumn)ComputeBool(BinaryOperation.And, value, inPlace);

    public static BooleanDataFrameColumn operator &(BooleanDataFrameColumn left, BooleanDataFrameColumn right) => left.And(right);

    public static BooleanDataFrameColumn operator &(BooleanDataFrameColumn left, bool right) => left.And(right);

    public BooleanDataFrameColumn Or(BooleanDataFrameColumn column, bool inPlace = false) => (BooleanDataFrameColumn)ComputeSame(BinaryOperation.Or, column, inPlace);

    public new BooleanDataFrameColumn Or(bool value, bool inPlace = false) => (BooleanDataFrameColumn)ComputeBool(BinaryOperation.Or, value, inPlace);

    public static BooleanDataFrameColumn operator |(BooleanDataFrameColumn left, BooleanDataFrameColumn right) => left.Or(right);

    public static BooleanDataFrameColumn operator |(BooleanDataFrameColumn left, bool right) => left.Or(right);

    public BooleanDataFrameColumn Xor(BooleanDataFrameColumn column, bool inPlace = false) => (BooleanDataFrameColumn)ComputeSame(BinaryOperation.Xor, column, inPlace);

    public new BooleanDataFrameColumn Xor(bool value, bool inPlace = false) => (BooleanDataFrameColumn)ComputeBool(BinaryOperation.Xor, value, inPlace);

    public static BooleanDataFrameColumn operator ^(BooleanDataFrameColumn left, BooleanDataFrameColumn right) => left.Xor(right);

    public static BooleanDataFrameColumn operator ^(BooleanDataFrameColumn left, bool right) => left.Xor(right);

    public BooleanDataFrameColumn ElementwiseEquals(BooleanDataFrameColumn column) => CompareSame(ComparisonOperation.Equal, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseEquals(bool value) => CompareScalar(ComparisonOperation.Equal, value);

    public BooleanDataFrameColumn ElementwiseNotEquals(BooleanDataFrameColumn column) => CompareSame(ComparisonOperation.NotEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseNotEquals(bool value) => CompareScalar(ComparisonOperation.NotEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(BooleanDataFrameColumn column) => CompareSame(ComparisonOperation.GreaterOrEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(bool value) => CompareScalar(ComparisonOperation.GreaterOrEqual, value);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(BooleanDataFrameColumn column) => CompareSame(ComparisonOperation.LessOrEqual, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(bool value) => CompareScalar(ComparisonOperation.LessOrEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThan(BooleanDataFrameColumn column) => CompareSame(ComparisonOperation.Greater, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseGreaterThan(bool value) => CompareScalar(ComparisonOperation.Greater, value);

    public BooleanDataFrameColumn ElementwiseLessThan(BooleanDataFrameColumn column) => CompareSame(ComparisonOperation.Less, column, sameLength: false);

    public BooleanDataFrameColumn ElementwiseLessThan(bool value) => CompareScalar(ComparisonOperation.Less, value);
}

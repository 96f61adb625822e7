namespace Microsoft.Data.Analysis;

/// <content>Logic between columns of truth values; a null on either side gives a null.</content>
public partial class BooleanDataFrameColumn
{
    public BooleanDataFrameColumn And(BooleanDataFrameColumn column, bool inPlace = false) => (BooleanDataFrameColumn)ComputeSame(BinaryOperation.And, column, inPlace);

    public new BooleanDataFrameColumn And(bool value, bool inPlace = false) => (BooleanDataFrameColumn)ComputeBool(BinaryOperation.And, value, inPlace);

    public static BooleanDataFrameColumn operator &(BooleanDataFrameColumn left, BooleanDataFrameColumn right) => left.And(right);

    public static BooleanDataFrameColumn operator &(BooleanDataFrameColumn left, bool right) => left.And(right);

    public static BooleanDataFrameColumn operator &(bool left, BooleanDataFrameColumn right) => right.And(left);

    public BooleanDataFrameColumn Or(BooleanDataFrameColumn column, bool inPlace = false) => (BooleanDataFrameColumn)ComputeSame(BinaryOperation.Or, column, inPlace);

    public new BooleanDataFrameColumn Or(bool value, bool inPlace = false) => (BooleanDataFrameColumn)ComputeBool(BinaryOperation.Or, value, inPlace);

    public static BooleanDataFrameColumn operator |(BooleanDataFrameColumn left, BooleanDataFrameColumn right) => left.Or(right);

    public static BooleanDataFrameColumn operator |(BooleanDataFrameColumn left, bool right) => left.Or(right);

    public static BooleanDataFrameColumn operator |(bool left, BooleanDataFrameColumn right) => right.Or(left);

    public BooleanDataFrameColumn Xor(BooleanDataFrameColumn column, bool inPlace = false) => (BooleanDataFrameColumn)ComputeSame(BinaryOperation.Xor, column, inPlace);

    public new BooleanDataFrameColumn Xor(bool value, bool inPlace = false) => (BooleanDataFrameColumn)ComputeBool(BinaryOperation.Xor, value, inPlace);

    public static BooleanDataFrameColumn operator ^(BooleanDataFrameColumn left, BooleanDataFrameColumn right) => left.Xor(right);

    public static BooleanDataFrameColumn operator ^(BooleanDataFrameColumn left, bool right) => left.Xor(right);

    public static BooleanDataFrameColumn operator ^(bool left, BooleanDataFrameColumn right) => right.Xor(left);
}

namespace Microsoft.Data.Analysis;

internal static class Kernels
{
    public static Kernel<T> Create<T>()
        where T : unmanaged => (Kernel<T>)Create(typeof(T));

    private static object Create(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => new BoolKernel(),
        TypeCode.Byte => new IntegerKernel<byte>((name, values) => new ByteDataFrameColumn(name, values)),
        TypeCode.SByte => new IntegerKernel<sbyte>((name, values) => new SByteDataFrameColumn(name, values)),
        TypeCode.Int16 => new IntegerKernel<short>((name, values) => new Int16DataFrameColumn(name, values)),
        TypeCode.UInt16 => new IntegerKernel<ushort>((name, values) => new UInt16DataFrameColumn(name, values)),
        TypeCode.Int32 => new IntegerKernel<int>((name, values) => new Int32DataFrameColumn(name, values)),
        TypeCode.UInt32 => new IntegerKernel<uint>((name, values) => new UInt32DataFrameColumn(name, values)),
        TypeCode.Int64 => new IntegerKernel<long>((name, values) => new Int64DataFrameColumn(name, values)),
        TypeCode.UInt64 => new IntegerKernel<ulong>((name, values) => new UInt64DataFrameColumn(name, values)),
        TypeCode.Char => new IntegerKernel<char>((name, values) => new CharDataFrameColumn(name, values), isNumeric: false),
        TypeCode.Single => new NumberKernel<float>((name, values) => new SingleDataFrameColumn(name, values)),
        TypeCode.Double => new NumberKernel<double>((name, values) => new DoubleDataFrameColumn(name, values)),
        TypeCode.Decimal => new NumberKernel<decimal>((name, values) => new DecimalDataFrameColumn(name, values)),
        TypeCode.DateTime => new DateTimeKernel(),
        _ => throw new NotSupportedException(type.ToString()),
    };
}

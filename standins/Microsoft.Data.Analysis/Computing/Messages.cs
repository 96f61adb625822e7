namespace Microsoft.Data.Analysis;

/// <summary>The package's own error texts: callers and their tests read them.</summary>
internal static class Messages
{
    public const string MismatchedColumnLengths = "Column lengths are mismatched";
    public const string CannotResizeDown = "Cannot resize down";
    public const string IndexIsGreaterThanColumnLength = "Index cannot be greater than the Column's Length";
    public const string MapIndicesExceedsColumnLength = "MapIndices exceeds column length";
    public const string EmptyFile = "Empty file";
    public const string NonSeekableStream = "Expected a seekable stream";
    public const string MismatchedArrayLengths = "Array lengths are mistmached";
    public const string InconsistentNullBitMapAndLength = "Inconsistent null bitmap and data buffer lengths";
    public const string InconsistentNullBitMapAndNullCount = "Inconsistent null bitmaps and NullCounts";
    public const string DescriptionMethodLength = "Length (excluding null values)";

    public static string AmountOfRowsShown(long shown, long total) => $"  ... {shown} of total {total}";

    public static string BadColumnCast(Type from, Type to) => $"Cannot cast column holding {from} values to type {to}";

    public static string BadColumnCastDuringGrouping(string column, Type from, Type to) =>
        $"Cannot cast elements of column '{column}' type of {from} to type {to} used as TKey in grouping ";

    public static string DuplicateColumnName(string name) => $"DataFrame already contains a column called {name}";

    public static string InvalidColumnName(string name) => $"Column '{name}' does not exist";

    public static string ExceedsNumberOfColumns(int columns) => $"Parameter.Count exceeds the number of columns({columns}) in the DataFrame ";

    public static string ExceedsNumberOfRows(long rows) => $"Parameter.Count exceeds the number of rows({rows}) in the DataFrame ";

    public static string ExpectedEitherGuessRowsOrDataTypes(string guessRows, string dataTypes) => $"Expected either {guessRows} or {dataTypes} to be provided";

    public static string LessColumnsThanExpected(long line) => $"Line {line} has less columns than expected";

    public static string CannotParseWithDelimiters(long line) => $"Line {line} cannot be parsed with the current Delimiters.";

    public static string MismatchedColumnValueType(Type type) => $"Expected column to hold values of type {type}";

    public static string MismatchedValueType(Type type) => $"Expected value to be of type {type}";

    public static string MultipleMismatchedValueType(Type first, Type second, Type third) => $"Expected value to be of type {first}, {second} or {third}";
}

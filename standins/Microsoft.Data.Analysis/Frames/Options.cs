namespace Microsoft.Data.Analysis;

public enum DropNullOptions
{
    Any,
    All,
}

public enum JoinAlgorithm
{
    Left,
    Right,
    FullOuter,
    Inner,
}

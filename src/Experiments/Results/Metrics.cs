namespace Experiments.Results;

/// <summary>Names of the metrics as they stand in cells, tables and charts.</summary>
public static class Metrics
{
    /// <summary>Mean cost per image of a split, without penalties.</summary>
    public const string Loss = "loss";

    /// <summary>Fraction of a split's images classified correctly, 0 to 1.</summary>
    public const string Accuracy = "accuracy";

    /// <summary>L2 norm of the cost's gradient with respect to one layer's biases.</summary>
    public const string BiasGradient = "gradient.bias";

    /// <summary>Frobenius norm of the cost's gradient with respect to one layer's weights.</summary>
    public const string WeightGradient = "gradient.weight";
}

/// <summary>Names of the splits as they stand in cells, tables and charts.</summary>
public static class Splits
{
    /// <summary>The images trained on.</summary>
    public const string Train = "train";

    /// <summary>The images that choose between variants and epochs.</summary>
    public const string Validation = "validation";

    /// <summary>The images kept for the final word.</summary>
    public const string Test = "test";
}

namespace Experiments.Results;

/// <summary>A setting of a variant that the user changed from the published run's.</summary>
/// <param name="Setting">Its name, such as <c>epochs</c>.</param>
/// <param name="Value">Its value in these results.</param>
/// <param name="Published">Its value in the published run.</param>
public readonly record struct Departure(string Setting, string Value, string Published)
{
    /// <summary><c>epochs=5, published 30</c>.</summary>
    public override string ToString() => $"{Setting}={Value}, published {Published}";
}

namespace Experiments.Training;

/// <summary>Whole numbers as users write them: <c>50000</c> or <c>50,000</c>, but not <c>3,5</c>, which .NET would take for 35.</summary>
internal static partial class WholeNumber
{
    /// <summary>The number; null if it is none or does not fit.</summary>
    public static int? Parse(string text) =>
        IsOne(text)
            && int.TryParse(
                text, NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : null;

    /// <summary>Whether the text is a whole number of any size.</summary>
    public static bool IsOne(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"\A[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)\z")]
    private static partial Regex Form();
}

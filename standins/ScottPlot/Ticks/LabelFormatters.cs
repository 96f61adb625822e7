namespace ScottPlot.TickGenerators;

public class LabelFormatters
{
    /// <summary>Whole and large numbers with thousands separators and no decimals, others in general format; in the current culture.</summary>
    public static string Numeric(double value)
    {
        if ((int)value == value || Math.Abs(value) > 1000)
            return value.ToString("N0");
        string label = Math.Round(value, 10).ToString("G");
        return label == "-0" ? "0" : label;
    }
}

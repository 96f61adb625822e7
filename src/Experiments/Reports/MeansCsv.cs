namespace Experiments.Reports;

/// <summary>Results as CSV with a row for the mean over seeds instead of one for each seed, without what only charts can show.</summary>
internal static class MeansCsv
{
    public static string Of(ResultTable results)
    {
        var text = new StringBuilder("variant,epoch,split,metric,layer,n,mean,least,greatest\n");
        foreach (var variant in results.Variants)
        {
            var name = $"\"{variant.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            foreach (var (metric, split, layer) in results.Measured(variant).Where(form => !Metrics.IsForCharts(form.Metric)))
            {
                var curve = results.Curve(variant, metric, split, layer);
                foreach (var (at, epoch) in curve.Epochs.Index())
                {
                    var values = curve.Values.Select(ofSeed => ofSeed[at]).Where(double.IsFinite).ToList();
                    text.Append(CultureInfo.InvariantCulture, $"{name},{epoch},{split},")
                        .Append(CultureInfo.InvariantCulture, $"{metric},{layer},{values.Count}")
                        .Append(values.Count == 0 ? ",,," : string.Create(
                            CultureInfo.InvariantCulture, $",{values.Average():G4},{values.Min():G4},{values.Max():G4}"))
                        .Append('\n');
                }
            }
        }

        return text.ToString();
    }
}

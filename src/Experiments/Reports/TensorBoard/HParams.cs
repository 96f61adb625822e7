namespace Experiments.Reports.TensorBoard;

/// <summary>
/// What the HParams dashboard reads of a cell. There is no summary of the experiment: TensorBoard would take one recipe's for all in a
/// log directory, where without any it finds the columns of all by itself.
/// </summary>
internal static class HParams
{
    private const string Plugin = "hparams";

    /// <summary>The hyperparameters of a cell; seeds of one variant are one group, of which the dashboard shows the mean.</summary>
    public static ProtobufMessage SessionStart(RunRecord record, double time)
    {
        var info = Hyperparameters(record).Aggregate(new ProtobufMessage(), (start, pair) => start.Add(1, Entry(pair.Key, pair.Value)));
        return EventMessage.OfPlugin(
            Plugin, "_hparams_/session_start_info",
            new ProtobufMessage().Add(3, info.Add(4, record.Key.Name).Add(5, time)));
    }

    /// <summary>How the cell's training ended: as a failure if it diverged.</summary>
    public static ProtobufMessage SessionEnd(bool diverged, double time) => EventMessage.OfPlugin(
        Plugin, "_hparams_/session_end_info",
        new ProtobufMessage().Add(4, new ProtobufMessage().Add(1, diverged ? 2L : 1L).Add(2, time)));

    // Recipe and factors, and the settings that determine the numbers unless they are a factor, too.
    private static SortedDictionary<string, string> Hyperparameters(RunRecord record)
    {
        var all = new SortedDictionary<string, string>(record.Determines.ToDictionary(), StringComparer.Ordinal);
        all.Remove(RunRecord.DigestName);
        all.Remove("engine-results");
        (all["recipe"], all["data"]) = (record.Recipe, record.DataSet);
        foreach (var (factor, level) in record.Factors)
        {
            all[factor] = level;
        }

        return all;
    }

    // google.protobuf.Value
    private static ProtobufMessage Entry(string name, string text)
    {
        var value = double.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? new ProtobufMessage().Add(2, number) : new ProtobufMessage().Add(3, text);
        return new ProtobufMessage().Add(1, name).Add(2, value);
    }
}

namespace Experiments.Reports.TensorBoard;

/// <summary>The messages of event files, as event.proto and summary.proto of TensorFlow number their fields.</summary>
internal static class EventMessage
{
    /// <summary>What every event file begins with.</summary>
    public static ProtobufMessage Version(double time) => new ProtobufMessage().Add(1, time).Add(3, "brain.Event:2");

    /// <summary>What was measured at one step.</summary>
    /// <param name="time">When, in seconds since 1970.</param>
    /// <param name="step">The step.</param>
    /// <param name="values">What.</param>
    public static ProtobufMessage Of(double time, long step, IEnumerable<ProtobufMessage> values) => new ProtobufMessage()
        .Add(1, time).Add(2, step).Add(5, values.Aggregate(new ProtobufMessage(), (summary, value) => summary.Add(1, value)));

    /// <summary>A number.</summary>
    public static ProtobufMessage Scalar(string tag, double value) => new ProtobufMessage().Add(1, tag).Add(2, (float)value);

    /// <summary>A histogram.</summary>
    /// <param name="tag">Its tag.</param>
    /// <param name="low">Where the first bin begins.</param>
    /// <param name="high">Where the last bin ends.</param>
    /// <param name="bins">What is in each of the equally wide bins.</param>
    public static ProtobufMessage Histogram(string tag, double low, double high, IReadOnlyList<double> bins)
    {
        double[] edges = [.. Enumerable.Range(0, bins.Count + 1).Select(bin => low + ((high - low) * bin / bins.Count))];
        double[] centers = [.. edges.Zip(edges.Skip(1), (left, right) => (left + right) / 2)];

        // TensorBoard drops empty bins at both ends, and takes min and max for where the others begin and end.
        var filled = Enumerable.Range(0, bins.Count).Where(bin => bins[bin] > 0).DefaultIfEmpty(0).ToList();
        var histogram = new ProtobufMessage()
            .Add(1, edges[filled[0]]).Add(2, edges[filled[^1] + 1]).Add(3, bins.Sum())
            .Add(4, bins.Zip(centers, (share, center) => share * center).Sum())
            .Add(5, bins.Zip(centers, (share, center) => share * center * center).Sum())
            .Add(6, edges[1..]).Add(7, bins);
        return new ProtobufMessage().Add(1, tag).Add(5, histogram);
    }

    /// <summary>What a plugin of TensorBoard reads.</summary>
    public static ProtobufMessage OfPlugin(string plugin, string tag, ProtobufMessage content) => new ProtobufMessage()
        .Add(1, tag).Add(9, new ProtobufMessage().Add(1, new ProtobufMessage().Add(1, plugin).Add(2, content)));
}

namespace Experiments.Reports.TensorBoard;

/// <summary>
/// A cell as a run of TensorBoard: one event file in <c>recipe/variant-hash/seed-n</c> below the log directory, as the cell lies below the
/// results folder. Steps are those of the optimizer, which tell measurements within an epoch apart. The same cell gives the same bytes.
/// </summary>
internal static class TensorBoardRun
{
    /// <summary>The file's name, which never changes: writing again replaces it, so that nothing is there twice.</summary>
    public const string FileName = "events.out.tfevents.0.experiments";

    private const string Unfinished = ".unfinished"; // TensorBoard reads whatever has tfevents in its name

    /// <summary>Writes cells of one variant, replacing what is there of them.</summary>
    /// <param name="store">The results folder.</param>
    /// <param name="record">The variant.</param>
    /// <param name="seeds">The seeds of the cells.</param>
    /// <param name="folder">The log directory.</param>
    /// <exception cref="BadResultException">A cell is damaged.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(ResultStore store, RunRecord record, IEnumerable<int> seeds, string folder)
    {
        var history = store.History(record.Key);
        foreach (var seed in seeds)
        {
            var events = Events(record, store.Read(record.Key, seed), history.LastOrDefault(run => run.Seeds.Contains(seed)));
            var run = Directory.CreateDirectory(Path.Combine(folder, record.Key.Folder, $"seed-{seed}")).FullName;
            using (var file = File.Create(Path.Combine(run, Unfinished)))
            {
                foreach (var message in events)
                {
                    file.Write(EventRecord.Of(message));
                }
            }

            File.Move(Path.Combine(run, Unfinished), Path.Combine(run, FileName), overwrite: true);
        }
    }

    private static IEnumerable<ProtobufMessage> Events(
        RunRecord record, IReadOnlyList<Measurement> rows, CellProvenance? provenance)
    {
        var seconds = provenance?.SecondsPerSeed ?? 0;
        var start = EndOf(provenance) - seconds;
        var lastStep = rows.Select(StepOf).DefaultIfEmpty(0).Max();
        yield return EventMessage.Version(start);
        yield return EventMessage.Of(start, 0, [HParams.SessionStart(record, start)]);
        foreach (var measured in rows.GroupBy(StepOf).OrderBy(measured => measured.Key))
        {
            var time = start + (seconds * measured.Key / Math.Max(1, lastStep));
            yield return EventMessage.Of(time, measured.Key, Values([.. measured]));
        }

        var diverged = rows.Any(row => row is { Metric: Metrics.Diverged, Value: 1 });
        yield return EventMessage.Of(start + seconds, lastStep, [HParams.SessionEnd(diverged, start + seconds)]);
    }

    // What is computed rather than trained has no steps: its rows count by what stands where trainings have the epoch.
    private static long StepOf(Measurement row) => Math.Max(row.Step, row.Epoch);

    // In seconds since 1970, to which cells of an unknown date belong.
    private static double EndOf(CellProvenance? provenance) => DateTimeOffset.TryParse(
        provenance?.Circumstances.GetValueOrDefault("date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date.ToUnixTimeSeconds() : 0;

    private static IEnumerable<ProtobufMessage> Values(IReadOnlyList<Measurement> rows)
    {
        if (rows.Max(row => row.Step) > 0)
        {
            yield return EventMessage.Scalar("epoch", rows.Max(row => row.Epoch));
        }

        foreach (var family in rows.GroupBy(row => (Name: FamilyOf(row.Metric), row.Split, row.Layer)))
        {
            var (name, split, layer) = family.Key;
            var members = family.GroupBy(row => row.Metric[name.Length..]).ToDictionary(same => same.Key, same => same.Last().Value);
            if (members.TryGetValue(".low", out var low) && members.TryGetValue(".high", out var high) && members.ContainsKey(".1"))
            {
                var bins = Enumerable.Range(1, members.Count).Select(bin => $".{bin}").TakeWhile(members.ContainsKey)
                    .Select(bin => members[bin]);
                yield return EventMessage.Histogram(Tag(name, split, layer), low, high > low ? high : low + 1, [.. bins]);
            }
            else if (name is Metrics.GradientHistogram or Metrics.WeightHistogram)
            {
                var bins = Enumerable.Range(0, SizeBins.Count).Select(bin => members.GetValueOrDefault($".{bin}"));
                var highest = SizeBins.Low + (SizeBins.Count * SizeBins.Width);
                yield return EventMessage.Histogram(Tag($"{name}.log10", split, layer), SizeBins.Low, highest, [.. bins]);
                yield return EventMessage.Scalar(Tag(Metrics.ZerosOf(name), split, layer), members.GetValueOrDefault(".zeros"));
            }
            else
            {
                foreach (var (member, value) in members.Where(member => !Metrics.IsForCharts(name + member.Key)))
                {
                    yield return EventMessage.Scalar(Tag(name + member, split, layer), value);
                }
            }
        }
    }

    // activation.histogram of activation.histogram.low and of activation.histogram.1
    private static string FamilyOf(string metric) => metric[..Math.Max(0, metric.LastIndexOf('.'))];

    // TensorBoard shows together what is before the first slash, and points within epochs belong to the curve of the ends.
    private static string Tag(string metric, string split, int? layer)
    {
        string[] parts = [metric.Replace(Metrics.WithinEpoch, "", StringComparison.Ordinal), split, layer is null ? "" : $"layer-{layer}"];
        return string.Join('/', parts.Where(part => part.Length > 0));
    }
}

namespace Experiments.Running;

/// <summary>What a cell's settings have measured at steps within epochs.</summary>
/// <param name="settings">The settings.</param>
/// <param name="stepsPerEpoch">Steps of an epoch.</param>
/// <param name="recorder">Takes the rows.</param>
/// <param name="measure">Measures at a step.</param>
internal sealed class StepMeasurements(Settings settings, int stepsPerEpoch, CellRecorder recorder, Action measure) : IStepObserver
{
    private const int MostUpdates = 100; // of an epoch

    private readonly HashSet<int> due = []; // steps of this epoch
    private readonly List<IReadOnlyList<double>> updates = []; // of this epoch, by layer
    private readonly HashSet<int> updatesDue = settings.UpdateRatios ? [.. Updating(stepsPerEpoch)] : [];
    private int epoch;
    private int lossSteps; // of this epoch
    private (double Sum, long Images) window;

    private long LastLoss => Math.Min(settings.BatchLossSteps ?? long.MaxValue, (long)settings.Epochs * stepsPerEpoch);

    /// <summary>Those of some settings; null if they ask for nothing.</summary>
    public static StepMeasurements? Of(Settings settings, int stepsPerEpoch, CellRecorder recorder, Action measure) =>
        settings.EvaluationsPerEpoch > 1 || settings.BatchLossEvery > 0 || settings.UpdateRatios
            ? new(settings, stepsPerEpoch, recorder, measure) : null;

    /// <summary>An epoch begins.</summary>
    /// <param name="completed">Epochs completed.</param>
    public void Begin(int completed)
    {
        epoch = completed;
        lossSteps = settings.BatchLossEvery > 0 ? (int)Math.Clamp(LastLoss - ((long)epoch * stepsPerEpoch), 0, stepsPerEpoch) : 0;
        due.Clear();
        if (epoch < (settings.EvaluationsPerEpochUntil ?? int.MaxValue))
        {
            due.UnionWith(Due(settings.EvaluationsPerEpoch));
        }
    }

    /// <summary>An epoch has ended: adds what belongs to the whole of it. A layer whose weights were all 0 has no ratio then.</summary>
    public void End()
    {
        foreach (var layer in Enumerable.Range(0, updates.Count > 0 ? updates[0].Count : 0))
        {
            var ratios = updates.Select(ratios => ratios[layer]).Where(double.IsFinite).ToList();
            if (ratios.Count > 0)
            {
                recorder.Add(Metrics.UpdateRatio, ratios.Average(), layer: layer + 1);
            }
        }

        updates.Clear();
    }

    /// <summary>Writes what goes on beyond the end of an epoch.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(window.Sum);
        writer.Write(window.Images);
    }

    /// <summary>Goes on from what was saved.</summary>
    public void Load(BinaryReader reader) => window = (reader.ReadDouble(), reader.ReadInt64());

    /// <inheritdoc/>
    public StepReadings Wants(int step) =>
        (step <= lossSteps ? StepReadings.Loss : 0) | (due.Contains(step) ? StepReadings.Parameters : 0)
            | (updatesDue.Contains(step) ? StepReadings.Updates : 0);

    /// <inheritdoc/>
    public void Loss(int step, double loss, int images)
    {
        window = (window.Sum + (loss * images), window.Images + images);
        var total = ((long)epoch * stepsPerEpoch) + step;
        if (total % settings.BatchLossEvery == 0 || total == LastLoss)
        {
            At(step);
            recorder.Add(Metrics.BatchLoss, window.Sum / window.Images, Splits.Train);
            window = default;
        }
    }

    /// <inheritdoc/>
    public void Updates(int step, IReadOnlyList<double> ratios) => updates.Add(ratios);

    /// <inheritdoc/>
    public void Parameters(int step)
    {
        At(step);
        measure();
    }

    private void At(int step) => recorder.At(step == stepsPerEpoch ? epoch + 1 : epoch, ((long)epoch * stepsPerEpoch) + step);

    private static IEnumerable<int> Updating(int stepsPerEpoch)
    {
        var count = Math.Min(MostUpdates, stepsPerEpoch);
        return Enumerable.Range(1, count).Select(part => (int)((long)part * stepsPerEpoch / count));
    }

    // All but the end, which is measured anyway; before them, at the start of training, every power of 2.
    private IEnumerable<int> Due(int perEpoch)
    {
        var even = Enumerable.Range(1, Math.Max(perEpoch - 1, 0)).Select(part => (int)((long)part * stepsPerEpoch / perEpoch));
        var first = Enumerable.Range(0, 31).Select(power => 1 << power).TakeWhile(step => step < stepsPerEpoch / Math.Max(perEpoch, 1));
        return (epoch == 0 && perEpoch > 1 ? even.Concat(first) : even).Where(step => step > 0 && step < stepsPerEpoch);
    }
}

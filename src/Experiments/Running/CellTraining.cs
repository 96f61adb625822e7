using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>
/// Trains one cell: builds its module, measures before training and after every epoch, and ends at the last epoch, where early stopping
/// says so, or where the training is found to have diverged.
/// </summary>
internal sealed class CellTraining(
    PlannedCell cell, Model model, ImageStore images, Checkpoint checkpoint, IProgress<RunEvent> progress)
{
    private readonly Settings settings = cell.Variant.Variant.Settings;
    private readonly EarlyStoppingState stopping = new(cell.Variant.Variant.Settings.Monitor ?? EarlyStopping.OnValidationLoss);
    private readonly CellRecorder recorder = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private bool hasDiverged;
    private TimeSpan before; // what interrupted attempts had taken

    /// <summary>Trains it, from its checkpoint if there is one.</summary>
    /// <returns>The cell's rows, and how long they took, all attempts together.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public (IReadOnlyList<Measurement> Rows, TimeSpan Time) Run(CancellationToken cancellation)
    {
        var streams = new RandomStreams(cell.Seed);
        var split = images.Of(settings, streams);
        using var module = model.Build(cell.Seed);
        module.eval();
        var targets = settings.Loss.SeededTargets(split.Training.Classes, Images.ClassCount, streams);
        var data = new TrainingData(split.Training.Inputs, targets, split.Subset)
        {
            Distorted = images.Distorted(settings, streams, split.Training.Inputs),
        };
        var (trainer, whyEager) = Trainer.Of(module, settings, streams, data);
        using var owned = trainer;
        progress.Report(new RunEvent.Trains(cell, whyEager));
        if (trainer.WhyNotSaved is { } why)
        {
            var text = $"there are no checkpoints, so an interruption costs all of a training: {why}";
            progress.Report(new RunEvent.Noted(cell.Variant.Name, text));
        }

        var state = new ModuleState(module);
        var probes = new CellProbes(cell.Variant.Variant, streams, split, module, trainer, recorder, images.Seen(settings, streams, split));
        var steps = StepMeasurements.Of(settings, trainer.StepsPerEpoch, recorder, probes.MeasureWithinEpoch);

        var epoch = checkpoint.Load(reader => Load(reader, trainer, state, steps));
        var isOver = epoch == 0 && Measure();
        while (!isOver)
        {
            steps?.Begin(epoch);
            trainer.TrainEpoch(epoch, cancellation, steps);
            epoch++;
            isOver = Measure();
            if (!isOver && trainer.WhyNotSaved is null)
            {
                checkpoint.Save(epoch, writer => Save(writer, trainer, state, steps));
            }
        }

        return (recorder.Rows, before + clock.Elapsed);

        bool Measure()
        {
            recorder.At(epoch, (long)epoch * trainer.StepsPerEpoch);
            steps?.End();
            probes.Measure(epoch);
            var ends = IsOver(module, epoch, probes, state);
            if (ends && settings.Monitor is { } rule)
            {
                AddBest(rule, probes, state);
            }

            if (ends && !hasDiverged)
            {
                probes.MeasureAtEnd(epoch);
            }

            progress.Report(new RunEvent.Advanced(cell, epoch, probes.ValidationAccuracy));
            return ends;
        }
    }

    private void Save(BinaryWriter writer, ITrainer trainer, ModuleState state, StepMeasurements? steps)
    {
        state.Save(writer);
        trainer.Save(writer);
        stopping.Save(writer);
        recorder.Save(writer);
        steps?.Save(writer);
        writer.Write((before + clock.Elapsed).Ticks);
    }

    private void Load(BinaryReader reader, ITrainer trainer, ModuleState state, StepMeasurements? steps)
    {
        state.Load(reader);
        trainer.Load(reader);
        stopping.Load(reader);
        recorder.Load(reader);
        steps?.Load(reader);
        before = TimeSpan.FromTicks(reader.ReadInt64());
        clock.Restart();
    }

    private bool IsOver(nn.Module module, int epoch, CellProbes probes, ModuleState state)
    {
        if (!recorder.AllFinite || !AreParametersFinite(module))
        {
            recorder.Add(Metrics.Diverged, 1);
            hasDiverged = true;
            return true;
        }

        var outcome = settings.Monitor is { } rule && probes.Monitored(rule) is { } value
            ? stopping.Check(epoch, value)
            : CheckOutcome.NotImproved;
        if (outcome == CheckOutcome.Improved && settings.Monitor!.RestoreBest)
        {
            state.KeepBest();
        }

        if (outcome == CheckOutcome.Stop)
        {
            recorder.Add(Metrics.Stopped, epoch);
        }

        return outcome == CheckOutcome.Stop || epoch == settings.Epochs;
    }

    private void AddBest(EarlyStopping rule, CellProbes probes, ModuleState state)
    {
        if (rule.RestoreBest && state.HasBest)
        {
            state.RestoreBest();
            probes.MeasureRestored();
        }

        if (stopping.BestEpoch is { } bestEpoch)
        {
            recorder.Add(Metrics.Best, bestEpoch);
        }
    }

    private static bool AreParametersFinite(nn.Module module)
    {
        using var scope = NewDisposeScope();
        return module.parameters().All(values => values.isfinite().all().item<bool>());
    }
}

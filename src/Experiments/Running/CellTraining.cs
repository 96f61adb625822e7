using System.Diagnostics;
using Experiments.Models;
using Experiments.Results;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>
/// Trains one cell: builds its module, measures before training and after every epoch, and ends at the last epoch, where early stopping says so,
/// or where the training is found to have diverged.
/// </summary>
internal sealed class CellTraining(PlannedCell cell, Model model, ImageStore images)
{
    private readonly Settings settings = cell.Variant.Variant.Settings;
    private readonly EarlyStoppingState stopping = new(cell.Variant.Variant.Settings.Monitor ?? EarlyStopping.OnValidationLoss);
    private readonly CellRows rows = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan before; // what interrupted attempts had taken

    /// <summary>Trains it, from its checkpoint if there is one.</summary>
    public CellResult Run(Checkpoint checkpoint, IRunObserver observer, TimeSpan checkpointEvery, CancellationToken cancellation)
    {
        var streams = new RandomStreams(cell.Seed);
        var cut = images.Of(settings);
        using var module = model.Build(cell.Seed);
        module.eval();
        var data = new TrainingData(cut.Training.Inputs, settings.Loss.Targets(cut.Training.Classes, Images.ClassCount));
        var (trainer, whyEager) = Trainer.Of(module, settings, streams, data);
        using var trains = trainer;
        observer.Trains(cell, whyEager);
        var best = new SavedParameters(module);
        var probes = new CellProbes(cell.Variant.Variant, streams, cut, module, trainer, rows);
        var checkpoints = new CellCheckpoint(cell, checkpoint, checkpointEvery, observer);

        var epoch = checkpoints.Load(reader => Load(reader, trainer, best));
        var isOver = epoch == 0 && Measure();
        while (!isOver)
        {
            trainer.TrainEpoch(epoch, cancellation);
            epoch++;
            isOver = Measure();
            if (!isOver)
            {
                checkpoints.Save(epoch, writer => Save(writer, trainer, best));
            }
        }

        return new(rows.All, before + clock.Elapsed);

        bool Measure()
        {
            rows.At(epoch, (long)epoch * trainer.StepsPerEpoch);
            probes.Measure(epoch);
            var ends = IsOver(module, epoch, probes, best);
            if (ends)
            {
                AddBest(probes, best);
            }

            observer.Advanced(cell, epoch, probes.ValidationAccuracy);
            return ends;
        }
    }

    private void Save(BinaryWriter writer, ITrainer trainer, SavedParameters best)
    {
        best.Save(writer);
        trainer.Save(writer);
        stopping.Save(writer);
        rows.Save(writer);
        writer.Write((before + clock.Elapsed).Ticks);
    }

    private void Load(BinaryReader reader, ITrainer trainer, SavedParameters best)
    {
        best.Load(reader);
        trainer.Load(reader);
        stopping.Load(reader);
        rows.Load(reader);
        before = TimeSpan.FromTicks(reader.ReadInt64());
        clock.Restart();
    }

    private bool IsOver(nn.Module module, int epoch, CellProbes probes, SavedParameters best)
    {
        if (!rows.AllFinite || !SavedParameters.AreFinite(module))
        {
            rows.Add(Metrics.Diverged, 1);
            return true;
        }

        if (settings.Monitor is { } rule && probes.Monitored(rule) is { } value)
        {
            switch (stopping.Check(epoch, value))
            {
                case CheckOutcome.Improved when rule.RestoreBest:
                    best.Save();
                    break;
                case CheckOutcome.Stop:
                    rows.Add(Metrics.Stopped, epoch);
                    return true;
            }
        }

        return epoch == settings.Epochs;
    }

    private void AddBest(CellProbes probes, SavedParameters best)
    {
        if (settings.Monitor is { RestoreBest: true } && best.Any)
        {
            best.Restore();
            probes.MeasureRestored();
        }

        if (settings.Monitor is not null && stopping.BestEpoch is { } bestEpoch)
        {
            rows.Add(Metrics.Best, bestEpoch);
        }
    }
}

using System.CommandLine;
using System.Diagnostics;
using System.Runtime.Intrinsics;
using Experiments.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.Models;
using Experiments.Running;
using Experiments.Training;
using TorchSharp;

namespace Experiments.Bench;

/// <summary><c>loop</c>: times one loop in this process, one thread, and prints one line of JSON, as the Python peer does.</summary>
internal static class LoopVerb
{
    private const int LeastEpochs = 3;

    private static readonly string[] Loops = ["natural", "eager", "fused"];

    public static Command Create()
    {
        var setting =
            new Option<string>("--setting")
            { HelpName = "A3", Description = "The training (default: A1)", DefaultValueFactory = _ => "A1" };
        var loop =
            new Option<string>("--loop")
            { HelpName = "NAME", Description = $"{string.Join(", ", Loops)} (default: fused)", DefaultValueFactory = _ => "fused" };
        loop.AcceptOnlyFromAmong(Loops);
        var seconds =
            new Option<double>("--seconds")
            {
                HelpName = "S",
                Description = "Seconds to time epochs for, 3 epochs at least, after warming up for half as long (default: 2)",
                DefaultValueFactory = _ => 2
            };
        var epochs = new Option<int?>("--epochs") { HelpName = "N", Description = "Instead: exactly N epochs, without warming up" };
        var images = new Option<int?>("--images") { HelpName = "N", Description = "Fewer training images, for a quick run" };
        var seed = new Option<int>("--seed") { HelpName = "N", Description = "(default: 0)" };
        var probes = new Option<bool>("--probes") { Description = "eager and fused: also time the recipe's probes after every epoch" };
        var command = new Command(
            "loop", "Time one loop in this process; the last line is JSON") { setting, loop, seconds, epochs, images, seed, probes };
        command.SetAction((parsed, cancellation) =>
        {
            var mistakes = new List<string>();
            var found = BenchSetting.FindAll(parsed.GetValue(setting)!, mistakes);
            if (found.Count > 1)
            {
                mistakes.Add("'loop' times one setting at a time.");
            }

            UsageException.ThrowIfAny(mistakes);
            NativeLibraries.Require();
            torch.set_num_threads(1);
            using var store = new ImageStore(BenchData.Open(Place.Here(), cancellation));
            var settings = found[0].Variant.Settings;
            settings = settings
                with
            {
                Epochs = int.MaxValue,
                Subset = Subset.First,
                TrainingImages = parsed.GetValue(images) is { } count
                    ? Math.Min(count, settings.TrainingImages ?? count) : settings.TrainingImages
            };
            var cut = store.Of(settings, new(parsed.GetValue(seed)));
            ITimedLoop timed = parsed.GetValue(loop) == "natural"
                ? new NaturalLoop(
                    NaturalSettings.Of(found[0].Id) with { Images = (int)cut.Training.Inputs.shape[0] }, cut.Training.Inputs,
                    cut.Training.Classes, parsed.GetValue(seed))
                : new EngineLoop(found[0], cut, settings, parsed.GetValue(loop) == "fused", parsed.GetValue(seed));
            var time = Time(timed, parsed.GetValue(seconds), parsed.GetValue(epochs), parsed.GetValue(probes) ? timed as EngineLoop : null);
            var tested = Math.Min(cut.Validation.Classes.shape[0], parsed.GetValue(images) ?? long.MaxValue);
            var accuracy = timed.Accuracy(cut.Validation.Inputs.narrow(0, 0, tested), cut.Validation.Classes.narrow(0, 0, tested));
            Console.Out.WriteLine(
                (time with
                {
                    Setting = found[0].Id,
                    ValidationAccuracy = Math.Round(accuracy, 4),
                    PeakMegabytes = Math.Round(Memory.Peak("self") / 1e6, 1)
                }).ToJson());
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    // Processor time: one thread trains, so on a quiet machine this is the time on the clock, and on a busy one it is what the loop itself
    // took.
    private static double ProcessorSeconds() => Environment.CpuUsage.TotalTime.TotalSeconds;

    private static LoopTiming Time(ITimedLoop loop, double seconds, int? epochs, EngineLoop? probed)
    {
        var (warm, timed, probes, clocks) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        while (epochs is null && (warm.Count == 0 || warm.Sum() < seconds / 2))
        {
            warm.Add(Epoch());
        }

        probes.Clear();
        clocks.Clear();
        while (epochs is { } wanted ? timed.Count < wanted : timed.Count < LeastEpochs || timed.Sum() < seconds)
        {
            timed.Add(Epoch());
        }

        var perStep = 1e6 / loop.StepsPerEpoch;
        return new()
        {
            Setting = "",
            Task = loop.Task,
            StepsPerEpoch = loop.StepsPerEpoch,
            WarmUpEpochs = warm.Count,
            Epochs = timed.Count,
            UsPerStepLeast = Math.Round(timed.Min() * perStep, 2),
            UsPerStep = Math.Round(Spread.Of(timed).Median * perStep, 2),
            ClockUsPerStep = Math.Round(Spread.Of(clocks).Median * perStep, 2),
            ProbeSeconds = probes.Count == 0 ? 0 : Spread.Of(probes).Median,
            VectorBits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128,
            ValidationAccuracy = 0,
            PeakMegabytes = 0,
        };

        double Epoch()
        {
            var epoch = warm.Count + timed.Count;
            var (start, clock) = (ProcessorSeconds(), Stopwatch.StartNew());
            loop.TrainEpoch(epoch);
            var end = ProcessorSeconds();
            clocks.Add(clock.Elapsed.TotalSeconds);
            if (probed is not null)
            {
                probed.Measure(epoch + 1);
                probes.Add(ProcessorSeconds() - end);
            }

            return end - start;
        }
    }
}

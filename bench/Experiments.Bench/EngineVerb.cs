using System.CommandLine;
using Experiments.CommandLine;

namespace Experiments.Bench;

/// <summary><c>engine</c>: times this engine in this process and prints one line of JSON, as the peers do.</summary>
internal static class EngineVerb
{
    public static Command Create()
    {
        var setting = new Option<string>("--setting") { HelpName = "A3", Description = $"The training: {string.Join(", ", BenchSetting.All.Select(one => one.Id))}; A1 if not said" };
        var seeds = new Option<int>("--seeds") { HelpName = "N", Description = "Networks to train; 5 if not said", DefaultValueFactory = _ => 5 };
        var seconds = new Option<double>("--seconds") { HelpName = "S", Description = "Time epochs for so long, 3 at least, after warming up for half of that; 5 if not said", DefaultValueFactory = _ => 5 };
        var epochs = new Option<int?>("--epochs") { HelpName = "N", Description = "Instead: time so many epochs after one to warm up" };
        var images = new Option<int?>("--images") { HelpName = "N", Description = "Fewer training images, for a quick look" };
        var measure = new Option<bool>("--measure") { Description = "After every epoch also measure what the recipe's table holds" };
        var workers = new Option<int>("--workers") { HelpName = "N", Description = "Threads, each with networks of its own; 1 if not said", DefaultValueFactory = _ => 1 };
        var hidden = new Option<int?>("--hidden") { HelpName = "N", Description = "Another number of hidden layers" };
        var width = new Option<int?>("--width") { HelpName = "N", Description = "Another number of units in every hidden layer" };
        var batch = new Option<int?>("--batch") { HelpName = "N", Description = "Another batch size" };
        var command = new Command("engine", "Time this engine alone and print one line of JSON, as the peers do") { setting, seeds, seconds, epochs, images, measure, workers, hidden, width, batch };
        command.SetAction((parsed, cancellation) =>
        {
            var mistakes = new List<string>();
            var found = BenchSetting.FindAll(parsed.GetValue(setting) ?? "A1", mistakes);
            mistakes.AddRange(
                from option in new Option[] { seeds, epochs, images, workers, hidden, width, batch }
                where parsed.GetResult(option) is { Implicit: false } result && result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number < 1
                select $"{option.Name} is 1 or more.");
            if (found.Count > 1)
            {
                mistakes.Add("'engine' times one setting at a time.");
            }

            UsageException.ThrowIfAny(mistakes);
            var task = new EngineTask(found[0], parsed.GetValue(seeds))
            {
                Time = new(parsed.GetValue(seconds), parsed.GetValue(epochs)), Images = parsed.GetValue(images), Measured = parsed.GetValue(measure),
                Workers = parsed.GetValue(workers), Hidden = parsed.GetValue(hidden), Width = parsed.GetValue(width), Batch = parsed.GetValue(batch),
            };
            Console.Out.WriteLine(EngineLoop.Run(task, BenchData.Open(Place.Here(), cancellation)).ToJson());
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}

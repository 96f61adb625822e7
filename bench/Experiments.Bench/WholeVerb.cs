using System.CommandLine;
using Experiments.CommandLine.Options;

namespace Experiments.Bench;

/// <summary><c>whole</c>: whole commands as users type them, with starting, reading, measuring, writing and drawing.</summary>
internal static class WholeVerb
{
    private const double Seconds = 2;

    public static Command Create()
    {
        var parts =
            new Option<string>("--parts")
            {
                HelpName = "A,B",
                Description = $"Just these: {string.Join("; ", WholeParts.All.Select(part => $"{part.Name}, {part.What}"))}"
            };
        var rounds = new Option<int>("--rounds") { HelpName = "N", Description = "Alternations; default: 1", DefaultValueFactory = _ => 1 };
        var common = new CommonOptions(Seconds);
        var command = new Command(
            "whole", "Time whole commands: beside natural loops, with one and two workers, their start, their memory") { parts, rounds };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var quick = parsed.GetValue(common.Quick);
            var (place, report, before) = (common.PlaceOf(parsed), new WholeReport(), Machine.Load());
            var chosen = Find(parsed.GetValue(parts));
            BenchData.Open(place, cancellation);
            var whole = new WholeCommand(place, cancellation);
            await whole.RunAsync("list"); // builds the program, if need be, before anything is timed
            foreach (var part in chosen)
            {
                await part.RunAsync(whole, new(Math.Max(1, parsed.GetValue(rounds)), quick, common.SecondsOf(parsed)), report);
            }

            var code = report.Write(place, quick);
            Console.Out.WriteLine(Machine.Text(before));
            return code;
        });
        return command;
    }

    private static List<WholePart> Find(string? names)
    {
        string[] wanted = names is null
            ? [.. WholeParts.All.Select(part => part.Name)]
            : names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        UsageException.ThrowIfAny(
            [.. wanted.Except(WholeParts.All.Select(part => part.Name))
                .Select(wrong => $"There is no part '{wrong}'. Known: {string.Join(", ", WholeParts.All.Select(part => part.Name))}.")]);
        return [.. WholeParts.All.Where(part => wanted.Contains(part.Name))];
    }
}

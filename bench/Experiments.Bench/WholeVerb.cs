using System.CommandLine;
using Experiments.CommandLine;

namespace Experiments.Bench;

/// <summary><c>whole</c>: whole commands as users type them, with starting, reading, measuring, writing and drawing.</summary>
internal static class WholeVerb
{
    private const double Seconds = 5;

    public static Command Create()
    {
        var parts = new Option<string>("--parts") { HelpName = "A,B", Description = $"Just these: {string.Join("; ", WholeParts.All.Select(part => $"{part.Name}, {part.What}"))}" };
        var rounds = new Option<int>("--rounds") { HelpName = "N", Description = "Alternations; 1 if not said, which takes about half an hour", DefaultValueFactory = _ => 1 };
        var common = new CommonOptions(Seconds);
        var command = new Command("whole", "Time whole commands beside the natural loop, their start, their memory") { parts, rounds };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var quick = parsed.GetValue(common.Quick);
            var (place, report) = (common.PlaceOf(parsed), new WholeReport());
            var chosen = Find(parsed.GetValue(parts));
            BenchData.Open(place, cancellation);
            var whole = new WholeCommand(place, cancellation);
            await whole.RunAsync("list"); // builds the program, if need be, before anything is timed
            foreach (var part in chosen)
            {
                await part.RunAsync(whole, new(Math.Max(1, parsed.GetValue(rounds)), quick, [.. common.Shared(parsed, 5_000)]), report);
            }

            return report.Write(place, quick);
        });
        return command;
    }

    private static List<WholePart> Find(string? names)
    {
        string[] wanted = names is null ? [.. WholeParts.All.Select(part => part.Name)] : names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        UsageException.ThrowIfAny(
            [.. wanted.Except(WholeParts.All.Select(part => part.Name)).Select(wrong => $"There is no part '{wrong}'. Known: {string.Join(", ", WholeParts.All.Select(part => part.Name))}.")]);
        return [.. WholeParts.All.Where(part => wanted.Contains(part.Name))];
    }
}

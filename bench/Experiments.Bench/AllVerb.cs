using System.CommandLine;

namespace Experiments.Bench;

/// <summary><c>all</c>: everything that has a target, and one table of all targets at the end.</summary>
internal static class AllVerb
{
    private const double Seconds = 2;

    /// <param name="verbs">What it goes through.</param>
    public static Command Create(params IReadOnlyList<Command> verbs)
    {
        var common = new CommonOptions(Seconds);
        var command = new Command("all", "compare, whole and schedule of the published results, and all targets in one table (default)");
        common.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (quick, place) = (parsed.GetValue(common.Quick), common.PlaceOf(parsed));
            string[] published = ["--results", Path.Combine(place.Root, "data", "published")];
            string[] options =
                [.. quick ? (string[])["--quick"] : [], "--seconds", $"{common.SecondsOf(parsed)}", "--output", place.Output];
            foreach (var verb in verbs)
            {
                await verb.Parse(verb.Name == "schedule" ? published : options).InvokeAsync(
                    new() { EnableDefaultExceptionHandler = false }, cancellation);
            }

            Console.Out.WriteLine();
            Console.Out.WriteLine("All targets");
            return Target.Write(Console.Out, [.. Target.Written], quick);
        });
        return command;
    }
}

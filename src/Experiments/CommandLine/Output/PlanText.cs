using Experiments.CommandLine.Options;

namespace Experiments.CommandLine.Output;

/// <summary>Shows a plan.</summary>
internal static class PlanText
{
    /// <summary>One line that sums a plan up.</summary>
    public static string Line(Recipe recipe, Plan plan, string data)
    {
        var all = plan.Variants.Sum(variant => variant.Missing.Count + variant.Present.Count);
        return plan.MissingCells == 0
            ? $"{recipe.Name} on {data}: all {NumberText.Count(all, "cell")} are there already (--force computes them anew)"
            : $"{recipe.Name} on {data}: {plan.MissingCells:N0} of {NumberText.Count(all, "cell")} to do, "
                + $"{all - plan.MissingCells:N0} already there";
    }

    /// <summary>Writes the line and, variant by variant, which seeds are to be trained.</summary>
    public static void Write(CommandContext context, TextWriter output, Recipe recipe, Plan plan, string data, bool withFolders)
    {
        output.WriteLine(Line(recipe, plan, data));
        var table = new TextTable(
            ["  variant", "seeds to do", "already there", .. withFolders ? ["folder"] : (string[])[]])
        { IsText = true };
        foreach (var variant in plan.Variants)
        {
            string[] cells = ["  " + variant.Name, NumberText.Seeds(variant.Missing), NumberText.Seeds(variant.Present)];
            table.Add(withFolders ? [.. cells, context.Terminal.Shorten(Path.Combine(context.ResultsFolder, variant.Key.Folder))] : cells);
        }

        table.Write(output, color: false);
        foreach (
            var problem in withFolders
                ? plan.Variants.SelectMany(variant => variant.Damaged.Append(variant.RecordProblem).OfType<BadResultException>()) : [])
        {
            output.WriteLine($"  {problem.Message}");
        }
    }
}

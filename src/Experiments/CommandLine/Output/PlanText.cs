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

    /// <summary>Writes the line and which seeds of each variant are to be trained; if asked, folders and what is wrong in them.</summary>
    public static void Write(TextWriter output, Recipe recipe, Plan plan, string data, Func<ResultKey, string>? folder = null)
    {
        output.WriteLine(Line(recipe, plan, data));
        var table = new TextTable(["  variant", "seeds to do", "already there", .. folder is null ? [] : (string[])["folder"]])
        { IsText = true };
        foreach (var variant in plan.Variants)
        {
            string[] cells = ["  " + variant.Name, NumberText.Seeds(variant.Missing), NumberText.Seeds(variant.Present)];
            table.Add(folder is null ? cells : [.. cells, folder(variant.Key)]);
        }

        table.Write(output, color: false);
        foreach (var variant in folder is null ? [] : plan.Variants)
        {
            foreach (var problem in variant.Damaged.Append(variant.RecordProblem).OfType<BadResultException>())
            {
                output.WriteLine($"  {problem.Message}");
            }
        }
    }
}

using Experiments.Models;
using Experiments.Results;
using Experiments.Running;
using Experiments.Training;

namespace Experiments.Tests.Running;

public sealed class ComputationTests
{
    [Fact]
    public void A_computation_gives_every_seed_its_rows()
    {
        var cells = Cells.Run(new Computation("squares", (seed, _) => [new(1, 0, "", "square", null, seed.Seed * seed.Seed)]), new(), 2, 3);

        Assert.Equal([new Measurement(1, 0, "", "square", null, 9)], cells[3]);
        Assert.Equal(4, cells[2][0].Value);
    }

    [Fact]
    public void Its_description_and_its_settings_determine_its_results()
    {
        var one = Plan.Determines(Variant("one", new()), "0");

        Assert.Equal("one", one["computation"]);
        Assert.DoesNotContain("model", one.Keys);
        Assert.Equal("30", one["epochs"]);
        Assert.NotEqual(ResultKey.HashOf(one), ResultKey.HashOf(Plan.Determines(Variant("two", new()), "0")));
        Assert.NotEqual(ResultKey.HashOf(one), ResultKey.HashOf(Plan.Determines(Variant("one", new() { Quick = true }), "0")));
    }

    [Fact]
    public void A_computation_stops_between_rows_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        var store = new ResultStore(Directory.CreateTempSubdirectory().FullName);
        var study = new Study("study", [new("endless", new Computation("endless", Endless), new())], [0]);

        Assert.Throws<OperationCanceledException>(() =>
            new Runner(store).Run(Plan.Make(study, "0", store), Digits.Of(10, 10), cancel.Token));
        Directory.Delete(store.Folder); // it is empty

        IEnumerable<Measurement> Endless(RandomStreams seed, CancellationToken token)
        {
            for (var step = 0; ; step++)
            {
                token.ThrowIfCancellationRequested();
                if (step == 3)
                {
                    cancel.Cancel();
                }

                yield return new(0, step, "", "step", null, step);
            }
        }
    }

    [Fact]
    public void A_metric_whose_name_a_cell_cannot_hold_fails_the_cell_in_one_line_and_leaves_nothing()
    {
        var store = new ResultStore(Directory.CreateTempSubdirectory().FullName);
        var study = new Study("study", [new("comma", new Computation("comma", (_, _) => [new(0, 0, "", "a,b", null, 1)]), new())], [0]);

        var failed = new Runner(store).Run(Plan.Make(study, "0", store), Digits.Of(10, 10), CancellationToken.None);

        Assert.Equal(
            "A metric or a split is called 'a,b': names have no commas, quotes or line breaks. Rename it.",
            Assert.Single(failed).Problem.Message);
        Directory.Delete(store.Folder); // it is empty
    }

    [Fact]
    public void A_quick_run_takes_the_training_images_there_are()
    {
        var quick = Cells.Small with { Quick = true, TrainingImages = 5_000 };

        Assert.Empty(Mistakes(quick));
        Assert.NotEmpty(Mistakes(quick with { Quick = false }));
        Assert.NotEmpty(Cells.Run(Model.Of(SmallNetworks.Linear), quick, 0)[0]);
    }

    private static IReadOnlyList<string> Mistakes(Settings settings) =>
        new Study("study", [new("variant", Model.Of(SmallNetworks.Linear), settings)], [0]).Mistakes(Digits.Of(100, 20));

    private static Variant Variant(string description, Settings settings) =>
        new("variant", new Computation(description, (_, _) => []), settings);
}

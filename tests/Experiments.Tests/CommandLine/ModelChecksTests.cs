using System.Text.Json;
using Experiments.Charts;
using Experiments.Results;
using Experiments.Training;

namespace Experiments.Tests.CommandLine;

/// <summary>Models are checked in a process of their own before anything is trained.</summary>
public sealed class ModelChecksTests : IDisposable
{
    private const int Patience = 120_000; // ms: whatever waits for ever is to fail by its name
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact(Timeout = Patience)]
    public async Task A_model_that_makes_libtorch_end_the_process_costs_one_line_and_leaves_nothing()
    {
        var call = await OwnProcess.Call(place, "run aborts --dataset digits", TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "experiments: The model Aborts.Network() cannot be called with images of 7 × 7 = 49 pixels, and libtorch ends the process: "
                + "its first layer takes 30 inputs. Give it 49, or choose other images with --dataset.",
            ],
            call.ErrorLines);
        Assert.Equal((2, ""), (call.ExitCode, call.Out));
        Assert.Empty(place.Files);
    }

    [Fact(Timeout = Patience)]
    public async Task A_wrong_gradient_that_other_instructions_mend_is_mended_said_and_recorded()
    {
        var call = await OwnProcess.Call(place, "run mended --dataset digits --quiet", TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "experiments: note: libtorch computes a wrong gradient of Mended.Network() with respect to the images on this processor "
                + "(off by 50 % of its size). "
                + "oneDNN is restricted to AVX2 for this command, where it is right; the records say so.",
            ],
            call.ErrorLines);
        Assert.Equal(0, call.ExitCode);
        Assert.Single(place.Cells);
        Assert.All(Circumstances(), circumstances => Assert.Equal("AVX2", circumstances.GetProperty("onednn-max-cpu-isa").GetString()));
    }

    [Fact(Timeout = Patience)]
    public async Task A_wrong_gradient_that_nothing_mends_is_refused()
    {
        var call = await OwnProcess.Call(place, "run wrong --dataset digits", TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "experiments: libtorch computes a wrong gradient of Wrong.Network() with respect to the images on this processor (off by "
                + "50 % of its size), "
                + "and restricting oneDNN to AVX2 does not mend it, so nothing is trained. Use other layers, or another machine.",
            ],
            call.ErrorLines);
        Assert.Equal((2, ""), (call.ExitCode, call.Out));
        Assert.Empty(place.Files);
    }

    // The fingerprint has the loss in it: that of another variant must not be taken for this one's.
    [Fact]
    public void One_model_with_two_losses_is_trained_variant_by_variant_and_then_as_a_whole()
    {
        Recipe[] recipes = [new TwoLosses()];
        var second = place.Call(["run", "two-losses", "--dataset", "digits", "--variants", "per-unit"], recipes, new());
        var both = place.Call(["run", "two-losses", "--dataset", "digits"], recipes, new());

        Assert.Equal((0, 0), (second.ExitCode, both.ExitCode));
        Assert.Equal(2, place.Cells.Count);
    }

    private IReadOnlyList<JsonElement> Circumstances()
    {
        var records = place.Files.Where(file => file.EndsWith(".json", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(records);
        return
        [
            .. from record in records
               let root = JsonDocument.Parse(File.ReadAllText(Path.Combine(place.Folder, record))).RootElement
               where root.TryGetProperty("circumstances", out _)
               select root.GetProperty("circumstances"),
        ];
    }

    private sealed class TwoLosses : Recipe
    {
        public override string Question => "Does the loss matter?";

        public override Source Source => new("A. Author, A Book", "ch. 7");

        public override Settings Defaults => new Widths().Defaults with { Epochs = 1 };

        public override int Seeds => 1;

        public override IEnumerable<Variant> Variants(Settings settings) =>
        [
            new("softmax", Widths.Network(4), settings with { Loss = Loss.SoftmaxCrossEntropy }),
            new("per-unit", Widths.Network(4), settings with { Loss = Loss.CrossEntropyPerUnit }),
        ];

        public override IEnumerable<Chart> Charts(ResultTable results) => [];
    }
}

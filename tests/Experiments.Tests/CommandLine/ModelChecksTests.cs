using System.Text.Json;

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
}

using System.Diagnostics;
using Experiments.Charts;
using Experiments.Models;
using Experiments.Results;
using Experiments.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Tests.CommandLine;

/// <summary>Runs the program of these tests as a process of its own: what ends a process must not end the tests.</summary>
internal static class OwnProcess
{
    /// <summary>The program's recipes.</summary>
    public static IReadOnlyList<Recipe> Recipes { get; } = [new Aborts(), new Mended(), new Wrong()];

    /// <summary>Calls the program in a workplace.</summary>
    /// <param name="place">Where; its images are 7 × 7.</param>
    /// <param name="words">The words after the program's name, divided by spaces.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<Call> Call(Workplace place, string words, CancellationToken cancellation)
    {
        var dotnet = Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath! : "dotnet";
        var start = new ProcessStartInfo(dotnet)
        {
            WorkingDirectory = place.Folder, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        Array.ForEach(words.Split(' '), start.ArgumentList.Add);
        start.Environment["EXPERIMENTS_ROOT"] = place.Folder;
        start.Environment[Program.Variable] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new(process.ExitCode, output, await error);
    }

    private sealed class Multiplied : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter weights = nn.Parameter(zeros(30, 10));

        public Multiplied()
            : base(nameof(Multiplied)) => RegisterComponents();

        public override Tensor forward(Tensor input) => input.matmul(weights);
    }

    // Its value is its input, but its gradient in single precision is three times that: as if a kernel of this processor were wrong.
    private sealed class Miscalculated(bool unlessRestricted) : nn.Module<Tensor, Tensor>(nameof(Miscalculated))
    {
        public override Tensor forward(Tensor input)
        {
            var isRestricted = Environment.GetEnvironmentVariable("ONEDNN_MAX_CPU_ISA") == "AVX2";
            var isRight = input.dtype == ScalarType.Float64 || (unlessRestricted && isRestricted);
            var constant = input.detach();
            return isRight ? input.alias() : constant + ((input - constant) * 3);
        }
    }

    // tensor.matmul is not guarded: libtorch ends the process where shapes do not fit.
    private sealed class Aborts() : OneModel(Model.Of(Network))
    {
        private static nn.Module<Tensor, Tensor> Network() => new Multiplied();
    }

    private sealed class Mended() : OneModel(Model.Of(Network))
    {
        private static nn.Module<Tensor, Tensor> Network() => nn.Sequential(new Miscalculated(unlessRestricted: true), nn.Linear(49, 10));
    }

    private sealed class Wrong() : OneModel(Model.Of(Network))
    {
        private static nn.Module<Tensor, Tensor> Network() => nn.Sequential(new Miscalculated(unlessRestricted: false), nn.Linear(49, 10));
    }

    private abstract class OneModel(Model model) : Recipe
    {
        public override string Question => "Is the model checked?";

        public override Source Source => new("A. Author, A Book", "ch. 6");

        public override Settings Defaults => new Widths().Defaults with { Epochs = 1 };

        public override int Seeds => 1;

        public override IEnumerable<Variant> Variants(Settings settings) => [new("the model", model, settings)];

        public override IEnumerable<Chart> Charts(ResultTable results) => [];
    }
}

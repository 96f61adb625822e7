using System.CommandLine;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Csv;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Experiments.CommandLine;

namespace Experiments.Bench;

/// <summary><c>micro</c>: the small things that a step and a run are made of, by BenchmarkDotNet.</summary>
internal static class MicroVerb
{
    public static Command Create()
    {
        var common = new CommonOptions(0);
        var command = new Command("micro", "Time the small things with BenchmarkDotNet: an operator, a dispose scope, a batch, a probe, a cell") { common.Quick, common.Output };
        command.SetAction((parsed, cancellation) =>
        {
            var place = common.PlaceOf(parsed);
            BenchData.Open(place, cancellation);
            // In this process: a project made on the fly would not know where the packages come from.
            var job = (parsed.GetValue(common.Quick) ? Job.Dry : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance);
            var config = ManualConfig.CreateEmpty().AddJob(job).AddColumnProvider(DefaultColumnProviders.Instance).AddDiagnoser(MemoryDiagnoser.Default)
                .AddExporter(CsvExporter.Default).AddLogger(NullLogger.Instance).WithArtifactsPath(Path.Combine(place.Output, "micro"));
            var summary = BenchmarkRunner.Run<SmallThings>(config);
            MarkdownExporter.Console.ExportToLog(summary, ConsoleLogger.Unicode);
            Console.Error.WriteLine($"bench: {summary.ResultsDirectoryPath}");
            return Task.FromResult(summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success) ? ExitCode.Failed : ExitCode.Done);
        });
        return command;
    }
}

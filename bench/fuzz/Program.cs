using System.Diagnostics;
using System.Globalization;
using Experiments.Tests.Data.Fuzzing;

// Reads damaged files by number: fuzz [COUNT [FIRST [THREADS]]]. One number alone is a file to look into: fuzz 1 4711.
const int Piece = 1_000;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int[] given = new int[args.Length];
if (args.Length > 3
    || !args.Index().All(arg => int.TryParse(arg.Item, NumberStyles.None, CultureInfo.InvariantCulture, out given[arg.Index])))
{
    Console.Error.WriteLine("usage: fuzz [COUNT [FIRST [THREADS]]], whole numbers; 1000000 files from number 0 on 2 threads if not said");
    return 2;
}

int count = given is [var c, ..] ? c : 1_000_000;
int first = given is [_, var f, ..] ? f : 0;
int threads = given is [_, _, > 0 and var t] ? t : 2;

var clock = Stopwatch.StartNew();
var all = new FuzzTally();
var gate = new Lock();
Parallel.For(0, (count + Piece - 1) / Piece, new ParallelOptions { MaxDegreeOfParallelism = threads }, piece =>
{
    FuzzTally tally = FuzzTally.Of(Enumerable.Range(first + (piece * Piece), Math.Min(Piece, count - (piece * Piece))));
    lock (gate)
    {
        all.Add(tally);
        tally.Findings.ForEach(finding => Console.Error.WriteLine(finding));
        if (all.Files / 100_000 > (all.Files - tally.Files) / 100_000)
        {
            Console.Error.WriteLine($"{all.Files:N0} files in {clock.Elapsed.TotalSeconds:F0} s, {all.Findings.Count:N0} findings");
        }
    }
});

foreach ((string outcome, int files) in all.Outcomes.OrderByDescending(pair => pair.Value))
{
    Console.WriteLine($"{files,9:N0}  {outcome}");
}

using var process = Process.GetCurrentProcess();
Console.WriteLine(
    $"{all.Files,9:N0}  files ({first:N0} to {first + count - 1:N0}) in {clock.Elapsed.TotalSeconds:F0} s on {threads} threads");
Console.WriteLine($"{all.Findings.Count,9:N0}  findings: crashes, hangs, unbounded allocations, wrong contents, unclear messages");
Console.WriteLine(
    $"longest: {all.WorstTime.Time.TotalMilliseconds:F0} ms (file {all.WorstTime.Number}); most allocated: {all.WorstAllocation.Bytes:N0} "
    + $"bytes (file {all.WorstAllocation.Number}); process at most {process.PeakWorkingSet64 / 1e6:F0} MB");
return all.Findings.Count == 0 ? 0 : 1;

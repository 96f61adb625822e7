using Experiments.Results;

namespace Experiments.Tests.Results;

public sealed class WorkLockTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory().FullName;

    private string Folder => Path.Combine(root, "recipe", "variant-0123456789");

    private string OfSeed3 => Path.Combine(Folder, "seed-3.lock");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Whoever_comes_second_is_told_who_has_it()
    {
        using var first = WorkLock.TryTake(OfSeed3, out _);

        Assert.NotNull(first);
        Assert.Null(WorkLock.TryTake(OfSeed3, out var holder));
        Assert.Matches(
            $@"^process {Environment.ProcessId} on {Environment.MachineName} since \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d UTC$", $"{holder}");
    }

    [Fact]
    public void Locks_of_two_cells_of_a_variant_are_held_at_once()
    {
        using var first = WorkLock.TryTake(OfSeed3, out _);
        using var second = WorkLock.TryTake(Path.Combine(Folder, "seed-31.lock"), out _);

        Assert.NotNull(first);
        Assert.NotNull(second);
    }

    [Fact]
    public void A_lock_given_back_leaves_nothing_and_can_be_taken_again()
    {
        WorkLock.TryTake(OfSeed3, out _)!.Dispose();

        Assert.False(Directory.Exists(Folder));
        using var again = WorkLock.TryTake(OfSeed3, out _);
        Assert.NotNull(again);
    }

    [Fact]
    public void A_lock_given_back_leaves_what_else_is_there()
    {
        var held = WorkLock.TryTake(OfSeed3, out _);
        File.WriteAllText(Path.Combine(Folder, "seed-0.csv"), "");

        held!.Dispose();

        Assert.Equal(["seed-0.csv"], Directory.EnumerateFiles(Folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("process 1 on elsewhere since 2026-01-01 00:00:00 UTC")]
    public void What_a_killed_process_left_is_taken_over_at_once_and_leaves_nothing(string holder)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(OfSeed3, "");
        File.WriteAllText(Path.ChangeExtension(OfSeed3, ".holder"), holder);

        WorkLock.TryTake(OfSeed3, out var now)!.Dispose();

        Assert.StartsWith($"process {Environment.ProcessId} on ", now, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void A_lock_whose_holder_is_unknown_is_respected_all_the_same()
    {
        using var first = WorkLock.TryTake(OfSeed3, out _);
        File.WriteAllText(Path.ChangeExtension(OfSeed3, ".holder"), "");

        Assert.Null(WorkLock.TryTake(OfSeed3, out var holder));
        Assert.Null(holder);
    }

    [Fact]
    public async Task The_lock_of_a_process_that_is_killed_is_free_at_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "flock is a program there");
        Directory.CreateDirectory(Folder);
        using var other = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(
                "flock", [OfSeed3, "sh", "-c", "echo locked; exec sleep 60"])
            { RedirectStandardOutput = true })!;
        Assert.Equal("locked", await other.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Null(WorkLock.TryTake(OfSeed3, out _));

        other.Kill(entireProcessTree: true);
        await other.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(SpinWait.SpinUntil(() =>
        {
            using var taken = WorkLock.TryTake(OfSeed3, out _);
            return taken is not null;
        }, TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Of_many_that_want_it_one_at_a_time_has_it()
    {
        var (inside, most, times) = (0, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var round = 0; round < 50;)
            {
                using var taken = WorkLock.TryTake(OfSeed3, out var _);
                if (taken is not null)
                {
                    most = Math.Max(most, Interlocked.Increment(ref inside));
                    Interlocked.Decrement(ref inside);
                    Interlocked.Increment(ref times);
                    round++;
                }
            }
        })));

        Assert.Equal((1, 200), (most, times));
    }
}

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
        Assert.Matches($@"^process {Environment.ProcessId} on {Environment.MachineName} since \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d UTC$", $"{holder}");
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

    [Fact]
    public void The_lock_of_a_process_that_is_no_more_is_taken_over()
    {
        Leave(LockHolder.Own() with { Process = int.MaxValue });

        using var taken = WorkLock.TryTake(OfSeed3, out _);

        Assert.NotNull(taken);
    }

    [Fact]
    public void The_lock_of_an_earlier_process_of_the_same_number_is_taken_over()
    {
        using var other = System.Diagnostics.Process.GetProcessById(1);
        Leave(LockHolder.Own() with { Process = 1, Started = other.StartTime.ToUniversalTime().AddHours(-1) });

        using var taken = WorkLock.TryTake(OfSeed3, out _);

        Assert.NotNull(taken);
    }

    [Fact]
    public void A_running_process_is_respected_even_where_the_file_system_guards_nothing()
    {
        using var other = System.Diagnostics.Process.GetProcessById(1);
        Leave(LockHolder.Own() with { Process = 1, Started = other.StartTime.ToUniversalTime() });

        Assert.Null(WorkLock.TryTake(OfSeed3, out var holder));
        Assert.Equal(1, holder!.Process);
    }

    [Fact]
    public void The_lock_of_a_process_that_has_ended_without_anybody_taking_note_is_taken_over()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "zombies are looked for in /proc");

        // The inner shell ends at once, and the program that takes its parent's place never asks for it.
        using var parent = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", ["-c", "sh -c 'echo $$; sleep 0.3' & exec sleep 30"]) { RedirectStandardOutput = true })!;
        try
        {
            var number = int.Parse(parent.StandardOutput.ReadLine()!, System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(SpinWait.SpinUntil(() => File.ReadAllText($"/proc/{number}/stat").Contains(") Z ", StringComparison.Ordinal), TimeSpan.FromSeconds(20)));

            using var zombie = System.Diagnostics.Process.GetProcessById(number);
            Leave(LockHolder.Own() with { Process = number, Started = zombie.StartTime.ToUniversalTime() });

            using var taken = WorkLock.TryTake(OfSeed3, out _);

            Assert.NotNull(taken);
        }
        finally
        {
            parent.Kill();
        }
    }

    [Fact]
    public void What_this_process_left_behind_does_not_hold_it_up()
    {
        Leave(LockHolder.Own());

        using var taken = WorkLock.TryTake(OfSeed3, out _);

        Assert.NotNull(taken);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(110, true)]
    [InlineData(130, false)]
    public void A_holder_on_another_machine_is_believed_for_two_minutes_after_its_last_sign_of_life(int secondsAgo, bool believed)
    {
        Leave(LockHolder.Own() with { Host = "elsewhere", LastSign = DateTime.UtcNow.AddSeconds(-secondsAgo) });

        using var taken = WorkLock.TryTake(OfSeed3, out var holder);

        Assert.Equal(believed, taken is null);
        Assert.Equal(believed ? "elsewhere" : Environment.MachineName, holder!.Host);
    }

    [Theory]
    [InlineData("")]
    [InlineData("host=elsewhere\nprocess=1\n")]
    [InlineData("nonsense")]
    public void A_lock_that_names_nobody_is_taken_over(string text)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(OfSeed3, text);

        using var taken = WorkLock.TryTake(OfSeed3, out _);

        Assert.NotNull(taken);
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

    private void Leave(LockHolder holder)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(OfSeed3, holder.ToText());
    }
}

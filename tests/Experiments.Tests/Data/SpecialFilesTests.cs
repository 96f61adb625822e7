using System.Diagnostics;
using Experiments.Data;
using static Experiments.Tests.Data.IdxSamples;

namespace Experiments.Tests.Data;

/// <summary>
/// What has a file's name and is none, or not one to be read to its end: a clear line at once, where a careless reader waits for ever.
/// </summary>
public sealed class SpecialFilesTests : IDisposable
{
    private const string NotRead = "the file is empty (or a pipe or a device, which are not read), at byte 0";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_pipe_that_nobody_writes_to_is_refused_at_once() => AssertRefusedAtOnce(Pipe("pipe"), NotRead);

    [Fact]
    public void A_link_to_a_pipe_is_refused_at_once()
    {
        File.CreateSymbolicLink(folder.File("link"), Pipe("pipe"));

        AssertRefusedAtOnce(folder.File("link"), NotRead);
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    public void A_device_is_refused_at_once(string device)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such device");

        AssertRefusedAtOnce(device, NotRead);
    }

    [Fact]
    public void A_pipe_among_four_files_is_refused_at_once()
    {
        WriteFour(folder, FourContents());
        File.Delete(folder.File(Names[2]));
        Pipe(Names[2]);

        Assert.StartsWith(
            $"{folder.File(Names[2])}: {NotRead}",
            Assert.Throws<BadDataException>(() => DataSet.Read(folder.Path, cancellation: Stop)).Message);
    }

    [Fact]
    public void A_loop_of_links_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets hardly anybody make links");
        File.CreateSymbolicLink(folder.File("there"), folder.File("back"));
        File.CreateSymbolicLink(folder.File("back"), folder.File("there"));

        AssertRefusedAtOnce(folder.File("there"), "the file cannot be read (Too many levels of symbolic links");
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "whoever runs this may read everything");
        string path = folder.Write("secret", Labels(5));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.None);
        }

        AssertRefusedAtOnce(path, "the file cannot be read (Access to the path");
    }

    // As unpacked by programs that make a folder of every archive, the file inside it or beside it under its other name.
    [Fact]
    public void A_folder_under_one_spelling_of_a_name_does_not_hide_the_file_under_another()
    {
        WriteFour(folder, FourContents());
        File.Move(folder.File(Names[0]), folder.File("train-images.idx3-ubyte"));
        Directory.CreateDirectory(folder.File(Names[0]));

        Assert.Equal(20, DataSet.Read(folder.Path, cancellation: Stop).Training.Count);
    }

    private string Pipe(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes");
        using var made = Process.Start("mkfifo", folder.File(name));
        made.WaitForExit();
        return folder.File(name);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static void AssertRefusedAtOnce(string path, string what)
    {
        var watch = Stopwatch.StartNew();
        long before = GC.GetAllocatedBytesForCurrentThread();

        string message = Assert.Throws<BadDataException>(() => IdxFile.Read(path, IdxKind.Labels)).Message;

        Assert.StartsWith($"{path}: {what}", message, StringComparison.Ordinal);
        Assert.Contains("; replace it with a good copy", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }
}

using System.Diagnostics;
using System.Runtime.InteropServices;
using Experiments.Data;
using static Experiments.Tests.Data.IdxSamples;

namespace Experiments.Tests.Data;

/// <summary>
/// What has a file's name and is none, or not one to be read to its end: a clear line at once, where a careless reader waits for ever.
/// </summary>
public sealed class SpecialFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_pipe_that_nobody_writes_to_is_refused_at_once()
    {
        AssertRefusedAtOnce(Pipe("pipe"), "the file is empty (or a pipe or a device, which are not read), at byte 0");
    }

    [Fact]
    public void A_link_to_a_pipe_is_refused_at_once()
    {
        File.CreateSymbolicLink(folder.File("link"), Pipe("pipe"));

        AssertRefusedAtOnce(folder.File("link"), "the file is empty (or a pipe or a device, which are not read), at byte 0");
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    public void A_device_is_refused_at_once(string device)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such device");

        AssertRefusedAtOnce(device, "the file is empty (or a pipe or a device, which are not read), at byte 0");
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
    public void A_link_that_leads_nowhere_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets hardly anybody make links");
        File.CreateSymbolicLink(folder.File("link"), folder.File("nothing"));

        AssertRefusedAtOnce(folder.File("link"), "this is a link that leads nowhere");
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

    [Fact]
    public void A_folder_that_may_not_be_looked_into_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "whoever runs this may read everything");
        string closed = Directory.CreateDirectory(folder.File("closed")).FullName;
        SetMode(UnixFileMode.None);

        string message = Assert.Throws<BadDataException>(() => Mnist.LoadAnyContent(closed, cancellation: Stop)).Message;
        SetMode(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.StartsWith($"{closed}: the folder cannot be read (Access to the path", message, StringComparison.Ordinal);
        Assert.EndsWith("; get the right to read it, or choose another folder", message, StringComparison.Ordinal);

        void SetMode(UnixFileMode mode)
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(closed, mode);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_of_terabytes_is_refused_at_once(bool compressed)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a hole in a file takes no space only elsewhere");
        string path = folder.Write("sparse", compressed ? Gzip(Labels(50)) : Labels(50));
        using (FileStream file = File.OpenWrite(path))
        {
            file.SetLength(1L << 42);
        }

        AssertRefusedAtOnce(path, "the file has 4,398,046,511,104 bytes, no IDX file of digits has more than 1,074,790,400");
    }

    [Fact]
    public void A_folder_in_place_of_a_file_of_a_data_set_is_told()
    {
        WriteFour(folder, FourContents());
        File.Delete(folder.File(Names[0]));
        Directory.CreateDirectory(folder.File(Names[0]));

        string message = Assert.Throws<BadDataException>(() => Mnist.LoadAnyContent(folder.Path, cancellation: Stop)).Message;

        Assert.Equal(
            $"{folder.Path}: {Names[0]}.gz not found ({Names[0]} is a folder); put what is missing there, or choose another folder",
            message);
    }

    [Fact]
    public void A_pipe_among_four_files_is_refused_at_once()
    {
        WriteFour(folder, FourContents());
        File.Delete(folder.File(Names[2]));
        Pipe(Names[2]);

        Assert.StartsWith(
            $"{folder.File(Names[2])}: the file is empty (or a pipe",
            Assert.Throws<BadDataException>(() => Mnist.LoadAnyContent(folder.Path, cancellation: Stop)).Message);
    }

    // As unpacked by programs that make a folder of every archive, the file inside it or beside it under its other name.
    [Fact]
    public void A_folder_under_one_spelling_of_a_name_does_not_hide_the_file_under_another()
    {
        WriteFour(folder, FourContents());
        File.Move(folder.File(Names[0]), folder.File("train-images.idx3-ubyte"));
        Directory.CreateDirectory(folder.File(Names[0]));

        Assert.Equal(20, Mnist.LoadAnyContent(folder.Path, cancellation: Stop).Training.Count);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static void AssertRefusedAtOnce(string path, string what)
    {
        var watch = Stopwatch.StartNew();
        long before = GC.GetAllocatedBytesForCurrentThread();

        string message = Assert.Throws<BadDataException>(() => IdxFile.Read(path, IdxKind.Labels, Stop)).Message;

        Assert.StartsWith($"{path}: {what}", message, StringComparison.Ordinal);
        Assert.EndsWith("; replace it with a good copy", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private string Pipe(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes");
        Assert.Equal(0, MakePipe(folder.File(name), 0b110_000_000));
        return folder.File(name);
    }

    [DllImport("libc", EntryPoint = "mkfifo", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int MakePipe(string path, uint mode);
}

using Experiments.Results;

namespace Experiments.Tests.Results;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // As a command does on another machine, where the file system they share locks nothing.
    [Fact]
    public void A_file_is_written_though_another_command_removes_its_temporary_file()
    {
        using var watcher = new FileSystemWatcher(folder, "*.tmp");
        var removed = 0;
        watcher.Created += (_, created) =>
        {
            if (removed == 0)
            {
                AtomicFile.TryDelete(created.FullPath);
                removed++;
            }
        };
        watcher.EnableRaisingEvents = true;
        for (var file = 0; file < 20; file++)
        {
            removed = 0;
            AtomicFile.Write(Path.Combine(folder, $"{file}.csv"), new byte[100_000], "seed-0");
        }

        Assert.Equal(20, Directory.GetFiles(folder, "*.csv").Length);
    }

    [Fact]
    public void A_copy_has_the_bytes_and_the_rights()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("it has other rights");
            return;
        }

        var (program, copy) = (Path.Combine(folder, "program"), Path.Combine(folder, "copies", "program"));
        File.WriteAllBytes(program, [1, 2, 3]);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        AtomicFile.Copy(program, copy, "copy");

        Assert.Equal([1, 2, 3], File.ReadAllBytes(copy));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserExecute, File.GetUnixFileMode(copy));
        Assert.Equal([copy], Directory.GetFiles(Path.GetDirectoryName(copy)!));
    }

    [Fact]
    public void A_file_without_carriage_returns_is_read_as_it_is()
    {
        var path = Path.Combine(folder, "cell.csv");
        File.WriteAllBytes(path, [1, 2, 3]);

        Assert.Equal([1, 2, 3], AtomicFile.Read(path));
    }
}

using Experiments.Running.Slurm;

namespace Experiments.Tests.Slurm;

public sealed class PublishedProgramTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string Submissions => Path.Combine(folder, "results", ".slurm");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_a_killed_command_left_of_a_native_library_is_removed_by_the_next()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "SLURM is for Linux");
        var programs = new PublishedProgram(Submissions);
        var published = programs.Publish(Program("1.0"));
        var native = Directory.GetFiles(Path.Combine(Submissions, "natives"), "*.so", SearchOption.AllDirectories).Single();
        var half = Path.Combine(Path.GetDirectoryName(native)!, ".program.libtorch.so.0123.tmp");
        File.WriteAllText(half, "nat");

        programs.RemoveAllBut([published]);

        Assert.Equal([native], Directory.GetFiles(Path.GetDirectoryName(native)!));
        Assert.Equal("native", File.ReadAllText(Path.Combine(published, "libtorch.so")));
    }

    [Fact]
    public void Copied_half_it_is_none_and_leaves_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "SLURM is for Linux");
        var program = Program("1.0");
        var programs = new PublishedProgram(Submissions);
        Directory.CreateDirectory(Submissions);
        File.WriteAllText(Path.Combine(Submissions, "natives"), ""); // a file, where the natives' folder has to be

        Assert.Throws<IOException>(() => programs.Publish(program));

        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Submissions, "programs")));
    }

    private string Program(string text)
    {
        var program = Directory.CreateDirectory(Path.Combine(folder, "program")).FullName;
        File.WriteAllText(Path.Combine(program, "Recipes.dll"), text);
        File.WriteAllText(Path.Combine(program, "libtorch.so"), "native");
        return program;
    }
}

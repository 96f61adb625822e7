using Experiments.Models;
using TorchSharp;

namespace Experiments.Tests.Models;

public class NativeLibrariesTests
{
    [Fact]
    public void Libtorch_loads()
    {
        NativeLibraries.Require();

        Assert.Equal(3, torch.ones(3).sum().item<float>());
    }

    // A new version of the package has another file: look up with readelf -VW whether it still needs help, and where.
    [Fact]
    public void In_the_packages_file_which_stays_as_it_is_the_version_that_is_not_used_is_found()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only on Linux is a copy made");
        NativeLibraries.Require();
        var file = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "libLibTorchSharp.so"));
        var weakened = file.ToArray();

        Assert.True(NativeLibraries.Weaken(weakened));

        // Elf64_Vernaux: vna_hash (4 bytes), vna_flags (2), …
        var at = Assert.Single(Enumerable.Range(0, file.Length), index => file[index] != weakened[index]);
        Assert.Equal((Hash("GLIBCXX_3.4.32"), 0), (BitConverter.ToUInt32(file, at - 4), BitConverter.ToUInt16(file, at)));
        Assert.Equal(2, BitConverter.ToUInt16(weakened, at));
    }

    [Fact]
    public void Any_other_file_is_left_as_it_is()
    {
        var file = "another version of the library"u8.ToArray();

        Assert.False(NativeLibraries.Weaken(file));
        Assert.Equal("another version of the library"u8.ToArray(), file);
    }

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("debian.12-x64")]
    [InlineData("osx-arm64")]
    [InlineData("win-x64")]
    [InlineData("win-arm64")]
    public void Systems_that_libtorch_is_built_for_are_taken(string system) => Assert.Null(NativeLibraries.Unsupported(system));

    [Theory]
    [InlineData("linux-arm64", "linux-arm64")]
    [InlineData("linux-musl-x64", "musl")]
    [InlineData("alpine.3.20-x64", "Alpine")]
    [InlineData("osx-x64", "Intel")]
    public void Others_are_told_in_a_line_what_to_use(string system, string named)
    {
        var line = NativeLibraries.Unsupported(system);

        Assert.Contains(named, line);
        Assert.Contains("Use ", line);
        Assert.DoesNotContain('\n', line!);
    }

    [Theory]
    [InlineData("/lib64/libstdc++.so.6: version `GLIBCXX_3.4.30' not found (required by /app/libLibTorchSharp.so)\n",
        "C++ library lacks GLIBCXX_3.4.30")]
    [InlineData("/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by x)\n", "C library lacks GLIBC_2.34")]
    [InlineData(
        "dlopen(x) failed:\nno suitable image found", "dlopen(x) failed: no suitable image found")]
    public void A_loaders_message_becomes_a_line_that_says_what_is_missing(string message, string expected)
    {
        var line = NativeLibraries.Explain(message);

        Assert.Contains(expected, line);
        Assert.DoesNotContain('\n', line);
    }

    [Theory]
    [InlineData("/p/libtorch_cpu.so: cannot open shared object file: No such file or directory")]
    [InlineData("/p/libtorch_cpu.so: file too short")]
    [InlineData("libgomp.so.1: cannot open shared object file: No such file or directory")]
    public void Of_all_files_that_were_tried_the_one_that_tells_is_named(string telling)
    {
        const string Missing = "cannot open shared object file: No such file or directory";
        var message = "Unable to load shared library 'torch_cpu' or one of its dependencies. In order to help diagnose loading problems, "
            + "consider using a tool like strace. If you're using glibc, consider setting the LD_DEBUG environment variable: \n"
            + $"/p/torch_cpu.so: {Missing}\n/n/torch_cpu.so: {Missing}\n{telling}\n/n/libtorch_cpu.so: {Missing}\n";

        Assert.Equal($"libtorch does not load: {telling}", NativeLibraries.Explain(message));
    }

    // The hash of the ELF gABI, chapter 5.
    private static uint Hash(string name) => name.Aggregate(0u, (hash, letter) =>
    {
        hash = (hash << 4) + letter;
        var high = hash & 0xf0000000;
        return (hash ^ (high >> 24)) & ~high;
    });
}

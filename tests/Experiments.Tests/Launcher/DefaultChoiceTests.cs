using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Experiments.Tests.Launcher;

/// <summary>What Directory.Build.props takes StandIns to be, for a <c>dotnet build</c> or an IDE.</summary>
public sealed class DefaultChoiceTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("experiments props ").FullName;
    private readonly Dictionary<string, string?> environment = new() { ["StandIns"] = null };

    public DefaultChoiceTests()
    {
        var repository = ScratchCheckout.RepositoryRoot();
        File.Copy(Path.Combine(repository, "Directory.Build.props"), Path.Combine(root, "Directory.Build.props"));
        File.WriteAllText(Path.Combine(root, "Some.csproj"), """<Project Sdk="Microsoft.NET.Sdk" />""");
        environment["NUGET_PACKAGES"] = Path.Combine(root, "cache");
        Directory.CreateDirectory(Path.Combine(root, "standins"));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void What_is_remembered_counts()
    {
        CachePackages();
        Remember("true");

        Assert.Equal("true", StandIns());
    }

    [Fact]
    public void The_environment_is_stronger_than_what_is_remembered()
    {
        Remember("true");
        environment["StandIns"] = "false";

        Assert.Equal("false", StandIns());
    }

    [Fact]
    public void Packages_in_the_cache_are_used_where_nothing_is_remembered()
    {
        CachePackages();

        Assert.Equal("false", StandIns());
    }

    [Fact]
    public void Without_packages_in_the_cache_the_system_s_libraries_decide()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has no such libraries");
        var hasLibtorch = File.Exists("/usr/include/ATen/core/dispatch/Dispatcher.h");
        var hasCairo = File.Exists("/etc/ld.so.cache") && NativeLibrary.TryLoad("libcairo.so.2", out _);

        Assert.Equal(hasLibtorch && hasCairo ? "true" : "false", StandIns());
    }

    [Fact]
    public void A_checkout_without_the_stand_ins_uses_packages()
    {
        Directory.Delete(Path.Combine(root, "standins"));

        Assert.Equal("false", StandIns());
    }

    private void CachePackages()
    {
        foreach (var package in "torchsharp-cpu scottplot microsoft.data.analysis".Split(' '))
            Directory.CreateDirectory(Path.Combine(root, "cache", package));
    }

    private void Remember(string standIns) => File.WriteAllText(
        Path.Combine(root, "packages.local.props"), $"<Project><PropertyGroup><StandIns>{standIns}</StandIns></PropertyGroup></Project>");

    private string StandIns()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["msbuild", "Some.csproj", "-getProperty:StandIns", "-nodeReuse:false"])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) != "dotnet")
            start.FileName = "dotnet"; // run from its own executable
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        return process.StandardOutput.ReadToEnd().Trim();
    }
}

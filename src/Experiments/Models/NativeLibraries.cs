using System.Diagnostics.CodeAnalysis;
using System.Runtime.Loader;

namespace Experiments.Models;

/// <summary>
/// Loads TorchSharp's native half, helps where an older Linux refuses it, and says in one line what is missing where nothing helps.
/// <para>
/// TorchSharp 0.107.0's libLibTorchSharp.so asks for version GLIBCXX_3.4.32 of libstdc++, and no relocation of the file names a symbol of
/// that version. Debian 12 and Ubuntu 22.04 end with 3.4.30. There a copy is loaded in which the version is weak: the
/// loader does without a version if the flag VER_FLG_WEAK is set in its Elf64_Vernaux entry (Linux Standard Base Core 5.0, section 10.7).
/// The package's file stays as it is, and where it loads, nothing is copied.
/// </para>
/// </summary>
internal static partial class NativeLibraries
{
    private const string Systems = "Debian 12, Ubuntu 22.04, RHEL 10, Fedora, or newer";
    private const byte Weak = 2; // VER_FLG_WEAK

    // The file of TorchSharp 0.107.0, and where in it vna_flags of GLIBCXX_3.4.32 stands: `readelf -VW` names the entry.
    private const string Sha256 = "cf33b1b0bb6bbb9754a768fb5c5d04d9f498603be50e73f55621a0b40ee608b8";
    private const int Flags = 0x3fa34;

    private static readonly Lazy<nint> Weakened = new(LoadWeakened);

    /// <summary>
    /// Loads libtorch. Called before the first tensor: TorchSharp itself answers a failure with thirty lines and a copy of libtorch.
    /// </summary>
    /// <exception cref="DllNotFoundException">It does not load; the message is one line that says why and what to do.</exception>
    public static void Require()
    {
        if (Unsupported(RuntimeInformation.RuntimeIdentifier) is { } reason)
        {
            throw new DllNotFoundException(reason);
        }

        try
        {
            NativeLibrary.Load("torch_cpu", typeof(torch).Assembly, null);
            NativeLibrary.Load("LibTorchSharp", typeof(torch).Assembly, null);
        }
        catch (Exception problem) when (problem is DllNotFoundException or BadImageFormatException)
        {
            throw new DllNotFoundException(Explain(problem.Message), problem);
        }
    }

    /// <summary>
    /// Sets an environment variable for this process and for native code in it, which does not see what .NET alone sets on Unix.
    /// </summary>
    public static void SetVariable(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        if (!OperatingSystem.IsWindows())
        {
            _ = setenv(name, value, overwrite: 1);
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    // The runtime asks the handler after its own search has found nothing that loads. Where the handler finds nothing either, what the
    // loader says of the package's own file stands.
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "a program that references the engine gets it too, whatever it calls first")]
    internal static void Register()
    {
        if (OperatingSystem.IsLinux())
        {
            AssemblyLoadContext.Default.ResolvingUnmanagedDll += (assembly, name) =>
                name == "LibTorchSharp" && assembly.GetName().Name == "TorchSharp" ? Weakened.Value : 0;
        }
    }

    // From a copy in the program's folder or, if that is read-only, that of temporary files. The copy is deleted at once: a library that is
    // loaded stays loaded.
    private static nint LoadWeakened()
    {
        var file = (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append(AppContext.BaseDirectory)
            .Select(folder => Path.Combine(folder, "libLibTorchSharp.so"))
            .FirstOrDefault(File.Exists);
        var content = file is null ? [] : File.ReadAllBytes(file);

        // The library looks for its neighbours beside itself. What is loaded already is found by name.
        if (!Weaken(content) || !NativeLibrary.TryLoad(Path.Combine(Path.GetDirectoryName(file)!, "libtorch.so"), out _))
        {
            return 0;
        }

        foreach (var folder in new[] { AppContext.BaseDirectory, Path.GetTempPath() })
        {
            var copy = Path.Combine(folder, $"libLibTorchSharp.{Guid.NewGuid():n}.so");
            try
            {
                File.WriteAllBytes(copy, content);
                return NativeLibrary.Load(copy);
            }
            catch (Exception problem) when (problem is DllNotFoundException or IOException or UnauthorizedAccessException)
            {
                // the next folder may do
            }
            finally
            {
                File.Delete(copy);
            }
        }

        return 0;
    }

    /// <summary>Marks the version that is not used as weak.</summary>
    /// <param name="file">The bytes of libLibTorchSharp.so.</param>
    /// <returns>Whether this is the file that is known; any other is left as it is.</returns>
    internal static bool Weaken(byte[] file)
    {
        if (Convert.ToHexStringLower(SHA256.HashData(file)) != Sha256)
        {
            return false;
        }

        file[Flags] = Weak;
        return true;
    }

    /// <summary>Why TorchSharp's packages have no libtorch 2.10 for a kind of system; null if they have one.</summary>
    /// <param name="system">A runtime identifier, such as linux-arm64.</param>
    internal static string? Unsupported(string system) => system switch
    {
        _ when system.Contains("musl", StringComparison.Ordinal) || system.StartsWith("alpine", StringComparison.Ordinal) =>
            $"libtorch has no build for Alpine and other systems with musl. Use one with glibc: {Systems}.",
        "osx-x64" => "libtorch 2.10 has no build for Macs with Intel processors. Use a Mac with Apple silicon, Linux on x64, or Windows.",
        "osx-arm64" or "win-x64" or "win-arm64" => null,
        _ when system.EndsWith("-x64", StringComparison.Ordinal) => null,
        _ => $"TorchSharp has no libtorch for {system} (TorchSharp issue 945). Use Linux on x64, a Mac with Apple silicon, or Windows.",
    };

    /// <summary>What is missing and what to do, from a loader's message.</summary>
    internal static string Explain(string message)
    {
        if (MissingVersion().Match(message) is { Success: true } version)
        {
            var (library, other) = version.Value.StartsWith("GLIBC_", StringComparison.Ordinal)
                ? ("C", "")
                : ("C++", ", or the libstdc++.so.6 of GCC 12 or newer");
            return $"libtorch does not load: this system's {library} library lacks {version.Value}. Use {Systems}{other}.";
        }

        var reason = (OperatingSystem.IsWindows() ? MissingOnWindows() : null) ?? Telling(message)
            ?? message.ReplaceLineEndings(" ").Trim();
        return $"libtorch does not load: {reason}";
    }

    // .NET names every file that it has tried. What tells is that one is there and is no good, or lacks another; or else its usual name.
    private static string? Telling(string message)
    {
        List<string> tries = [.. message.Split('\n', StringSplitOptions.TrimEntries).Where(line => TriedFile().IsMatch(line))];
        return tries.Find(line => !(line.StartsWith('/') && line.EndsWith(": No such file or directory", StringComparison.Ordinal)))
            ?? tries.Find(line => line.Contains("/lib", StringComparison.Ordinal) && line.Contains(".so: ", StringComparison.Ordinal));
    }

    private static string? MissingOnWindows()
    {
        string[] runtime = ["msvcp140.dll", "vcruntime140_1.dll"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Array.Find(runtime, file => !NativeLibrary.TryLoad(file, out _)) is { } missing
            ? $"{missing} is missing. Install the Microsoft Visual C++ runtime from https://aka.ms/vs/17/release/vc_redist.x64.exe."
            : Array.Find(folders, folder => File.Exists(Path.Combine(folder, "torch_cpu.dll"))) is { } other
            ? $"{other}, a folder on the PATH, has another torch_cpu.dll. Take it off the PATH and run this again."
            : null;
    }

    [GeneratedRegex(@"(GLIBCXX|GLIBC|CXXABI)_[0-9.]+(?=' not found)")]
    private static partial Regex MissingVersion();

    [GeneratedRegex(@"^[^ :]+\.so[.0-9]*: .")]
    private static partial Regex TriedFile();
}

using System.Runtime.InteropServices;
using System.Text;

namespace Experiments.Results;

/// <summary>What .NET's file streams cannot do, by the C library. Not for Windows.</summary>
internal static class SystemCalls
{
    private const int ReadOnly = 0;
    private const int InputOutputError = 5;

    /// <summary>Brings a folder's names to the disk.</summary>
    /// <exception cref="IOException">The disk reports an error.</exception>
    public static void FlushFolder(string folder)
    {
        var handle = open(folder, ReadOnly);
        if (handle < 0)
        {
            return;
        }

        var failed = fsync(handle) != 0 && Marshal.GetLastPInvokeError() == InputOutputError; // some file systems cannot flush folders, and say so otherwise
        _ = close(handle);
        if (failed)
        {
            throw new IOException($"The disk reports an error while {folder} is flushed.");
        }
    }

    /// <summary>The beginning of a file, whoever has locked it: file streams ask for a lock even to read. Empty if it cannot be read.</summary>
    public static string ReadLocked(string path)
    {
        var handle = open(path, ReadOnly);
        if (handle < 0)
        {
            return "";
        }

        var buffer = new byte[4096];
        var count = read(handle, buffer, buffer.Length);
        _ = close(handle);
        return count > 0 ? Encoding.UTF8.GetString(buffer, 0, (int)count) : "";
    }

#pragma warning disable IDE1006, SA1300 // the C library's own names
    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint read(int handle, [Out] byte[] buffer, nint count);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int fsync(int handle);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int close(int handle);
#pragma warning restore IDE1006, SA1300
}

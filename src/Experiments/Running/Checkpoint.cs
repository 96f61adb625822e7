using System.Security.Cryptography;
using System.Text;
using Experiments.Networks;
using Experiments.Results;
using TorchSharp;

namespace Experiments.Running;

/// <summary>
/// A training under way on disk, beside the cells that it will become: who may go on with it, the state, and the SHA-256 of both. Only the very
/// build that wrote it reads it, on the same machine: going on is to give the same bits as not having stopped.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="Seeds">The seeds that are trained together.</param>
internal sealed record Checkpoint(string Path, IReadOnlyList<int> Seeds)
{
    private const string Form = "experiments checkpoint 1";
    private const string Pattern = "checkpoint-*.bin";

    /// <summary>The paths of all that lie in a folder.</summary>
    public static IReadOnlyList<string> FilesIn(string folder) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, Pattern).Order(StringComparer.Ordinal)] : [];

    /// <summary>The checkpoint of some seeds, there or not.</summary>
    public static Checkpoint Of(string folder, IReadOnlyList<int> seeds)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', seeds)));
        return new(System.IO.Path.Combine(folder, $"checkpoint-{Convert.ToHexStringLower(digest)[..10]}.bin"), seeds);
    }

    /// <summary>Reads who may go on with a checkpoint.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">Whose training it must be.</param>
    /// <exception cref="BadResultException">It is damaged, or nobody here may.</exception>
    public static Checkpoint Read(string path, ResultKey key)
    {
        var checkpoint = new Checkpoint(path, []);
        try
        {
            using var file = checkpoint.Verified();
            var seeds = Header(new(file, restoring: true), key, "");
            return checkpoint with { Seeds = [.. seeds.Split(',').Select(int.Parse)] };
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or FormatException or OverflowException or ArgumentException)
        {
            throw new BadResultException($"{path} cannot be read: {problem.Message}");
        }
    }

    /// <summary>Writes it, replacing what was there.</summary>
    /// <param name="key">Whose training it is.</param>
    /// <param name="state">Passes over the state.</param>
    public void Write(ResultKey key, Action<StateStream> state) => DurableFile.Write(Path, file =>
    {
        using var digest = SHA256.Create();
        using (var hashed = new CryptoStream(file, digest, CryptoStreamMode.Write, leaveOpen: true))
        using (var buffered = new BufferedStream(hashed, 1 << 16))
        {
            var stream = new StateStream(buffered, restoring: false);
            Header(stream, key, string.Join(',', Seeds));
            state(stream);
        }

        file.Write(digest.Hash);
    });

    /// <summary>Puts the state back if the file is there.</summary>
    /// <returns>Whether it is.</returns>
    public bool Restore(ResultKey key, Action<StateStream> state)
    {
        if (!File.Exists(Path))
        {
            return false;
        }

        using var file = Verified();
        var stream = new StateStream(file, restoring: true);
        Header(stream, key, "");
        state(stream);
        return true;
    }

    /// <summary>Removes the file; if that cannot be done, it stays for <see cref="Leftovers"/>.</summary>
    public void Remove()
    {
        try
        {
            File.Delete(Path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
        }
    }

    // The order is the file's.
    private static string Header(StateStream stream, ResultKey key, string seeds)
    {
        Expect(Form, "of another version");
        Expect($"{typeof(Checkpoint).Module.ModuleVersionId} {typeof(torch).Module.ModuleVersionId} {Environment.Version}", "of another build of the engine or its packages");
        Expect(Environment.MachineName, "of another machine");
        Expect(key.CellName(0), "of another training");
        return stream.Keep(seeds);

        void Expect(string own, string otherwise)
        {
            if (stream.Keep(own) != own)
            {
                throw new FormatException($"It is {otherwise}.");
            }
        }
    }

    // The file at its beginning, after its checksum was found to fit.
    private BufferedStream Verified()
    {
        var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        try
        {
            var digest = new byte[SHA256.HashSizeInBytes];
            var length = file.Length - digest.Length;
            if (length < 0 || !Digest(file, length).SequenceEqual(Last(file, digest)))
            {
                throw new FormatException("It is damaged: its checksum does not fit.");
            }

            file.Position = 0;
            return new(file, 1 << 16);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static byte[] Digest(FileStream file, long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        while (length > 0)
        {
            var count = file.Read(buffer, 0, (int)Math.Min(length, buffer.Length));
            hash.AppendData(buffer, 0, count);
            length = count == 0 ? 0 : length - count;
        }

        return hash.GetHashAndReset();
    }

    private static byte[] Last(FileStream file, byte[] bytes)
    {
        file.ReadExactly(bytes);
        return bytes;
    }
}

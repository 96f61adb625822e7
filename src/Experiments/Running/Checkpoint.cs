using System.Security.Cryptography;
using System.Text;
using Experiments.Models;
using Experiments.Results;
using TorchSharp;

namespace Experiments.Running;

/// <summary>
/// A cell's training under way, on disk beside the cell that it will become: who may continue it, the state, and the SHA-256 of both. Only the very
/// build that wrote it reads it, on the same machine: continuing must give the same bits as not having stopped. The name of the file says which
/// build and machine that is, so those of others stay as they are.
/// </summary>
internal sealed class Checkpoint
{
    private const string Form = "experiments checkpoint 2";

    private readonly string identity;
    private readonly string owner;

    /// <summary>The checkpoint of a cell, there or not.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="folder">The folder of its variant.</param>
    public Checkpoint(PlannedCell cell, string folder)
    {
        identity = string.Join('\n', [Form, .. Builds(cell.Variant), $"{Environment.Version}", Environment.MachineName, cell.Variant.Key.CellName(cell.Seed)]);
        owner = ResultStore.OwnerOf(cell.Seed);
        Path = System.IO.Path.Combine(folder, $"seed-{cell.Seed}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..10]}.checkpoint");
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Whether the file is there.</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>The paths of all checkpoints in a folder, or of those of one seed, whoever wrote them.</summary>
    public static IReadOnlyList<string> FilesIn(string folder, int? seed = null) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, $"seed-{(seed is null ? "*" : seed)}.*.checkpoint").Order(StringComparer.Ordinal)] : [];

    /// <summary>What is wrong with the file, which is there; null if nothing is.</summary>
    public string? Problem()
    {
        try
        {
            using var file = Verified();
            CheckIdentity(new(file));
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or FormatException or OverflowException or ArgumentException)
        {
            return $"{Path} cannot be read: {problem.Message}";
        }
    }

    /// <summary>Writes it, replacing what was there.</summary>
    /// <param name="state">Writes the state.</param>
    public void Write(Action<BinaryWriter> state) => DurableFile.Write(Path, file =>
    {
        using var digest = SHA256.Create();
        using (var hashed = new CryptoStream(file, digest, CryptoStreamMode.Write, leaveOpen: true))
        using (var buffered = new BufferedStream(hashed, 1 << 16))
        {
            var writer = new BinaryWriter(buffered);
            writer.Write(identity);
            state(writer);
            writer.Flush();
        }

        file.Write(digest.Hash);
    }, owner);

    /// <summary>Puts the state back if the file is there.</summary>
    /// <returns>Whether it is.</returns>
    public bool Restore(Action<BinaryReader> state)
    {
        if (!Exists)
        {
            return false;
        }

        using var file = Verified();
        var reader = new BinaryReader(file);
        CheckIdentity(reader);
        state(reader);
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

    // Of all code that a training depends on: the engine, TorchSharp, and what the recipe's author wrote.
    private static IEnumerable<string> Builds(PlannedVariant variant) =>
        new[] { typeof(Checkpoint), typeof(torch), variant.Variant.Workload.GetType(), (variant.Variant.Workload as Model)?.Method.DeclaringType, variant.RecipeType }
            .OfType<Type>().Select(type => $"{type.Module.ModuleVersionId}").Distinct();

    private void CheckIdentity(BinaryReader reader)
    {
        if (reader.ReadString() != identity)
        {
            throw new FormatException("It belongs to another cell, build or machine.");
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

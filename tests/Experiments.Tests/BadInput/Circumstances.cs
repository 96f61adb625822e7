using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Experiments.Tests.CommandLine;

namespace Experiments.Tests.BadInput;

/// <summary>What the lines beginning with # in <c>bad-inputs.txt</c> make true in a workplace.</summary>
internal static class Circumstances
{
    private const string Images = "train-images-idx3-ubyte";
    private const string Labels = "train-labels-idx1-ubyte";

    private static readonly Dictionary<string, Action<Workplace>> All = new()
    {
        ["notes is a file"] = place => File.WriteAllText(Path.Combine(place.Folder, "notes"), "buy milk\n"),
        ["nothing is an empty folder"] = place => Directory.CreateDirectory(Path.Combine(place.Folder, "nothing")),
        ["digits lacks its training labels"] = place => File.Delete(Digits(place, Labels)),
        ["digits has a folder in place of its training images"] = place => Replace(place, Images, path => Directory.CreateDirectory(path)),
        ["digits has a link to itself in place of its training images"] = place =>
            Replace(place, Images, path => File.CreateSymbolicLink(path, path)),
        ["digits has a named pipe in place of its training labels"] = place => Replace(place, Labels, path =>
        {
            using var made = Process.Start("mkfifo", path);
            made.WaitForExit();
        }),
        ["digits has empty training labels"] = place => File.WriteAllBytes(Digits(place, Labels), []),
        ["digits has a label 10 at its third training image"] = place => Change(place, Labels, bytes => bytes[10] = 10),
        ["digits has training images without their last byte"] = place => Shorten(Digits(place, Images), 1),
        ["digits has training labels with one byte more"] = place => File.AppendAllText(Digits(place, Labels), "x"),
        ["digits has images and labels under each other's names"] = place => Swap(Digits(place, Images), Digits(place, Labels)),
        ["digits has training and test labels under each other's names"] = place =>
            Swap(Digits(place, Labels), Digits(place, "t10k-labels-idx1-ubyte")),
        ["digits has its training images' dimensions as rows, columns, count"] = place => Change(place, Images, bytes =>
            ((byte[])[.. bytes[8..16], .. bytes[4..8]]).CopyTo(bytes, 4)),
        ["digits has training images that claim 4 billion rows"] = place => Change(place, Images, bytes => bytes.AsSpan(8, 4).Fill(255)),
        ["digits has floating-point training images"] = place => Change(place, Images, bytes => bytes[2] = 0x0D),
        ["digits has a web page for its training images"] = place =>
            File.WriteAllText(Digits(place, Images), "<!DOCTYPE html><title>Please log in</title>"),
        ["digits has a Git LFS pointer for its training images"] = place =>
            File.WriteAllText(Digits(place, Images), "version https://git-lfs.github.com/spec/v1\n"),
        ["digits has compressed training images that lost their end"] = place =>
        {
            Compress(place, Images);
            Shorten(Digits(place, Images), 20);
        },
        ["digits has compressed training labels with a wrong bit"] = place =>
        {
            Compress(place, Labels);
            Change(place, Labels, bytes => bytes[^7] ^= 1);
        },
        ["digits is named MNIST and lies in data/mnist"] = place =>
        {
            Directory.CreateDirectory(Path.Combine(place.Folder, "data"));
            Directory.Move(Path.Combine(place.Folder, "digits"), Path.Combine(place.Folder, "data", "mnist"));
        },
        ["widths was run with one seed"] = place => place.Do("run widths --dataset digits --seeds 1"),
    };

    /// <summary>Makes something true.</summary>
    public static void Make(string given, Workplace place)
    {
        Assert.True(All.ContainsKey(given), $"nobody knows how to bring about '{given}'");
        All[given](place);
    }

    private static string Digits(Workplace place, string name) => Path.Combine(place.Folder, "digits", name);

    private static void Replace(Workplace place, string name, Action<string> put)
    {
        File.Delete(Digits(place, name));
        put(Digits(place, name));
    }

    private static void Change(Workplace place, string name, Action<byte[]> change)
    {
        var bytes = File.ReadAllBytes(Digits(place, name));
        change(bytes);
        File.WriteAllBytes(Digits(place, name), bytes);
    }

    private static void Shorten(string path, int bytes) => File.WriteAllBytes(path, File.ReadAllBytes(path)[..^bytes]);

    private static void Swap(string one, string other)
    {
        File.Move(one, one + ".tmp");
        File.Move(other, one);
        File.Move(one + ".tmp", other);
    }

    private static void Compress(Workplace place, string name)
    {
        var content = File.ReadAllBytes(Digits(place, name));
        using var gzip = new GZipStream(File.Create(Digits(place, name)), CompressionLevel.Optimal);
        gzip.Write(content);
    }

}

using System.Diagnostics;
using System.IO.Compression;
using Experiments.Data;
using static Experiments.Tests.Data.IdxSamples;

namespace Experiments.Tests.Data;

public sealed class RealMnistTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void The_real_mnist_passes_every_check()
    {
        DataSet data = Mnist.Read(RealMnist.Folder(), null, Stop);

        Assert.Equal(("MNIST", true, false), (data.Name, data.IsMnist, data.IsSynthetic));
        Assert.Equal((60_000, 10_000, 28, 28), (data.Training.Count, data.Test.Count, data.Training.Height, data.Training.Width));

        // The first labels of the two files, as printed in every introduction.
        Assert.Equal([5, 0, 4, 1, 9, 2, 1, 3, 1, 4], data.Training.Labels[..10].ToArray());
        Assert.Equal([7, 2, 1, 0, 4, 1, 4, 9, 5, 9], data.Test.Labels[..10].ToArray());
    }

    [Fact]
    public void Its_summary_has_the_published_statistics()
    {
        DataSet data = Mnist.Read(RealMnist.Folder(), null, Stop);
        var (mean, deviation) = data.Training.PixelMoments();

        Assert.Equal(0.1307, mean, 0.00005);
        Assert.Equal(0.3081, deviation, 0.00005);
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], data.Training.ClassCounts());
        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], data.Test.ClassCounts());
    }

    [Fact]
    public void It_is_recognized_in_a_folder_of_any_name()
    {
        DataSet data = DataSet.Read(RealMnist.Folder(), null, Stop);

        Assert.True(data.IsMnist);
        Assert.Equal("MNIST", data.Name);
    }

    [Fact]
    public void It_is_read_and_checked_in_less_than_a_second()
    {
        string folder = RealMnist.Folder();
        var best = TimeSpan.MaxValue;
        for (int attempt = 0; attempt < 3; attempt++)
        {
            var watch = Stopwatch.StartNew();
            Mnist.Read(folder, null, Stop);
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        Assert.InRange(best.TotalSeconds, 0, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void One_wrong_bit_anywhere_in_it_is_found(int file)
    {
        using var copy = new TemporaryFolder();
        byte[][] contents = ReadAll(RealMnist.Folder());
        contents[file][^100] ^= 1;
        WriteFour(copy, contents);

        string message = Assert.Throws<BadDataException>(() => Mnist.Read(copy.Path, null, Stop)).Message;

        Assert.StartsWith(copy.File(Names[file]), message, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_and_test_files_under_each_others_names_are_refused()
    {
        using var copy = new TemporaryFolder();
        byte[][] contents = ReadAll(RealMnist.Folder());
        WriteFour(copy, [contents[2], contents[3], contents[0], contents[1]]);

        string message = Assert.Throws<BadDataException>(() => Mnist.Read(copy.Path, null, Stop)).Message;

        Assert.Contains("this is not MNIST's file", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_fetched_from_a_mirror_as_it_is_published()
    {
        string source = RealMnist.Folder();
        Assert.SkipUnless(
            Names.All(name => File.Exists(Path.Combine(source, name + ".gz"))),
            "the files there are not the compressed ones");
        using var copy = new TemporaryFolder();
        await using var mirror = new LoopbackServer((name, to, stop) =>
            LoopbackServer.Whole(to, File.ReadAllBytes(Path.Combine(source, name)), stop));

        Assert.Equal(4, Mnist.Fetch(copy.Path, [mirror.Address], _ => { }, Stop));

        Assert.True(Mnist.Read(copy.Path, null, Stop).IsMnist);
    }

    private static byte[][] ReadAll(string folder) => [.. Names.Select(name => Read(Path.Combine(folder, name)))];

    private static byte[] Read(string path)
    {
        if (File.Exists(path))
        {
            return File.ReadAllBytes(path);
        }

        using var content = new MemoryStream();
        using var gzip = new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress);
        gzip.CopyTo(content);
        return content.ToArray();
    }
}

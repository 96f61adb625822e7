using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Experiments.Data;
using static Experiments.Tests.Data.IdxSamples;

namespace Experiments.Tests.Data;

public sealed class DataSetsTests : IDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly TemporaryFolder _own = new();
    private readonly List<string> _said = [];

    public void Dispose()
    {
        _root.Dispose();
        _own.Dispose();
    }

    [Fact]
    public void Auto_takes_mnist_from_EXPERIMENTS_DATA()
    {
        string real = RealMnist.Folder();

        DataSet data = Open("auto", real);

        Assert.True(data.IsMnist);
        Assert.Equal(real, data.Origin);
        Assert.Empty(_said);
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("mnist")]
    [InlineData("MNIST")]
    public void Mnist_is_taken_from_the_mnist_folder_inside_EXPERIMENTS_DATA(string choice)
    {
        Directory.CreateSymbolicLink(_own.File("mnist"), RealMnist.Folder());

        DataSet data = Open(choice, _own.Path);

        Assert.True(data.IsMnist);
        Assert.Equal(_own.File("mnist"), data.Origin);
    }

    [Fact]
    public void Mnist_is_taken_from_the_data_folder_if_EXPERIMENTS_DATA_has_none_and_that_is_told()
    {
        Directory.CreateSymbolicLink(_root.File("mnist"), RealMnist.Folder());

        Assert.Equal(_root.File("mnist"), Open("auto", null).Origin);
        Assert.Equal(_root.File("mnist"), Open("auto", _own.Path).Origin);
    }

    [Fact]
    public async Task Auto_fetches_mnist_if_it_is_nowhere()
    {
        string real = RealMnist.Folder();
        Assert.SkipUnless(Names.All(name => File.Exists(Path.Combine(real, name + ".gz"))), "the files there are not the compressed ones");
        await using var mirror = new LoopbackServer((name, to, stop) =>
            LoopbackServer.Whole(to, File.ReadAllBytes(Path.Combine(real, name)), stop));

        var progress = new Told();
        DataSet data = Open("auto", null, mirror.Address, progress);

        Assert.True(data.IsMnist);
        Assert.Equal(4, progress.Files.Count);
        Assert.Equal([$"fetching MNIST (11 MB) into {_root.File("mnist")}"], _said);
    }

    [Fact]
    public void Auto_without_mnist_and_network_uses_synthetic_digits_soon_and_says_so_loudly()
    {
        var watch = Stopwatch.StartNew();

        DataSet data = Open("auto", _own.Path);

        Assert.True(data.IsSynthetic);
        Assert.Contains(_said, line => line.StartsWith("EXPERIMENTS_DATA: ", StringComparison.Ordinal));
        Assert.Contains(_said, line => line.Contains("cannot be fetched", StringComparison.Ordinal));
        Assert.Contains(_said, line => line.StartsWith("NOT MNIST: the synthetic digits", StringComparison.Ordinal));
        Assert.All(_said, line => Assert.DoesNotContain('\n', line));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
    }

    [Fact]
    public void Mnist_that_is_nowhere_is_an_error_if_mnist_was_asked_for()
    {
        string message = Assert.Throws<BadDataException>(() => Open("mnist", null)).Message;

        Assert.Contains("MNIST is not there and cannot be fetched", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("mnist")]
    public void A_wrong_mnist_is_an_error_and_never_replaced_by_synthetic_digits(string choice)
    {
        WriteFour(_own, FourContents());

        Assert.Contains("is not MNIST's", Assert.Throws<BadDataException>(() => Open(choice, _own.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_of_an_incomplete_mnist_is_told()
    {
        WriteFour(_own, FourContents());
        File.Delete(_own.File(Names[3]));

        Assert.Throws<BadDataException>(() => Open("mnist", _own.Path));

        Assert.Equal($"{_own.Path}: t10k-labels-idx1-ubyte.gz not found", _said[0]);
    }

    [Fact]
    public void Synthetic_digits_are_kept_in_the_data_folder()
    {
        Assert.True(Open("synthetic", null).IsSynthetic);
        Assert.Equal(4, Directory.GetFiles(_root.File("synthetic")).Length);
    }

    [Fact]
    public void A_folder_is_read_without_checksums()
    {
        WriteFour(_own, FourContents(training: 20));

        DataSet data = Open(_own.Path, null);

        Assert.Equal((Path.GetFileName(_own.Path), 20, false), (data.Name, data.Training.Count, data.IsMnist));
    }

    [Fact]
    public void A_choice_that_is_no_folder_is_answered_with_the_choices()
    {
        string message = Assert.Throws<BadDataException>(() => Open("minst", null)).Message;

        Assert.Equal("minst: there is no such folder; choose auto, mnist, synthetic or a folder with the four IDX files", message);
    }

    [Fact]
    public void A_summary_counts_and_averages()
    {
        // Two images of 2 × 1 with pixels 0, 255, 255, 255: mean 3/4, deviation √(3/16).
        var images = new ImageSet(2, 1, new byte[] { 0, 255, 255, 255 }, new byte[] { 9, 2 });
        var data = new DataSet("two", "ab", images, images.Slice(1, 1), IsMnist: false, IsSynthetic: false, "here");

        DataSummary summary = DataSummary.Of(data);

        Assert.Equal(0.75, summary.Mean, 12);
        Assert.Equal(Math.Sqrt(3) / 4, summary.StandardDeviation, 12);
        Assert.Equal([0, 0, 1, 0, 0, 0, 0, 0, 0, 1], summary.TrainingClasses);
        Assert.Equal([0, 0, 1, 0, 0, 0, 0, 0, 0, 0], summary.TestClasses);
        Assert.Equal(("two", "ab", "here", 2, 1), (summary.Name, summary.Sha256, summary.Origin, summary.Height, summary.Width));
    }

    private DataSet Open(string choice, string? experimentsData, Uri? mirror = null, IProgress<FetchProgress>? progress = null) => DataSets.Open(
        choice,
        new DataFolders(_root.Path, experimentsData) { Mirrors = [mirror ?? NobodyListens()] },
        _said.Add,
        progress,
        TestContext.Current.CancellationToken);

    private sealed class Told : IProgress<FetchProgress>
    {
        public HashSet<string> Files { get; } = [];

        public void Report(FetchProgress value) => Files.Add(value.File);
    }

    private static Uri NobodyListens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}

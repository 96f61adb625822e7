using Experiments.Data;
using static Experiments.Tests.Data.IdxSamples;

namespace Experiments.Tests.Data;

public sealed class DataSetsTests : IDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly TemporaryFolder own = new();
    private readonly List<string> said = [];

    public void Dispose()
    {
        root.Dispose();
        own.Dispose();
    }

    [Fact]
    public void Auto_takes_mnist_from_EXPERIMENTS_DATA()
    {
        string real = RealMnist.Folder();

        DataSet data = Open("auto", real);

        Assert.True(data.IsMnist);
        Assert.Equal(real, data.Origin);
        Assert.Empty(said);
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("mnist")]
    [InlineData("MNIST")]
    public void Mnist_is_taken_from_the_mnist_folder_inside_EXPERIMENTS_DATA(string choice)
    {
        Directory.CreateSymbolicLink(own.File("mnist"), RealMnist.Folder());

        DataSet data = Open(choice, own.Path);

        Assert.True(data.IsMnist);
        Assert.Equal(own.File("mnist"), data.Origin);
    }

    [Fact]
    public void Mnist_is_taken_from_the_data_folder_if_EXPERIMENTS_DATA_has_none_and_that_is_told()
    {
        Directory.CreateSymbolicLink(root.File("mnist"), RealMnist.Folder());

        Assert.Equal(root.File("mnist"), Open("auto", null).Origin);
        Assert.Equal(root.File("mnist"), Open("auto", own.Path).Origin);
    }

    [Fact]
    public async Task Auto_fetches_mnist_if_it_is_nowhere()
    {
        string real = RealMnist.Folder();
        Assert.SkipUnless(Names.All(name => File.Exists(Path.Combine(real, name + ".gz"))), "the files there are not the compressed ones");
        await using var mirror = new LoopbackServer((name, to, stop) =>
            LoopbackServer.Whole(to, File.ReadAllBytes(Path.Combine(real, name)), stop));

        DataSet data = Open("auto", null, mirror.Address);

        Assert.True(data.IsMnist);
        Assert.Equal(
            [$"fetching MNIST (11 MB) into {root.File("mnist")}", .. Names.Select(name => $"fetching {name}.gz from 127.0.0.1")], said);
    }

    [Fact]
    public void Auto_without_mnist_and_network_uses_synthetic_digits_and_says_so_loudly()
    {
        DataSet data = Open("auto", own.Path);

        Assert.True(data.IsSynthetic);
        Assert.Contains(said, line => line.StartsWith("EXPERIMENTS_DATA: ", StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains("no mirror has a good copy", StringComparison.Ordinal));
        Assert.Contains(said, line => line.StartsWith("NOT MNIST: the synthetic digits", StringComparison.Ordinal));
        Assert.All(said, line => Assert.DoesNotContain('\n', line));
    }

    [Fact]
    public void Mnist_that_is_nowhere_is_an_error_if_mnist_was_asked_for()
    {
        string message = Assert.Throws<BadDataException>(() => Open("mnist", null)).Message;

        Assert.Contains("no mirror has a good copy", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("mnist")]
    public void A_wrong_mnist_is_an_error_and_never_replaced_by_synthetic_digits(string choice)
    {
        WriteFour(own, FourContents());

        string message = Assert.Throws<BadDataException>(() => Open(choice, own.Path)).Message;
        Assert.Contains("this is not MNIST's file", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_of_an_incomplete_mnist_is_told()
    {
        WriteFour(own, FourContents());
        File.Delete(own.File(Names[3]));

        Assert.Throws<BadDataException>(() => Open("mnist", own.Path));

        Assert.Equal($"{own.Path}: t10k-labels-idx1-ubyte.gz not found", said[0]);
    }

    [Fact]
    public void Synthetic_digits_are_drawn_and_leave_no_files()
    {
        Assert.True(Open("synthetic", null).IsSynthetic);
        Assert.Equal(["drawing 70,000 synthetic digits"], said);
        Assert.Empty(Directory.GetFileSystemEntries(root.Path));
    }

    [Fact]
    public void A_folder_is_read_without_checksums()
    {
        WriteFour(own, FourContents(training: 20));

        DataSet data = Open(own.Path, null);

        Assert.Equal((20, false), (data.Training.Count, data.IsMnist));
    }

    [Fact]
    public void A_choice_that_is_no_folder_is_answered_with_the_choices()
    {
        string message = Assert.Throws<BadDataException>(() => Open("minst", null)).Message;

        Assert.Equal("minst: there is no such folder; choose auto, mnist, synthetic or a folder with the four IDX files", message);
    }

    private DataSet Open(string choice, string? experimentsData, Uri? mirror = null) => DataSets.Open(
        choice,
        new DataFolders(root.Path, experimentsData) { Mirrors = [mirror ?? LoopbackServer.NobodyListens()] },
        said.Add,
        TestContext.Current.CancellationToken);
}

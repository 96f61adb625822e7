using Experiments.Data;
using static Experiments.Tests.Data.IdxSamples;

namespace Experiments.Tests.Data;

public sealed class FourFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<string> said = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Any_four_files_that_belong_together_are_a_data_set_named_after_their_folder_and_digest()
    {
        byte[][] contents = FourContents(training: 20, test: 12);
        WriteFour(folder, contents);

        DataSet data = Load();

        Assert.Equal($"{Path.GetFileName(folder.Path)} (sha256 {data.Sha256[..12]})", data.Name);
        Assert.Equal((20, 12, 4, 3), (data.Training.Count, data.Test.Count, data.Training.Height, data.Training.Width));
        Assert.Equal(contents[2][16..], data.Test.Pixels.ToArray());
        Assert.Equal(contents[3][8..], data.Test.Labels.ToArray());
        Assert.False(data.IsMnist || data.IsSynthetic);
        Assert.Equal(folder.Path, data.Origin);
    }

    [Fact]
    public void The_digest_is_that_of_the_four_digests_as_lines_of_text()
    {
        byte[][] contents = FourContents();
        WriteFour(folder, contents);

        string lines = string.Concat(contents.Select(content => Sha256(content) + "\n"));
        Assert.Equal(Sha256(System.Text.Encoding.ASCII.GetBytes(lines)), Load().Sha256);
    }

    [Theory]
    [InlineData("{0}-images-idx3-ubyte", "{0}-labels-idx1-ubyte", false)]
    [InlineData("{0}-images-idx3-ubyte.gz", "{0}-labels-idx1-ubyte.gz", true)]
    [InlineData("{0}-images.idx3-ubyte", "{0}-labels.idx1-ubyte", false)]
    [InlineData("{0}-images.idx3-ubyte.gz", "{0}-labels.idx1-ubyte.gz", true)]
    [InlineData("{0}-images-idx3-ubyte.gz", "{0}-labels.idx1-ubyte", false)]
    public void Every_spelling_of_the_names_is_found_and_the_digest_is_the_same(string images, string labels, bool compressed)
    {
        byte[][] contents = FourContents();
        for (int i = 0; i < 4; i++)
        {
            string name = string.Format(null, i % 2 == 0 ? images : labels, i < 2 ? "train" : "t10k");
            folder.Write(name, compressed ? Gzip(contents[i]) : contents[i]);
        }

        DataSet data = Load();

        Assert.Equal(DataSet.Combine(contents.Select(Sha256)), data.Sha256);
        Assert.Empty(said);
    }

    [Fact]
    public void If_a_file_is_there_twice_the_one_taken_is_told()
    {
        byte[][] contents = FourContents();
        WriteFour(folder, contents);
        folder.Write("train-labels-idx1-ubyte.gz", Gzip(contents[1]));

        Load();

        Assert.Equal([$"{folder.Path}: taking train-labels-idx1-ubyte.gz, not train-labels-idx1-ubyte"], said);
    }

    [Fact]
    public void All_missing_files_are_named_at_once()
    {
        WriteFour(folder, FourContents());
        File.Delete(folder.File(Names[0]));
        File.Delete(folder.File(Names[3]));

        Assert.Equal(
            $"{folder.Path}: train-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz not found or not readable; put what is "
            + "missing there, or choose another folder",
            Assert.Throws<BadDataException>(Load).Message);
    }

    [Fact]
    public void Fewer_labels_than_images_are_refused()
    {
        WriteFour(folder, [Images(20), Labels(19), Images(12), Labels(12)]);

        AssertRefused("19 labels (byte 4) do not fit the 20 images of ");
    }

    [Fact]
    public void Images_and_labels_under_each_others_names_are_named_as_such()
    {
        WriteFour(folder, [Labels(20), Images(20), Images(12), Labels(12)]);

        AssertRefused("this file holds labels, not images: images and labels are swapped");
    }

    [Fact]
    public void Test_images_of_another_size_than_the_training_images_are_refused()
    {
        WriteFour(folder, [Images(20), Labels(20), Images(12, rows: 5), Labels(12)]);

        AssertRefused("images of 5 × 3 (byte 8) do not fit the 4 × 3 of ");
    }

    [Fact]
    public void Another_data_set_under_the_names_of_mnist_is_not_taken_for_mnist()
    {
        byte[][] contents = FourContents();
        WriteFour(folder, contents);

        string message = Assert.Throws<BadDataException>(() => Mnist.Read(folder.Path, said.Add, Stop)).Message;

        Assert.StartsWith(
            folder.File(Names[0]) + ": this is not MNIST's file", message,
            StringComparison.Ordinal);
        Assert.Contains($"the SHA-256 of its content is {Sha256(contents[0])}, not ba891046", message, StringComparison.Ordinal);
        Assert.EndsWith("; replace it with a good copy (`./experiments data fetch` has MNIST's)", message, StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DataSet Load() => DataSet.Read(folder.Path, said.Add, Stop);

    private void AssertRefused(string what)
    {
        string message = Assert.Throws<BadDataException>(Load).Message;
        Assert.StartsWith(folder.Path, message, StringComparison.Ordinal);
        Assert.Contains(what, message, StringComparison.Ordinal);
        Assert.Contains("; replace it with a good copy", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}

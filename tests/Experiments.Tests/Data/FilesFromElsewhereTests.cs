using Experiments.Data;
using Experiments.Tests.CommandLine;
using static Experiments.Tests.Data.IdxSamples;

namespace Experiments.Tests.Data;

/// <summary>The kin of MNIST, in files of the names and places that people have them in.</summary>
public sealed class FilesFromElsewhereTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, string, string, string> Kin => new()
    {
        // The path asked for, the folder of the files, and the names of images and labels.
        { "MNIST/raw", "MNIST/raw", "{0}-images-idx3-ubyte", "{0}-labels-idx1-ubyte" },
        { "FashionMNIST", "FashionMNIST/raw", "{0}-images-idx3-ubyte.gz", "{0}-labels-idx1-ubyte.gz" },
        { "KMNIST/raw", "KMNIST/raw", "{0}-images-idx3-ubyte", "{0}-labels-idx1-ubyte.gz" },
        { "QMNIST/raw", "QMNIST/raw", "qmnist-{1}-images-idx3-ubyte", "qmnist-{1}-labels-idx2-int" },
        { "QMNIST", "QMNIST/raw", "qmnist-{1}-images-idx3-ubyte.gz", "qmnist-{1}-labels-idx2-int.gz" },
        { "gzip", "gzip", "emnist-digits-{1}-images-idx3-ubyte.gz", "emnist-digits-{1}-labels-idx1-ubyte.gz" },
        { "EMNIST/emnist-mnist", "EMNIST/raw", "emnist-mnist-{1}-images-idx3-ubyte", "emnist-mnist-{1}-labels-idx1-ubyte" },
    };

    [Theory]
    [MemberData(nameof(Kin))]
    public void The_names_and_places_that_people_have_are_found(string asked, string place, string images, string labels)
    {
        byte[][] contents = FourContents();
        Put(place, images, labels, contents);

        DataSet data = Read(asked);

        Assert.Equal((20, 12), (data.Training.Count, data.Test.Count));
        Assert.Equal(contents[0][16..], data.Training.Pixels.ToArray());
        Assert.Equal(contents[3][8..], data.Test.Labels.ToArray());
    }

    [Fact]
    public void Of_several_sets_in_a_folder_one_is_named_by_what_its_files_begin_with()
    {
        PutEmnist("digits", greatest: 9);
        PutEmnist("balanced", greatest: 46);

        Assert.Equal(
            $"{At("EMNIST/raw")}: the folder has 2 sets of images: emnist-balanced, emnist-digits; name one of them, for example "
                + At("EMNIST/raw/emnist-balanced"),
            Assert.Throws<BadDataException>(() => Read("EMNIST")).Message);
        Assert.Equal((47, 10), (Read("EMNIST/raw/emnist-balanced").Classes, Read("EMNIST/emnist-digits").Classes));
    }

    [Fact]
    public void A_folder_of_folders_names_those_that_have_images()
    {
        Put("tv/MNIST/raw", "{0}-images-idx3-ubyte", "{0}-labels-idx1-ubyte", FourContents());
        Put("tv/KMNIST/raw", "{0}-images-idx3-ubyte", "{0}-labels-idx1-ubyte", FourContents());

        Assert.Equal(
            $"{At("tv")}: the images are in KMNIST, MNIST inside this folder; name the folder itself, for example {At("tv/KMNIST")}",
            Assert.Throws<BadDataException>(() => Read("tv")).Message);
    }

    [Theory]
    [InlineData("tv/KMNIST/raw", "KMNIST/raw (sha256 ")]
    [InlineData("MNIST", "MNIST, which is not MNIST (sha256 ")]
    [InlineData("tv/mnist/raw", "mnist/raw, which is not MNIST (sha256 ")]
    public void Data_are_named_by_place_and_digest_and_never_pass_for_mnist(string place, string name)
    {
        Put(place, "{0}-images-idx3-ubyte", "{0}-labels-idx1-ubyte", FourContents());

        DataSet data = Read(place);

        Assert.Equal($"{name}{data.Sha256[..12]})", data.Name);
        Assert.Equal(data.Name, DataSet.NameOf(data.Sha256, data.Name));
    }

    [Theory]
    [InlineData(0, 46, "go from 0 to 46, but models have 10 outputs, for the classes 0 to 9")]
    [InlineData(1, 26, "go from 1 to 26, but models have 10 outputs")]
    public void Classes_that_models_have_no_outputs_for_are_told_with_what_to_do(int least, int greatest, string told)
    {
        using var workplace = new Workplace();
        Emnist(workplace.Folder, "letters", least, greatest);

        Call info = workplace.Do("data info --dataset emnist-letters");
        Assert.Contains("rows and columns swapped", info.Error);
        Call run = workplace.Call("run widths --dataset emnist-letters");

        Assert.Contains($"\n{greatest} ", info.Out);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(told, run.ErrorLines[^1]);
        Assert.Contains("(of EMNIST's sets: emnist-digits or emnist-mnist)", run.Error);
    }

    [Fact]
    public void Results_are_found_by_the_images_and_not_by_the_names_of_folders()
    {
        using var workplace = new Workplace();
        Directory.CreateDirectory(Path.Combine(workplace.Folder, "FashionMNIST"));
        Directory.Move(Path.Combine(workplace.Folder, "digits"), Path.Combine(workplace.Folder, "FashionMNIST", "raw"));
        byte Other(int image, int digit, int place) => (byte)(place % 10 == 9 - digit ? 200 : image % 3);
        MadeUp.MadeUpImages.Write(Path.Combine(workplace.Folder, "KMNIST", "raw"), 300, 100, Other, side: 7);
        MadeUp.MadeUpImages.Write(Path.Combine(workplace.Folder, "MNIST"), 300, 100, Other, side: 7);
        workplace.Do("run widths --dataset FashionMNIST/raw --seeds 1");

        Call other = workplace.Call("table widths --dataset KMNIST/raw");
        Call called = workplace.Call("table widths --dataset mnist");
        Directory.Move(Path.Combine(workplace.Folder, "FashionMNIST"), Path.Combine(workplace.Folder, "clothes"));
        Assert.Contains("--dataset MNIST is not the folder of that name", workplace.Call("table widths --dataset MNIST").Error);
        Call moved = workplace.Do("table widths --dataset clothes/raw");
        string digest = DataSet.Read(
            Path.Combine(workplace.Folder, "clothes"), cancellation: TestContext.Current.CancellationToken).Sha256;
        Call byDigest = workplace.Do($"table widths --dataset {digest[..12]}");
        workplace.Do("run widths --dataset MNIST/ --seeds 1");

        Assert.Equal((1, 1), (other.ExitCode, called.ExitCode));
        Assert.Contains("2 cells on FashionMNIST/raw (sha256 ", other.Error);
        Assert.Equal(moved.Out, byDigest.Out);
        Assert.Contains("MNIST, which is not MNIST (sha256 ", workplace.Do("table widths --dataset KMNIST --json").Out);
        Assert.Contains("MNIST, which is not MNIST (sha256 ", workplace.Do("show widths --dataset KMNIST").Out);
    }

    [Theory]
    [InlineData("sorted", "training images", "is of class 9", "is sorted by class")]
    [InlineData("one class to validate", "All 80 validation images of", "are of class 9", "split otherwise")]
    [InlineData("one class", "All images of", "are of class 3", "choose other images")]
    public void Images_that_nothing_can_be_learned_from_are_refused_with_the_numbers(string kind, params string[] told)
    {
        using var workplace = new Workplace();
        string place = Path.Combine(workplace.Folder, "digits");
        byte[] training = [.. Enumerable.Range(0, 300).Select(image => (byte)(kind switch
        {
            "sorted" => image / 30,
            "one class" => 3,
            _ => image >= 240 ? 9 : image % 10,
        }))];
        byte[] test = [.. Enumerable.Range(0, 100).Select(image => (byte)(kind == "one class" ? 3 : image < 20 ? 9 : image % 10))];
        File.WriteAllBytes(Path.Combine(place, Names[1]), [.. Header(0x801, 300), .. training]);
        File.WriteAllBytes(Path.Combine(place, Names[3]), [.. Header(0x801, 100), .. test]);

        Call call = workplace.Call("run widths --dataset digits");

        Assert.Equal(2, call.ExitCode);
        Assert.All(told, part => Assert.Contains(part, call.Error));
    }

    [Theory]
    [InlineData("--set training-images=5", "5 training images of digits (sha256 b3770c727046) cannot have one of each of its 10 classes")]
    [InlineData("--set split=80/10/10", "There are only 40 validation images of digits (sha256 b3770c727046): a single one is 2.5 points")]
    public void Few_images_are_warned_of_with_the_numbers(string options, string told)
    {
        using var workplace = new Workplace();

        Assert.Contains(told, workplace.Do($"run widths --dataset digits --seeds 1 --set batch-size=5 {options}").Error);
    }

    [Fact]
    public void Fetch_goes_where_EXPERIMENTS_DATA_says_and_what_is_there_is_not_fetched()
    {
        string own = folder.Path;
        Assert.Equal(Path.Combine(own, "mnist"), new DataFolders("data", own).Mnist);
        Assert.Equal(Path.Combine("data", "mnist"), new DataFolders("data", Path.Combine(own, "nowhere")).Mnist);

        Put("MNIST/raw", "{0}-images-idx3-ubyte", "{0}-labels-idx1-ubyte", FourContents());

        Assert.Equal(At("MNIST/raw"), new DataFolders("data", own).Mnist);
        Assert.Empty(Directory.GetFiles(own));
    }

    private string At(string path) => Path.Combine(folder.Path, path.Replace('/', Path.DirectorySeparatorChar));

    private DataSet Read(string path) => DataSet.Read(At(path), cancellation: TestContext.Current.CancellationToken);

    private void PutEmnist(string set, int greatest) =>
        Emnist(Directory.CreateDirectory(At("EMNIST/raw")).FullName, set, 0, greatest);

    private static void Emnist(string place, string set, int least, int greatest)
    {
        foreach (string split in (string[])["train", "test"])
        {
            byte[] labels = [.. Enumerable.Range(0, 120).Select(image => (byte)(least + (image % (greatest + 1 - least))))];
            File.WriteAllBytes(Path.Combine(place, $"emnist-{set}-{split}-images-idx3-ubyte"), Images(120));
            File.WriteAllBytes(Path.Combine(place, $"emnist-{set}-{split}-labels-idx1-ubyte"), [.. Header(0x801, 120), .. labels]);
        }
    }

    private void Put(string place, string images, string labels, byte[][] contents)
    {
        Directory.CreateDirectory(At(place));
        for (int i = 0; i < 4; i++)
        {
            string name = string.Format(null, i % 2 == 0 ? images : labels, i < 2 ? "train" : "t10k", i < 2 ? "train" : "test");
            byte[] content = name.Contains("idx2-int", StringComparison.Ordinal) ? Wide(contents[i]) : contents[i];
            File.WriteAllBytes(Path.Combine(At(place), name), name.EndsWith(".gz", StringComparison.Ordinal) ? Gzip(content) : content);
        }
    }

    // QMNIST's labels: eight numbers each, of which the first is the class.
    private static byte[] Wide(byte[] labels) =>
    [
        .. Header(0xC02, (uint)(labels.Length - 8), 8),
        .. labels[8..].SelectMany(label => Header(label, 4, 100, 7, 35, 1, 0, 12345)),
    ];
}

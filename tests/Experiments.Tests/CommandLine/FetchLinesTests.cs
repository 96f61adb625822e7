using Experiments.CommandLine.Progress;
using Experiments.Data;

namespace Experiments.Tests.CommandLine;

public sealed class FetchLinesTests
{
    private static readonly Uri Mirror = new("https://one.example/mnist/");

    [Fact]
    public void Every_file_is_announced_once_per_mirror_and_a_long_one_tells_how_far_it_is()
    {
        var said = new List<string>();
        var lines = new FetchLines(said.Add, interval: 0);

        lines.Report(new("train-images-idx3-ubyte.gz", Mirror, 65_536, 9_912_422));
        lines.Report(new("train-images-idx3-ubyte.gz", Mirror, 5_000_000, 9_912_422));
        lines.Report(new("train-images-idx3-ubyte.gz", new("https://two.example/"), 65_536, null));
        lines.Report(new("train-images-idx3-ubyte.gz", new("https://two.example/"), 1_200_000, null));

        Assert.Equal(
            [
                "fetching train-images-idx3-ubyte.gz from one.example, 9.9 MB",
                "train-images-idx3-ubyte.gz: 5.0 of 9.9 MB",
                "fetching train-images-idx3-ubyte.gz from two.example",
                "train-images-idx3-ubyte.gz: 1.2 MB so far",
            ],
            said);
    }

    [Fact]
    public void A_quick_download_says_no_more_than_its_beginning()
    {
        var said = new List<string>();
        var lines = new FetchLines(said.Add, interval: 3_600);

        for (var received = 1; received < 100; received++)
        {
            lines.Report(new("t10k-labels-idx1-ubyte.gz", Mirror, received, 100));
        }

        Assert.Single(said);
    }
}

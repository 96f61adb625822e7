using Experiments.Tests.Data;

namespace Experiments.Tests.CommandLine;

public sealed class FetchingRunTests : IDisposable
{
    private readonly Workplace workplace = new();

    [Theory]
    [InlineData("run widths --dataset mnist")]
    [InlineData("data fetch")]
    public async Task What_is_fetched_is_shown_and_a_mirror_with_other_images_is_told(string words)
    {
        await using LoopbackServer mirror = new((string _, Stream to, CancellationToken stop) =>
            LoopbackServer.Whole(to, IdxSamples.Gzip(IdxSamples.Images(7)), stop));

        var call = workplace.With("EXPERIMENTS_MIRRORS", $"{mirror.Address}").Call(words);

        Assert.Equal(5, call.ExitCode);
        Assert.Contains("experiments: fetching train-images-idx3-ubyte.gz from 127.0.0.1", call.ErrorLines);
        Assert.Contains("no mirror has a good copy: 127.0.0.1:", call.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Empty(workplace.Files);
    }

    public void Dispose() => workplace.Dispose();
}

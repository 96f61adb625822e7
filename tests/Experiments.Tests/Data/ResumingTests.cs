using Experiments.Data;
using static Experiments.Tests.Data.IdxSamples;

namespace Experiments.Tests.Data;

/// <summary>
/// Downloads that break midway: they go on from there, but only where that is safe, and what comes of it is checked like anything else.
/// </summary>
public sealed class ResumingTests : IDisposable
{
    private const string Tag = "ETag: \"v1\"\r\n";
    private const string Ranges = "Accept-Ranges: bytes\r\n";

    private static readonly FetchLimits Limits = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30), LeastPerStall: 64);

    private readonly TemporaryFolder folder = new();
    private readonly byte[][] contents = FourContents(training: 400, test: 120);

    public ResumingTests()
    {
        for (int i = 1; i < 4; i++)
        {
            folder.Write(Names[i] + ".gz", Gzip(contents[i]));
        }
    }

    private byte[] Right => Gzip(contents[0]);

    private int Half => Right.Length / 2;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Tag, "\"v1\"")]
    [InlineData("Last-Modified: Sun, 01 Feb 2026 10:00:00 GMT\r\n", "Sun, 01 Feb 2026 10:00:00 GMT")]
    public async Task A_broken_download_goes_on_where_it_broke_if_the_file_is_still_the_same(string version, string condition)
    {
        await using LoopbackServer mirror = new((request, to, stop) =>
            request.From == 0 ? BeginAsync(to, Ranges + version, stop) : RestAsync(request, to, stop));

        await FetchAsync(mirror);

        Assert.Equal([0, Half], mirror.Requests.Select(request => request.From));
        Assert.Equal(condition, mirror.Requests[1].Header("If-Range"));
        AssertIsRight();
    }

    [Fact]
    public async Task It_goes_on_after_every_break()
    {
        await using LoopbackServer mirror = new((request, to, stop) => request.From == 0
            ? LoopbackServer.Send(to, "200 OK", Right.Length, Right.AsMemory(0, Right.Length / 6), stop, Ranges + Tag)
            : LoopbackServer.Send(
                to, "206 Partial Content", Right.Length - request.From,
                Right.AsMemory(request.From, Math.Min(Right.Length / 6, Right.Length - request.From)), stop, Range(request.From)));

        await FetchAsync(mirror, Limits with { Resumptions = 10 });

        Assert.InRange(mirror.Requests.Count, 6, 8);
        AssertIsRight();
    }

    [Fact]
    public async Task After_a_stall_it_goes_on_as_well()
    {
        await using LoopbackServer mirror = new(async (request, to, stop) =>
        {
            await (request.From == 0 ? BeginAsync(to, Ranges + Tag, stop) : RestAsync(request, to, stop));
            await Task.Delay(request.From == 0 ? Timeout.Infinite : 0, stop);
        });

        await FetchAsync(mirror, Limits with { Stall = TimeSpan.FromSeconds(1) });

        Assert.Equal([0, Half], mirror.Requests.Select(request => request.From));
        AssertIsRight();
    }

    [Theory]
    [InlineData(Tag)]
    [InlineData(Ranges)]
    [InlineData(Ranges + "ETag: W/\"weak\"\r\n")]
    [InlineData("Accept-Ranges: none\r\n" + Tag)]
    public async Task Where_the_server_does_not_say_that_it_is_safe_the_next_mirror_is_asked_for_all(string headers)
    {
        await using LoopbackServer broken = new((LoopbackRequest _, Stream to, CancellationToken stop) => BeginAsync(to, headers, stop));
        await using LoopbackServer whole = new((string _, Stream to, CancellationToken stop) => LoopbackServer.Whole(to, Right, stop));

        await FetchAsync(broken, whole);

        Assert.Equal(0, Assert.Single(broken.Requests).From);
        Assert.Null(Assert.Single(whole.Requests).Header("Range"));
        AssertIsRight();
    }

    [Fact]
    public async Task A_server_that_sends_all_again_instead_of_the_rest_is_understood()
    {
        await using LoopbackServer mirror = new((request, to, stop) =>
            request.From == 0 ? BeginAsync(to, Ranges + Tag, stop) : LoopbackServer.Whole(to, Right, stop));

        await FetchAsync(mirror);

        Assert.Equal(2, mirror.Requests.Count);
        AssertIsRight();
    }

    [Fact]
    public async Task Pieces_of_different_files_are_thrown_away_and_the_next_mirror_is_asked_for_all()
    {
        await using LoopbackServer mixing = new((request, to, stop) => request.From == 0
            ? BeginAsync(to, Ranges + Tag, stop)
            : LoopbackServer.Send(to, "206 Partial Content", Right.Length - Half, new byte[Right.Length - Half], stop, Range(Half)));
        await using LoopbackServer whole = new((string _, Stream to, CancellationToken stop) => LoopbackServer.Whole(to, Right, stop));

        await FetchAsync(mixing, whole);

        Assert.Equal([0, Half], mixing.Requests.Select(request => request.From));
        Assert.Equal(0, Assert.Single(whole.Requests).From);
        AssertIsRight();
    }

    [Theory]
    [InlineData("206 Partial Content", "Content-Range: bytes 0-9/10\r\n", "it sends bytes 0-9/10")]
    [InlineData("206 Partial Content", "", "it sends something else")]
    [InlineData("416 Range Not Satisfiable", "", "the answer is 416")]
    [InlineData("404 Not Found", "", "the answer is 404")]
    public async Task Another_answer_than_the_rest_is_a_failure_of_the_mirror(string status, string header, string told)
    {
        await using LoopbackServer mirror = new((request, to, stop) => request.From == 0
            ? BeginAsync(to, Ranges + Tag, stop)
            : LoopbackServer.Send(to, status, 10, new byte[10], stop, string.Format(null, header, request.From)));

        string message = (await Assert.ThrowsAsync<BadDataException>(() => FetchAsync(mirror))).Message;

        Assert.Contains(told, message, StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Fact]
    public async Task A_server_that_always_breaks_is_given_up()
    {
        await using LoopbackServer mirror = new((request, to, stop) => request.From == 0
            ? LoopbackServer.Send(to, "200 OK", Right.Length, Right.AsMemory(0, 1), stop, Ranges + Tag)
            : LoopbackServer.Send(
                to, "206 Partial Content", Right.Length - request.From, Right.AsMemory(request.From, 1), stop, Range(request.From)));

        string message = (await Assert.ThrowsAsync<BadDataException>(() => FetchAsync(mirror))).Message;

        Assert.Contains("the connection broke", message, StringComparison.Ordinal);
        Assert.Equal(1 + Limits.Resumptions, mirror.Requests.Count);
        Assert.Equal(3, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Range(int from) => $"Content-Range: bytes {from}-{Right.Length - 1}/{Right.Length}\r\n";

    private Task BeginAsync(Stream to, string headers, CancellationToken stop) =>
        LoopbackServer.Send(to, "200 OK", Right.Length, Right.AsMemory(0, Half), stop, headers);

    private Task RestAsync(LoopbackRequest request, Stream to, CancellationToken stop) =>
        LoopbackServer.Send(
            to, "206 Partial Content", Right.Length - request.From, Right.AsMemory(request.From), stop, Range(request.From));

    private Task<int> FetchAsync(params LoopbackServer[] mirrors) => FetchAsync(mirrors, Limits);

    private Task<int> FetchAsync(LoopbackServer mirror, FetchLimits limits) => FetchAsync([mirror], limits);

    private Task<int> FetchAsync(LoopbackServer[] mirrors, FetchLimits limits) =>
        new MnistFetch(folder.Path, [.. contents.Select(content => ((long)content.Length, Sha256(content)))], null, limits)
            .RunAsync([.. mirrors.Select(mirror => mirror.Address)], Stop);

    private void AssertIsRight()
    {
        Assert.Equal(Right, File.ReadAllBytes(folder.File(Names[0] + ".gz")));
        Assert.Equal(4, Directory.GetFileSystemEntries(folder.Path).Length);
    }
}

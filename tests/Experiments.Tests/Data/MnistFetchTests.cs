using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Experiments.Data;
using static Experiments.Tests.Data.IdxSamples;

namespace Experiments.Tests.Data;

public sealed class MnistFetchTests : IDisposable
{
    private static readonly TimeSpan Patient = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Impatient = TimeSpan.FromSeconds(1.5);

    private const string Chunked = "Transfer-Encoding: chunked\r\n";

    private readonly TemporaryFolder folder = new();
    private readonly byte[][] contents = FourContents(training: 400, test: 120);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task All_four_files_are_fetched_and_a_second_run_fetches_nothing()
    {
        await using LoopbackServer good = Good();

        Assert.Equal(4, await Fetch(good));
        Assert.Equal(0, await Fetch(good));

        AssertHoldsGoodFilesOnly();
        Assert.Equal(Names.Select(name => name + ".gz"), good.Asked);
    }

    [Fact]
    public async Task Only_what_is_missing_or_wrong_is_fetched()
    {
        await using LoopbackServer good = Good();
        await Fetch(good);
        File.Delete(GzPath(1));
        File.WriteAllBytes(GzPath(2), Gzip(Images(120, rows: 5))[..^30]);

        await using LoopbackServer again = Good();
        Assert.Equal(2, await Fetch(again));

        Assert.Equal([Names[1] + ".gz", Names[2] + ".gz"], again.Asked);
        AssertHoldsGoodFilesOnly();
    }

    [Fact]
    public async Task Whole_files_of_other_images_under_the_same_names_are_set_aside()
    {
        byte[] other = Gzip(Images(120, rows: 5));
        folder.Write(Names[2] + ".gz", other);
        await using LoopbackServer good = Good();

        Assert.Equal(4, await Fetch(good));

        Assert.Equal(other, File.ReadAllBytes(GzPath(2) + ".other-1"));
        File.Delete(GzPath(2) + ".other-1");
        AssertHoldsGoodFilesOnly();
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "404", "404 (Not Found)" },
        { "500", "500 (Broken)" },
        { "wrong bytes", "not an IDX file" },
        { "another data set", "the content's SHA-256 is " },
        { "tampered", "the gzip data is damaged" },
        { "web page", "this is a web page" },
        { "plain", "what arrives is not gzip" },
        { "truncated", "ended prematurely" },
        { "truncated without length", "cut short" },
        { "stalled", "Timeout of 1.5 seconds" },
        { "silent", "Timeout of 1.5 seconds" },
        { "drip", "Timeout of 1.5 seconds" },
        { "redirect loop", "302 (Found)" },
        { "endless", "maximum buffer size" },
        { "declared too long", "maximum buffer size" },
        { "hangs up", "ended prematurely" },
        { "reset", "reset" },
        { "empty", "the file is empty" },
        { "bomb", "more bytes follow after the" },
        { "several parts", "the content's SHA-256 is " },
        { "chunked without end", "maximum buffer size" },
        { "chunked and broken", "ended prematurely" },
        { "chunked nonsense", "chunk" },
        { "headers without end", "response headers length exceeded" },
        { "nonsense", "invalid status line" },
        { "redirect to a file", "Invalid URI" },
        { "redirect to nowhere", "302 (Found)" },
        { "redirect to another scheme", "Connection refused" },
        { "continue for ever", "Timeout of 1.5 seconds" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_mirror_leaves_nothing_behind_and_its_fault_is_told(string fault, string told)
    {
        await using LoopbackServer bad = new((name, to, stop) => Misbehave(fault, name, to, stop));

        string message =
            (await Assert.ThrowsAsync<BadDataException>(() => Fetcher(LimitsFor(fault)).RunAsync([bad.Address], Stop))).Message;

        Assert.StartsWith($"{GzPath(0)}: no mirror has a good copy: {bad.Address.Authority}: ", message, StringComparison.Ordinal);
        Assert.True(message.Contains(told, StringComparison.Ordinal), message);
        Assert.DoesNotContain('\n', message);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task After_a_bad_mirror_the_next_one_is_used(string fault, string told)
    {
        Assert.NotEmpty(told);
        for (int i = 1; i < 4; i++)
        {
            File.WriteAllBytes(GzPath(i), Gzip(contents[i]));
        }

        await using LoopbackServer bad = new((name, to, stop) => Misbehave(fault, name, to, stop));
        await using LoopbackServer good = Good();

        Assert.Equal(1, await Fetcher(LimitsFor(fault)).RunAsync([bad.Address, good.Address], Stop));

        Assert.Contains(Names[0] + ".gz", bad.Asked);
        Assert.Equal([Names[0] + ".gz"], good.Asked);
        AssertHoldsGoodFilesOnly();
    }

    [Fact]
    public async Task A_failed_download_does_not_replace_what_was_there()
    {
        byte[] before = Gzip(Images(3));
        folder.Write(Names[0] + ".gz", before);
        await using LoopbackServer bad = new((name, to, stop) => Misbehave("truncated", name, to, stop));

        await Assert.ThrowsAsync<BadDataException>(() => Fetch(bad));

        Assert.Equal(before, File.ReadAllBytes(GzPath(0)));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Files_fetched_before_a_failure_stay()
    {
        await using LoopbackServer half = new((name, to, stop) => name.StartsWith("train", StringComparison.Ordinal)
            ? LoopbackServer.Whole(to, ContentOf(name), stop)
            : Misbehave("404", name, to, stop));

        await Assert.ThrowsAsync<BadDataException>(() => Fetch(half));
        await using LoopbackServer good = Good();
        Assert.Equal(2, await Fetch(good));
        AssertHoldsGoodFilesOnly();
    }

    [Fact]
    public async Task A_download_can_be_stopped_and_leaves_nothing_behind()
    {
        using var stopSoon = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await using LoopbackServer stalled = new(async (name, to, stop) =>
        {
            await stopSoon.CancelAsync();
            await Misbehave("stalled", name, to, stop);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Fetcher(Patient).RunAsync([stalled.Address], stopSoon.Token));

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Mirrors_that_cannot_be_reached_are_told_at_once()
    {
        var watch = Stopwatch.StartNew();

        string message =
            (await Assert.ThrowsAsync<BadDataException>(() =>
                RunAsync(LoopbackServer.NobodyListens(), LoopbackServer.NobodyListens()))).Message;

        Assert.Contains("no mirror has a good copy: 127.0.0.1:", message, StringComparison.Ordinal);
        Assert.Contains("EXPERIMENTS_DATA", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    [Fact]
    public async Task A_mirror_that_never_answers_costs_one_time_out_and_not_one_per_file()
    {
        using var deaf = new TcpListener(IPAddress.Loopback, 0);
        deaf.Start();
        Uri address = new($"http://127.0.0.1:{((IPEndPoint)deaf.LocalEndpoint).Port}/");
        await using LoopbackServer good = Good();
        var watch = Stopwatch.StartNew();

        await Fetcher(TimeSpan.FromSeconds(1)).RunAsync([address, good.Address], Stop);

        Assert.InRange(watch.Elapsed.TotalSeconds, 0.9, 2.9);
        AssertHoldsGoodFilesOnly();
    }

    [Fact]
    public async Task Two_at_once_fetch_into_the_same_folder()
    {
        await using LoopbackServer good = Good();

        await Task.WhenAll(Fetch(good), Fetch(good));

        AssertHoldsGoodFilesOnly();
    }

    [Fact]
    public async Task No_name_that_a_server_or_an_archive_gives_decides_where_a_file_goes()
    {
        // By header, by redirection, and by the name inside the gzip file.
        await using LoopbackServer naming = new((name, to, stop) => name.EndsWith(".gz", StringComparison.Ordinal)
            ? LoopbackServer.Send(to, "302 Found", 0, default, stop, $"Location: /../../etc/..%2f..%2f{name}.evil\r\n")
            : LoopbackServer.Whole(to, Named(ContentAlone(Path.GetFileNameWithoutExtension(name).Split("%2f")[^1])), stop));

        Assert.Equal(4, await Fetch(naming));

        Assert.Equal(
            Names.Select(name => name + ".gz").Order(), Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(folder.Path)!, "*.evil"));

        static byte[] Named(byte[] content) => new Fuzzing.GzipMember(content) { Name = "../../../tmp/x.evil"u8.ToArray() }.ToBytes();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        string file = folder.Write("file", [1]);
        await using LoopbackServer good = Good();

        string message = (await Assert.ThrowsAsync<BadDataException>(() =>
            new MnistFetch(Path.Combine(file, "mnist"), Expected, _ => { }, Patient).RunAsync([good.Address], Stop))).Message;

        Assert.Contains("the folder cannot be written", message, StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private (long Length, string Sha256)[] Expected => [.. contents.Select(content => ((long)content.Length, Sha256(content)))];

    private string GzPath(int file) => folder.File(Names[file] + ".gz");

    private byte[] ContentAlone(string name) => contents[Array.IndexOf(Names, Path.GetFileNameWithoutExtension(name))];

    private byte[] ContentOf(string name) => Gzip(contents[Array.IndexOf(Names, Path.GetFileNameWithoutExtension(name))]);

    private LoopbackServer Good() => new((name, to, stop) => LoopbackServer.Whole(to, ContentOf(name), stop));

    private Task<int> Fetch(params LoopbackServer[] mirrors) => RunAsync([.. mirrors.Select(mirror => mirror.Address)]);

    private Task<int> RunAsync(params Uri[] mirrors) => Fetcher(Patient).RunAsync(mirrors, Stop);

    private MnistFetch Fetcher(TimeSpan longest) => new(folder.Path, Expected, _ => { }, longest);

    private static TimeSpan LimitsFor(string fault) =>
        fault is "stalled" or "silent" or "drip" or "continue for ever" ? Impatient : Patient;

    private void AssertHoldsGoodFilesOnly()
    {
        Assert.Equal(Names.Select(name => name + ".gz").Order(), Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(Gzip(contents[i]), File.ReadAllBytes(GzPath(i)));
        }
    }

    private Task Misbehave(string fault, string name, Stream to, CancellationToken stop)
    {
        byte[] right = ContentOf(name);
        byte[] tampered = [.. right];
        tampered[^6] ^= 1;
        bool images = name.Contains("images", StringComparison.Ordinal);
        return fault switch
        {
            "404" => LoopbackServer.Send(to, "404 Not Found", 0, default, stop),
            "500" => LoopbackServer.Send(to, "500 Broken", 0, default, stop),
            "wrong bytes" => LoopbackServer.Whole(to, Gzip([0xDE, 0xAD, 0xBE, 0xEF, .. new byte[100]]), stop),
            "another data set" => LoopbackServer.Whole(to, Gzip(images ? Images(7) : Labels(7)), stop),
            "tampered" => LoopbackServer.Whole(to, tampered, stop),
            "web page" => LoopbackServer.Whole(to, "<html>Please log in to this network</html>"u8.ToArray(), stop),
            "plain" => LoopbackServer.Whole(to, contents[Array.IndexOf(Names, Path.GetFileNameWithoutExtension(name))], stop),
            "truncated" => LoopbackServer.Send(to, "200 OK", right.Length, right.AsMemory(0, right.Length / 2), stop),
            "truncated without length" => LoopbackServer.Send(to, "200 OK", null, right.AsMemory(0, right.Length / 2), stop),
            "stalled" => Stall(),
            "silent" => Task.Delay(Timeout.Infinite, stop),
            "drip" => Drip(),
            "redirect loop" => LoopbackServer.Send(to, "302 Found", 0, default, stop, $"Location: {name}\r\n"),
            "endless" => Endless(),
            "declared too long" => LoopbackServer.Send(to, "200 OK", 1_000_000_000_000, right, stop),
            "hangs up" => Task.CompletedTask,
            "reset" => ResetMidway(),
            "empty" => LoopbackServer.Send(to, "200 OK", 0, default, stop),
            "bomb" => LoopbackServer.Whole(to, Gzip([.. ContentAlone(name), .. new byte[20_000_000]]), stop),
            "several parts" => LoopbackServer.Whole(to, [.. Gzip([]), .. Gzip(images ? Images(7) : Labels(7))], stop),
            "chunked without end" => ChunkedWithoutEnd(),
            "chunked and broken" => LoopbackServer.Send(to, "200 OK", null, Encoding.ASCII.GetBytes("ffff\r\nabc"), stop, Chunked),
            "chunked nonsense" => LoopbackServer.Send(to, "200 OK", null, Encoding.ASCII.GetBytes("-1\r\nabc\r\n0\r\n\r\n"), stop, Chunked),
            "headers without end" => HeadersWithoutEnd(),
            "nonsense" => to.WriteAsync("GIF89a, or anything else\r\n\r\n"u8.ToArray(), stop).AsTask(),
            "redirect to a file" => LoopbackServer.Send(to, "302 Found", 0, default, stop, "Location: file:///etc/passwd\r\n"),
            "redirect to nowhere" => LoopbackServer.Send(to, "302 Found", 0, default, stop, "Location: http://:0/\r\n"),
            "redirect to another scheme" =>
                LoopbackServer.Send(to, "302 Found", 0, default, stop, "Location: gopher://127.0.0.1:1/mnist\r\n"),
            "continue for ever" => ContinueForEver(),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
        };

        async Task Stall()
        {
            await LoopbackServer.Send(to, "200 OK", right.Length, right.AsMemory(0, right.Length / 2), stop);
            await Task.Delay(Timeout.Infinite, stop);
        }

        async Task Drip()
        {
            await LoopbackServer.Send(to, "200 OK", right.Length, default, stop);
            foreach (byte one in right)
            {
                await to.WriteAsync(new[] { one }, stop);
                await Task.Delay(40, stop);
            }
        }

        async Task ResetMidway()
        {
            await LoopbackServer.Send(to, "200 OK", right.Length, right.AsMemory(0, right.Length / 2), stop);
            await Task.Delay(100, stop);
            LoopbackServer.Reset(to);
        }

        async Task ChunkedWithoutEnd()
        {
            await LoopbackServer.Send(to, "200 OK", null, default, stop, Chunked);
            byte[] chunk = [.. "2000\r\n"u8, .. new byte[8192], .. "\r\n"u8];
            while (true)
            {
                await to.WriteAsync(chunk, stop);
            }
        }

        async Task HeadersWithoutEnd()
        {
            await to.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), stop);
            while (true)
            {
                await to.WriteAsync("X-More: and more and more and more\r\n"u8.ToArray(), stop);
            }
        }

        async Task ContinueForEver()
        {
            while (true)
            {
                await to.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), stop);
                await Task.Delay(20, stop);
            }
        }

        async Task Endless()
        {
            await LoopbackServer.Send(to, "200 OK", null, right, stop);
            while (true)
            {
                await to.WriteAsync(new byte[8192], stop);
            }
        }
    }
}

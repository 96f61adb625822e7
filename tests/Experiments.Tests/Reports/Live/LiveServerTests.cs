using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Experiments.Reports.Live;

namespace Experiments.Tests.Reports.Live;

public sealed class LiveServerTests : IAsyncLifetime
{
    private readonly MadeUpPage page = new();
    private readonly CancellationTokenSource stop = new();
    private LiveServer server = null!;
    private HttpClient client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await LiveServer.Start(page, port: 0, stop.Token);
        client = new() { BaseAddress = new(server.Address) };
    }

    [Theory]
    [InlineData("", "text/html", "the page")]
    [InlineData("frame", "text/html", "the frame")]
    [InlineData("recipes/depth", "text/html", "the section")]
    public async Task What_is_asked_for_is_sent_whole_and_not_kept(string path, string type, string text)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal((HttpStatusCode.OK, text), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("recipes/breadth")]
    [InlineData("recipes/../depth")]
    [InlineData("favicon.ico")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_head_has_the_length_and_no_content()
    {
        using var answer = await Send(new(HttpMethod.Head, ""));

        Assert.Equal("the page".Length, answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Whatever_would_write_is_refused(string method)
    {
        using var answer = await Send(new(new(method), ""));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:{0}")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    public async Task A_page_of_elsewhere_whose_name_points_here_gets_nothing(string host)
    {
        using var answer = await Send(
            new(HttpMethod.Get, "") { Headers = { Host = string.Format(CultureInfo.InvariantCulture, host, server.Port) } });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("the page", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task The_page_may_load_nothing_from_elsewhere()
    {
        using var answer = await Send(new(HttpMethod.Get, ""));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; ", policy);
        Assert.DoesNotContain("http", policy);
    }

    [Fact]
    public async Task Other_machines_cannot_connect()
    {
        var own = (await Dns.GetHostAddressesAsync(Dns.GetHostName(), AddressFamily.InterNetwork, Cancellation))
            .FirstOrDefault(address => !IPAddress.IsLoopback(address));
        Assert.SkipWhen(own is null, "this machine has no address but 127.0.0.1");
        using var socket = new TcpClient();

        await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(own, server.Port, Cancellation).AsTask());
    }

    [Fact]
    public async Task Browsers_hear_what_is_now_and_whatever_changes()
    {
        using var events = new StreamReader(await client.GetStreamAsync(new Uri("events", UriKind.Relative), Cancellation));

        Assert.Equal("data: first", await events.ReadLineAsync(Cancellation));
        page.Set("second");
        Assert.Equal("", await events.ReadLineAsync(Cancellation));
        Assert.Equal("data: second", await events.ReadLineAsync(Cancellation));
    }

    [Fact]
    public async Task A_browser_that_leaves_costs_the_others_nothing()
    {
        using (await client.GetStreamAsync(new Uri("events", UriKind.Relative), Cancellation))
        {
        }

        using var events = new StreamReader(await client.GetStreamAsync(new Uri("events", UriKind.Relative), Cancellation));
        page.Set("second");

        while (await events.ReadLineAsync(Cancellation) is { } line && line != "data: second")
        {
        }
    }

    [Fact]
    public async Task The_streams_end_with_the_server()
    {
        using var events = new StreamReader(await client.GetStreamAsync(new Uri("events", UriKind.Relative), Cancellation));
        await events.ReadLineAsync(Cancellation);

        await stop.CancelAsync();
        server.Dispose();

        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (await events.ReadLineAsync(Cancellation) is not null)
            {
            }

            throw new IOException("It ended in order.");
        });
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_error() =>
        await Assert.ThrowsAnyAsync<IOException>(() => LiveServer.Start(page, server.Port, stop.Token));

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await stop.CancelAsync();
        server.Dispose();
        stop.Dispose();
    }

    private Task<HttpResponseMessage> Send(HttpRequestMessage request) => client.SendAsync(request, Cancellation);

    private sealed class MadeUpPage : ILivePage
    {
        private TaskCompletionSource change = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Page => "the page";

        public string State { get; private set; } = "first";

        public Task Changed => change.Task;

        public string Frame => "the frame";

        public string? Section(string recipe) => recipe == "depth" ? "the section" : null;

        public void Set(string state)
        {
            State = state;
            var before = change;
            change = new(TaskCreationOptions.RunContinuationsAsynchronously);
            before.SetResult();
        }
    }
}

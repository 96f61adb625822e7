using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Experiments.Tests.Data;

/// <summary>A GET: the file's name and the header lines.</summary>
internal sealed record LoopbackRequest(string Name, IReadOnlyList<string> Headers)
{
    /// <summary>The first byte asked for; 0 for all.</summary>
    public int From => Header("Range") is { } range ? int.Parse(range["bytes=".Length..].TrimEnd('-'), null) : 0;

    /// <summary>A header's value, or null.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];
}

/// <summary>A web server on this machine that answers exactly the bytes a test wants, however wrong.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<LoopbackRequest, Stream, CancellationToken, Task> answer;
    private readonly Task accepting;
    private readonly List<LoopbackRequest> requests = [];

    /// <param name="answer">Writes the whole answer to a GET for a file's name; HEAD is answered with 200.</param>
    public LoopbackServer(Func<string, Stream, CancellationToken, Task> answer)
        : this((request, to, stop) => answer(request.Name, to, stop))
    {
    }

    /// <param name="answer">Writes the whole answer to a GET; HEAD is answered with 200.</param>
    public LoopbackServer(Func<LoopbackRequest, Stream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/mnist/");

    /// <summary>The names of the files asked for by GET.</summary>
    public IReadOnlyList<string> Asked => [.. Requests.Select(request => request.Name)];

    /// <summary>All GETs.</summary>
    public IReadOnlyList<LoopbackRequest> Requests
    {
        get
        {
            lock (requests)
            {
                return [.. requests];
            }
        }
    }

    /// <summary>An address on this machine at which nothing answers.</summary>
    public static Uri NobodyListens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    /// <summary>Ends a connection as a machine does that crashed or a firewall that lost patience: with a reset.</summary>
    public static void Reset(Stream to)
    {
        Socket socket = ((NetworkStream)to).Socket;
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    public static Task Whole(Stream to, byte[] body, CancellationToken stop) => Send(to, "200 OK", body.Length, body, stop);

    /// <summary>Sends a status line, a length (or none, and the end is when the connection closes) and a body.</summary>
    public static async Task Send(
        Stream to, string status, long? length, ReadOnlyMemory<byte> body, CancellationToken stop, string extraHeader = "")
    {
        string lengthHeader = length is long bytes ? $"Content-Length: {bytes}\r\n" : "";
        string header = $"HTTP/1.1 {status}\r\nConnection: close\r\n{lengthHeader}{extraHeader}\r\n";
        await to.WriteAsync(Encoding.ASCII.GetBytes(header), stop);
        await to.WriteAsync(body, stop);
        await to.FlushAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        // First the end of accepting, then the listener's: the other way round a pending accept may fail in ways of its own.
        await stop.CancelAsync();
        await accepting;
        listener.Stop();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var answering = new List<Task>();
        try
        {
            while (true)
            {
                answering.Add(AnswerAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException && stop.IsCancellationRequested)
        {
            await Task.WhenAll(answering);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                Stream stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                if (await reader.ReadLineAsync(stop.Token) is not { Length: > 0 } line)
                {
                    return;
                }

                string[] request = line.Split(' ');
                var headers = new List<string>();
                while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 } header)
                {
                    headers.Add(header);
                }

                if (request[0] == "HEAD")
                {
                    await Send(stream, "200 OK", 0, default, stop.Token);
                    return;
                }

                var asked = new LoopbackRequest(request[1].Split('/')[^1], headers);
                lock (requests)
                {
                    requests.Add(asked);
                }

                await answer(asked, stream, stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The client hung up or the test is over: both are what some tests are about.
            }
        }
    }
}

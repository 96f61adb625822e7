using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Experiments.Reports.Live;

/// <summary>
/// Serves a live page on 127.0.0.1 alone. It answers nothing but GET and HEAD, and only requests for this very address: a page of elsewhere
/// whose name was made to point here (DNS rebinding) gets nothing.
/// </summary>
internal sealed class LiveServer : IDisposable
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(10); // of a stream in which nothing happens

    private readonly KestrelServer server;

    private LiveServer(KestrelServer server, int port) => (this.server, Port) = (server, port);

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>The page's address.</summary>
    public string Address => $"http://127.0.0.1:{Port}/";

    /// <summary>Starts to serve.</summary>
    /// <param name="page">The page.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <param name="stop">Ends the streams of events.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LiveServer> Start(ILivePage page, int port, CancellationToken stop)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxConcurrentConnections = 100;
        options.Limits.MaxRequestBodySize = 0;
        options.Listen(IPAddress.Loopback, port);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        var application = new Application(page, stop);
        try
        {
            await server.StartAsync(application, stop);
        }
        catch
        {
            server.Dispose();
            throw;
        }

        var address = server.Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.Single();
        application.Port = new Uri(address).Port;
        return new(server, application.Port);
    }

    /// <summary>Ends, with all connections.</summary>
    public void Dispose() => server.Dispose();

    private sealed class Application(ILivePage page, CancellationToken stop) : IHttpApplication<HttpContext>
    {
        public int Port { get; set; }

        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }

        public async Task ProcessRequestAsync(HttpContext context)
        {
            try
            {
                await Answer(context);
            }
            catch (OperationCanceledException)
            {
                // The browser was closed, or the server ends.
            }
        }

        private Task Answer(HttpContext context)
        {
            var (request, headers) = (context.Request, context.Response.Headers);
            headers.CacheControl = "no-store";
            headers.XContentTypeOptions = "nosniff";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (request.Host.Value != $"127.0.0.1:{Port}" && request.Host.Value != $"localhost:{Port}")
            {
                return Say(context, StatusCodes.Status403Forbidden, $"This server answers at http://127.0.0.1:{Port}/ alone.");
            }

            if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            {
                headers.Allow = "GET, HEAD";
                return Say(context, StatusCodes.Status405MethodNotAllowed, "This server only shows: it takes GET and HEAD.");
            }

            const string Sections = "/recipes/";
            return request.Path.Value switch
            {
                "/" => Page(context),
                "/frame" => Send(context, "text/html", page.Frame),
                "/events" => Events(context),
                { } path when path.StartsWith(Sections, StringComparison.Ordinal) && page.Section(path[Sections.Length..]) is { } section =>
                    Send(context, "text/html", section),
                _ => Say(context, StatusCodes.Status404NotFound, $"There is nothing here. The report is at http://127.0.0.1:{Port}/."),
            };
        }

        // The page has all in itself, and fetches nothing but what is new.
        private Task Page(HttpContext context)
        {
            context.Response.Headers.ContentSecurityPolicy =
                "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            return Send(context, "text/html", page.Page);
        }

        private async Task Events(HttpContext context)
        {
            context.Response.ContentType = "text/event-stream";
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stop);
            string? sent = null;
            while (HttpMethods.IsGet(context.Request.Method))
            {
                var changed = page.Changed;
                var state = page.State;
                await context.Response.WriteAsync(state == sent ? ":\n\n" : $"data: {state}\n\n", end.Token);
                await context.Response.Body.FlushAsync(end.Token);
                sent = state;
                await Task.WhenAny(changed, Task.Delay(Pulse, end.Token));
                end.Token.ThrowIfCancellationRequested();
            }
        }

        private static Task Say(HttpContext context, int status, string text)
        {
            context.Response.StatusCode = status;
            return Send(context, "text/plain", text + "\n");
        }

        private static async Task Send(HttpContext context, string type, string text)
        {
            var content = Encoding.UTF8.GetBytes(text);
            context.Response.ContentType = $"{type}; charset=utf-8";
            context.Response.ContentLength = content.Length;
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await context.Response.Body.WriteAsync(content, context.RequestAborted);
            }
        }
    }
}

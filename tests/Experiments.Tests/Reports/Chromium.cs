using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Experiments.Tests.Reports;

/// <summary>
/// A page in headless Chromium, spoken to by the DevTools protocol over a WebSocket: it navigates, evaluates, moves the pointer, and keeps
/// what the page requested and complained of.
/// </summary>
internal sealed partial class Chromium : IAsyncDisposable
{
    /// <summary>Why tests without a browser are skipped.</summary>
    public const string Missing = "Chromium is not installed: there is no chromium, chromium-browser or google-chrome on the PATH.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly string profile;
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> waiting = new();
    private readonly ConcurrentQueue<JsonNode> events = new();
    private string session = "";
    private int last;

    private Chromium(Process process, string profile) => (this.process, this.profile) = (process, profile);

    /// <summary>The browser's path; null if there is none.</summary>
    public static string? Executable { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }, Path.Combine).FirstOrDefault(File.Exists);

    /// <summary>The addresses of everything that was asked for since the page was opened.</summary>
    public IReadOnlyList<string> Requests =>
        [.. Events("Network.requestWillBeSent").Select(sent => (string)sent["request"]!["url"]!)];

    /// <summary>Errors and warnings: what the page threw, and what stands in its console.</summary>
    public IReadOnlyList<string> Complaints =>
    [
        .. Events("Runtime.exceptionThrown").Select(thrown => thrown["exceptionDetails"]!.ToJsonString()),
        .. Events("Runtime.consoleAPICalled").Where(call => (string?)call["type"] is "error" or "warning" or "assert")
            .Select(call => call["args"]!.ToJsonString()),
        .. Events("Log.entryAdded").Select(entry => entry["entry"]!.ToJsonString()),
    ];

    /// <summary>Starts the browser.</summary>
    public static async Task<Chromium> Start()
    {
        var profile = Directory.CreateTempSubdirectory("experiments-chromium-").FullName;
        var start = new ProcessStartInfo(Executable!) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[]
        {
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars",
            "--remote-debugging-port=0", $"--user-data-dir={profile}", "about:blank",
        })
        {
            start.ArgumentList.Add(argument);
        }

        var browser = new Chromium(Process.Start(start)!, profile);
        var address = await browser.Address().WaitAsync(Patience);
        await browser.socket.ConnectAsync(new Uri(address), CancellationToken.None);
        _ = browser.Receive();
        var target = await browser.Send("Target.createTarget", new() { ["url"] = "about:blank" });
        var attached = await browser.Send(
            "Target.attachToTarget", new() { ["targetId"] = (string?)target["targetId"], ["flatten"] = true });
        browser.session = (string)attached["sessionId"]!;
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" })
        {
            await browser.Send($"{domain}.enable");
        }

        await browser.Send("Page.setLifecycleEventsEnabled", new() { ["enabled"] = true });
        return browser;
    }

    /// <summary>Opens a file and waits until it is loaded.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> Open(string path, int width = 1280, bool dark = false)
    {
        await Send("Emulation.setDeviceMetricsOverride", new()
        {
            ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = false,
        });
        await Send("Emulation.setEmulatedMedia", new()
        {
            ["media"] = "",
            ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }),
        });
        events.Clear();
        var clock = Stopwatch.StartNew();
        var loader = (string?)(await Send("Page.navigate", new() { ["url"] = new Uri(path).AbsoluteUri }))["loaderId"];
        while (!Events("Page.lifecycleEvent").Any(stage => (string?)stage["loaderId"] == loader && (string?)stage["name"] == "load"))
        {
            Assert.True(clock.Elapsed < Patience, "The page did not load.");
            await Task.Delay(10);
        }

        return clock.Elapsed;
    }

    /// <summary>Evaluates an expression in the page; a promise is awaited.</summary>
    public async Task<T> Evaluate<T>(string expression) =>
        (await Evaluate(expression, byValue: true))["result"]!["value"] is { } value ? value.GetValue<T>() : default!;

    /// <summary>Does something in the page, whatever comes of it; a promise is awaited.</summary>
    public Task Do(string expression) => Evaluate(expression, byValue: false);

    /// <summary>Moves the pointer to a place in the window.</summary>
    public async Task Point(double x, double y)
    {
        foreach (var at in new[] { x - 3, x })
        {
            await Send("Input.dispatchMouseEvent", new() { ["type"] = "mouseMoved", ["x"] = at, ["y"] = y });
        }
    }

    /// <summary>Presses a key.</summary>
    public async Task Press(string key, string text = "")
    {
        await Send("Input.dispatchKeyEvent", new() { ["type"] = "keyDown", ["key"] = key, ["code"] = key, ["text"] = text });
        await Send("Input.dispatchKeyEvent", new() { ["type"] = "keyUp", ["key"] = key, ["code"] = key });
    }

    /// <summary>Sends a command.</summary>
    public async Task<JsonNode> Send(string method, JsonObject? parameters = null)
    {
        var id = Interlocked.Increment(ref last);
        var answer = waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session.Length > 0)
        {
            message["sessionId"] = session;
        }

        await sending.WaitAsync();
        try
        {
            var bytes = Encoding.UTF8.GetBytes(message.ToJsonString());
            await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }

        var result = await answer.Task.WaitAsync(Patience);
        return result["result"] ?? throw new InvalidOperationException($"{method}: {result["error"]?.ToJsonString()}");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        socket.Dispose();
        sending.Dispose();
        process.Dispose();
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (IOException)
        {
            // a child of the browser may still be writing; the system clears its folder of temporary files
        }
    }

    private async Task<JsonNode> Evaluate(string expression, bool byValue)
    {
        var answer = await Send("Runtime.evaluate", new()
        {
            ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = byValue,
        });
        Assert.True(answer["exceptionDetails"] is null, $"{expression} threw {answer["exceptionDetails"]?.ToJsonString()}");
        return answer;
    }

    private IEnumerable<JsonNode> Events(string method) =>
        events.Where(message => (string?)message["method"] == method).Select(message => message["params"]!);

    private async Task<string> Address()
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = process.StandardError.ReadToEndAsync(); // it would stop if nobody read what it says
                return match.Value;
            }
        }

        throw new InvalidOperationException("Chromium ended before it listened.");
    }

    private async Task Receive()
    {
        var (buffer, message) = (new byte[1 << 16], new MemoryStream());
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    Take(JsonNode.Parse(message.ToArray())!);
                    message.SetLength(0);
                }
            }
        }
        catch (Exception end) when (end is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // the browser is gone
        }
    }

    private void Take(JsonNode message)
    {
        if (message["id"] is { } id && waiting.TryRemove((int)id, out var answer))
        {
            answer.SetResult(message);
        }
        else
        {
            events.Enqueue(message);
        }
    }

    [GeneratedRegex(@"ws://\S+")]
    private static partial Regex Listening();
}

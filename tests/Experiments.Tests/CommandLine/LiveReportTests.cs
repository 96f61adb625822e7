using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Experiments.CommandLine.Progress;
using Experiments.Reports.Live;
using Experiments.Results;
using Experiments.Running;
using Experiments.Tests.Reports;

namespace Experiments.Tests.CommandLine;

/// <summary><c>report --serve</c> over real connections, beside runs.</summary>
public sealed class LiveReportTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Workplace workplace = new();
    private readonly HttpClient client = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cells_of_a_run_come_in_without_anything_being_asked_for_again()
    {
        await Serving("report --serve", async address =>
        {
            using var events = await Events(address);
            Assert.Empty((await Next(events)).GetProperty("recipes").EnumerateArray());

            workplace.Do("run widths --dataset digits --quick");

            var version = await Version(events);
            var section = await client.GetStringAsync(new Uri($"{address}recipes/widths"), Cancellation);
            Assert.Contains("Do more hidden units help?", section);
            Assert.Contains("Quick run:", section); // it shows what runs, though nobody said --quick to it
            Assert.Contains(">widths</a>", await client.GetStringAsync(new Uri($"{address}frame"), Cancellation));

            workplace.Do("run widths --dataset digits --quick --seeds 3");

            Assert.NotEqual(version, await Version(events, version));
        });
    }

    [Fact]
    public async Task The_page_shows_the_settings_that_a_run_under_way_has()
    {
        workplace.Do("run widths --dataset digits");
        workplace.Do("run widths --dataset digits --epochs 2");
        var recipe = new Widths();
        var plan = Plan.Make(new("widths", [.. recipe.Variants(recipe.Defaults)], [0]), "0", new ResultStore(workplace.Results));
        await Serving("report --serve", async address =>
        {
            using var events = await Events(address);
            var version = await Version(events);

            using (new ProgressFile(
                plan, "widths", "run", ["widths", "--epochs", "2"], RunUnderWay.NewIn(workplace.Results, "widths")))
            {
                await Version(events, version);
            }

            Assert.Contains(
                "<strong>epochs=2</strong> instead of 4", await client.GetStringAsync(new Uri($"{address}recipes/widths"), Cancellation));
        });
    }

    [Fact]
    public async Task A_reader_keeps_place_and_switches_while_cells_come_in()
    {
        Assert.SkipWhen(Chromium.Executable is null, Chromium.Missing);
        await Serving("report --serve --dataset digits", async address =>
        {
            await using var browser = await Chromium.Start();
            await browser.Open(address);
            await browser.Do("window.isSame = true");
            workplace.Do("run widths --dataset digits --seeds 2");
            await Until(browser, "document.querySelector('#widths-accuracy .plot')?.drawn");
            await browser.Do("""
                document.querySelector('#widths-accuracy').scrollIntoView({ behavior: 'instant' });
                document.querySelector('#widths-accuracy .controls button').click();
                document.querySelector('#widths details').open = true;
                """);
            var before = await Seen();
            Assert.Contains("\"pressed\":[\"false\"", before);

            workplace.Do("run widths --dataset digits --seeds 3");
            await Until(browser, "document.querySelector('#widths').textContent.includes('3 seeds')");

            Assert.Equal(before, await Seen());
            Assert.Empty(browser.Complaints);
            Assert.All(browser.Requests, request => Assert.True(
                request.StartsWith(address, StringComparison.Ordinal) || request.StartsWith("data:", StringComparison.Ordinal), request));

            Task<string> Seen() => browser.Evaluate<string>("""
                JSON.stringify({
                  isSame: window.isSame, isOpen: document.querySelector('#widths details').open,
                  top: Math.round(document.querySelector('#widths-accuracy').getBoundingClientRect().top),
                  pressed: [...document.querySelectorAll('#widths-accuracy .controls button')].slice(0, 2)
                    .map(button => button.ariaPressed),
                })
                """);
        });
    }

    [Fact]
    public async Task A_run_is_seen_in_the_browser_from_its_start_to_its_end()
    {
        Assert.SkipWhen(Chromium.Executable is null, Chromium.Missing);
        var recipe = new Widths();
        var plan = Plan.Make(new("widths", [.. recipe.Variants(recipe.Defaults)], [0, 1]), "0", new ResultStore(workplace.Results));
        await Serving("report --serve", async address =>
        {
            await using var browser = await Chromium.Start();
            await browser.Open(address);
            await Until(browser, Says("No run is under way in data/results."));

            using (var file = new ProgressFile(plan, "widths", "run widths", ["widths"], RunUnderWay.NewIn(workplace.Results, "widths")))
            {
                file.Report(new RunEvent.Started(plan.Cells[0]));
                file.Report(new RunEvent.Advanced(plan.Cells[0], 1, 0.5));
                await Until(browser, Says("epoch 1 of 4"));
                await Until(browser, Says("50.0 % validation accuracy"));

                file.Report(new RunEvent.Finished(plan.Cells[0], TimeSpan.Zero, null));
                await Until(browser, Says("1 of 4 cells done"));
                Assert.Equal(1, await browser.Evaluate<int>("document.querySelectorAll('#live .states .d').length"));
            }

            await Until(browser, Says("widths: a run ended at "));
            await Until(browser, Says("No run is under way in data/results."));
        });

        static string Says(string text) => $"document.querySelector('#live')?.textContent.includes('{text}')";
    }

    [Fact]
    public async Task Cells_that_are_deleted_go()
    {
        workplace.Do("run widths --dataset digits");
        await Serving("report --serve --dataset digits", async address =>
        {
            using var events = await Events(address);
            await Version(events);

            Directory.Delete(workplace.Results, recursive: true);

            while ((await Next(events)).GetProperty("recipes").GetArrayLength() > 0)
            {
            }

            using var answer = await client.GetAsync(new Uri($"{address}recipes/widths"), Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        });
    }

    [Fact]
    public async Task Serving_writes_nothing()
    {
        workplace.Do("run widths --dataset digits");
        var before = workplace.Files;
        await Serving("report --serve --dataset digits", async address =>
        {
            using var events = await Events(address);
            await Version(events);
        });

        Assert.Equal(before, workplace.Files);
    }

    [Fact]
    public async Task Ctrl_C_ends_it_in_order()
    {
        var call = await Serving("report --serve", _ => Task.CompletedTask);

        Assert.Equal(0, call.ExitCode);
        Assert.Equal("experiments: this is the report on data/results, for browsers on this machine. Ctrl-C ends it\n", call.Error);
    }

    [Fact]
    public async Task A_port_that_was_asked_for_and_is_taken_is_an_error()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var call = await Task.Run(() => workplace.Call($"report --serve --port {port}"), Cancellation);

        Assert.Equal(1, call.ExitCode);
        Assert.StartsWith($"experiments: Nothing can be served on port {port}: ", call.Error);
        Assert.EndsWith(" Choose another with --port.\n", call.Error);
    }

    [Fact]
    public async Task Without_a_port_two_are_served_beside_each_other() =>
        await Serving("report --serve", async first => await Serving("report --serve", async second =>
        {
            Assert.NotEqual(first, second);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(second), Cancellation)).StatusCode);
        }));

    [Theory]
    [InlineData("--port 8000", "--port is the port of --serve: give both, or neither.")]
    [InlineData("--serve --out report.html", "--serve writes nothing, so it does not go with --out: leave one of them out.")]
    [InlineData("--serve --tensorboard tb", "--serve writes nothing, so it does not go with --tensorboard: leave one of them out.")]
    [InlineData("--serve --port 70000", "--port takes a whole number from 1 to 65,535, but got '70000'.")]
    [InlineData("--serve --json", "'report --serve' shows a page. For JSON use 'verify --all --json' and 'table NAME --json'.")]
    public void What_does_not_go_together_is_refused(string words, string line)
    {
        var call = workplace.Call($"report {words}");

        Assert.Equal((2, $"experiments: {line}\n"), (call.ExitCode, call.Error));
    }

    public void Dispose()
    {
        client.Dispose();
        workplace.Dispose();
    }

    // Serves while an action goes on, then presses Ctrl-C.
    private async Task<Call> Serving(string words, Func<string, Task> action)
    {
        using var interrupt = new Interrupt();
        var output = new FirstLine();
        var serving = Task.Factory.StartNew(
            () => workplace.Call(Workplace.Split(words), [new Widths(), new Breaks()], interrupt, output), Cancellation,
            TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            await action(await output.Line.WaitAsync(Patience, Cancellation)).WaitAsync(Patience, Cancellation);
        }
        finally
        {
            interrupt.Cancel();
        }

        return await serving;
    }

    private static async Task Until(Chromium browser, string condition)
    {
        while (!await browser.Evaluate<bool>($"!!({condition})"))
        {
            await Task.Delay(100, Cancellation);
        }
    }

    private async Task<StreamReader> Events(string address) =>
        new(await client.GetStreamAsync(new Uri($"{address}events"), Cancellation));

    private static async Task<JsonElement> Next(StreamReader events)
    {
        while (true)
        {
            var line = await events.ReadLineAsync(Cancellation) ?? throw new IOException("The stream has ended.");
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonDocument.Parse(line["data: ".Length..]).RootElement;
            }
        }
    }

    // The version of the only section, when it is there and another one.
    private static async Task<string> Version(StreamReader events, string? before = null)
    {
        while (true)
        {
            var versions = (await Next(events)).GetProperty("recipes").EnumerateArray()
                .Select(recipe => recipe.GetProperty("version").GetString()!).ToList();
            if (versions is [var version] && version != before)
            {
                return version;
            }
        }
    }

    private sealed class FirstLine : StringWriter
    {
        private readonly TaskCompletionSource<string> line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Line => line.Task;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            line.TrySetResult(value ?? "");
        }
    }
}

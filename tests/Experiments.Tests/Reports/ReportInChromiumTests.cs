using System.Globalization;
using Experiments.CommandLine.Progress;
using Experiments.Recipes;
using Experiments.Results;
using Experiments.Tests.CommandLine;

namespace Experiments.Tests.Reports;

/// <summary>A page of made-up results of two recipes, open in one browser.</summary>
public sealed class OpenReport : IAsyncLifetime
{
    private readonly Workplace workplace = new();

    internal string Page => Path.Combine(workplace.Folder, "report.html");

    internal Chromium Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Executable is null)
        {
            return;
        }

        Recipe[] recipes = [new Depth(), new EarlyStopping(), new GradientCheck()];
        MadeUpRun.Store(recipes[0], workplace.Results, 3, (_, seed) => Rows(seed, 6));
        MadeUpRun.Store(recipes[1], workplace.Results, 3, (_, seed) => Rows(seed, 4));
        var call = workplace.Call(["report", "--out", "report.html"], recipes, new Interrupt());
        Assert.True(call.ExitCode == 0, call.Error);
        Browser = await Chromium.Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        workplace.Dispose();
    }

    // Curves, and norms that grow from layer to layer.
    private static IEnumerable<Measurement> Rows(int seed, int epochs) => MadeUpResults.Learning(epochs, seed).Concat(
        from epoch in Enumerable.Range(0, epochs + 1)
        from layer in Enumerable.Range(1, 6)
        select new Measurement(
            epoch, epoch, "", Metrics.BiasGradient, layer, Math.Pow(10, (layer - 6) / 2.0) * (1 + (0.1 * seed)) / (1 + epoch)));
}

/// <summary>The report page as readers use it, in a real browser.</summary>
public sealed class ReportInChromiumTests(OpenReport report) : IClassFixture<OpenReport>
{
    private const string Accuracy = "#depth-accuracy";

    [Fact]
    public async Task All_figures_are_drawn_and_nothing_is_complained_of()
    {
        await Open();

        await DrawAll();

        var (figures, drawn) = (await Count("figure .plot"), await Count("figure .plot .main-svg .subplot"));
        Assert.InRange(figures, 6, 60);
        Assert.True(drawn >= figures, $"{figures} figures have {drawn} panels.");
        Assert.Equal(0, await Browser.Evaluate<int>(
            "[...document.querySelectorAll('figure .plot')].filter(plot => !plot.querySelector('.subplot')).length"));
        Assert.Empty(Browser.Complaints);
    }

    [Fact]
    public async Task No_request_leaves_the_file()
    {
        await Open();
        await DrawAll();

        Assert.NotEmpty(Browser.Requests);
        Assert.All(Browser.Requests, address => Assert.Matches("^(file|data|blob):", address));
        Assert.Single(Browser.Requests, address => address.StartsWith("file:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_figure_out_of_sight_is_drawn_when_a_reader_comes_near_it()
    {
        await Open();
        var last = "[...document.querySelectorAll('figure .plot')].at(-1)";
        var before = await Browser.Evaluate<bool>($"!!{last}.drawn");

        await Browser.Do($"{last}.scrollIntoView({{ behavior: 'instant' }})");

        Assert.False(before);
        await Eventually($"!!{last}.drawn");
    }

    [Fact]
    public async Task A_point_under_the_pointer_shows_its_values()
    {
        await Open();
        await Browser.Do($"document.querySelector('{Accuracy}').scrollIntoView({{ behavior: 'instant' }})");
        await Eventually($"!!document.querySelector('{Accuracy} .plot').drawn");
        var place = await Browser.Evaluate<string>(
            $$"""
            (() => {
              const plot = document.querySelector('{{Accuracy}} .plot'), box = plot.getBoundingClientRect();
              const { xaxis, yaxis } = plot._fullLayout;
              const line = plot._fullData.find(trace =>
                trace.name === '1 hidden' && trace.mode.includes('lines') && trace.hoverinfo !== 'skip');
              return `${box.left + xaxis._offset + xaxis.d2p(line.x[2])} ${box.top + yaxis._offset + yaxis.d2p(line.y[2])}`;
            })()
            """);
        var at = place.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();

        await Browser.Point(at[0], at[1]);

        await Eventually($"!!document.querySelector('{Accuracy} .hoverlayer .hovertext')");
        var text = await Browser.Evaluate<string>($"document.querySelector('{Accuracy} .hoverlayer .hovertext').textContent");
        Assert.Contains("hidden", text, StringComparison.Ordinal);
        Assert.Contains("epoch: 2", text, StringComparison.Ordinal);
        Assert.Contains(" (%): ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_of_the_legend_hides_its_line_and_its_band()
    {
        await Open();
        await DrawAll();
        var names = $"document.querySelector('{Accuracy} .plot').data.filter(trace => trace.name === '2 hidden').length";
        var before = await Browser.Evaluate<int>(names);

        await Click($"{Accuracy} button[data-item='1']");

        Assert.True(before > 0);
        Assert.Equal(0, await Browser.Evaluate<int>(names));
        Assert.Equal("false", await Browser.Evaluate<string>(
            $"document.querySelector(\"{Accuracy} button[data-item='1']\").getAttribute('aria-pressed')"));
    }

    [Fact]
    public async Task A_button_in_the_focus_is_pressed_by_the_keyboard()
    {
        await Open();
        await DrawAll();
        await Browser.Do($"document.querySelector('{Accuracy} button[data-role=\"band\"]').focus()");

        await Browser.Press(" ", " ");

        await Eventually($"document.querySelector('{Accuracy} button[data-role=\"band\"]').getAttribute('aria-pressed') === 'false'");
        Assert.Equal(0, await Browser.Evaluate<int>(
            $"document.querySelector('{Accuracy} .plot').data.filter(trace => trace.fill === 'toself').length"));
    }

    [Fact]
    public async Task Single_seeds_are_hidden_by_their_switch()
    {
        await Open();
        await DrawAll();
        var figure = "document.querySelector('button[data-role=\"seed\"]').closest('figure')";
        var before = await Browser.Evaluate<int>($"{figure}.querySelector('.plot').data.length");

        await Browser.Do($"{figure}.querySelector('button[data-role=\"seed\"]').click()");

        Assert.True(await Browser.Evaluate<int>($"{figure}.querySelector('.plot').data.length") < before);
    }

    [Fact]
    public async Task A_log_axis_becomes_linear_and_logarithmic_again()
    {
        await Open();
        await DrawAll();
        var figure = "document.querySelector('button[data-log=\"y\"][aria-pressed=\"true\"]').closest('figure')";
        await Browser.Do($"window.logFigure = {figure}");
        var type = "logFigure.querySelector('.plot')._fullLayout.yaxis.type";
        var before = await Browser.Evaluate<string>(type);

        await Browser.Do("logFigure.querySelector('button[data-log=\"y\"]').click()");
        var between = await Browser.Evaluate<string>(type);
        await Browser.Do("logFigure.querySelector('button[data-log=\"y\"]').click()");

        Assert.Equal(("log", "linear", "log"), (before, between, await Browser.Evaluate<string>(type)));
        Assert.Empty(Browser.Complaints);
    }

    [Fact]
    public async Task One_panel_of_several_can_be_shown_alone()
    {
        await Open();
        await DrawAll();
        await Browser.Do(
            "window.chosen = document.querySelector('select[data-panel]'); chosen.value = '1'; chosen.dispatchEvent(new Event('change'))");

        Assert.Equal(1, await Browser.Evaluate<int>("chosen.closest('figure').querySelectorAll('.main-svg .subplot').length"));
    }

    [Fact]
    public async Task Claims_are_filtered_by_text_and_by_verdict()
    {
        await Open();
        var shown = "document.querySelectorAll('#depth table.claims tbody tr:not([hidden])').length";
        var all = await Browser.Evaluate<int>(shown);

        await Browser.Do(
            "(() => { const text = document.querySelector('#depth .filter input'); text.value = '4 HIDDEN layers'; "
                + "text.dispatchEvent(new Event('input')); })()");
        var byText = await Browser.Evaluate<int>(shown);
        await Browser.Do(
            "(() => { const verdict = document.querySelector('#depth .filter select'); verdict.value = verdict.options[1].value; "
                + "verdict.dispatchEvent(new Event('change')); })()");
        var byBoth = await Browser.Evaluate<int>(shown);

        Assert.InRange(byText, 1, all - 1);
        Assert.InRange(byBoth, 0, byText);
        Assert.Equal($"{byBoth} of {all}", await Browser.Evaluate<string>("document.querySelector('#depth .filter output').textContent"));
    }

    [Fact]
    public async Task The_download_has_the_rows_that_table_prints()
    {
        await Open();

        var text = await Browser.Evaluate<string>(
            """
            (async () => {
              const made = new Promise(resolve => { URL.createObjectURL = blob => { resolve(blob.text()); return 'data:,'; }; });
              document.querySelector('#depth button[data-file]').click();
              return await made;
            })()
            """);

        Assert.StartsWith("variant,seed,epoch,step,split,metric,layer,value\n", text, StringComparison.Ordinal);
        Assert.InRange(text.Split('\n').Length, 1_000, 100_000);
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(768, false)]
    public async Task Nothing_is_wider_than_the_window(int width, bool dark)
    {
        await Browser.Open(report.Page, width, dark);
        await DrawAll();

        Assert.Equal(width, await Browser.Evaluate<int>("document.documentElement.scrollWidth"));
        Assert.Empty(Browser.Complaints);
    }

    [Fact]
    public async Task Text_can_be_read_on_its_ground_in_both_themes()
    {
        foreach (var dark in new[] { false, true })
        {
            await Browser.Open(report.Page, 1280, dark);

            var weak = await Browser.Evaluate<string>(
                """
                (() => {
                  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
                  const parts = color => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
                    return [...canvas.getImageData(0, 0, 1, 1).data]; };
                  const luminance = ([r, g, b]) => [r, g, b].map(part => part / 255)
                    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
                  const ground = element => { for (let at = element; at; at = at.parentElement) {
                    const color = parts(getComputedStyle(at).backgroundColor); if (color[3] === 255) return color; }
                    return [255, 255, 255]; };
                  return [...document.querySelectorAll('body *')].filter(element => element.checkVisibility()
                      && [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()) && !element.closest('svg'))
                    .filter(element => { const [a, b] = [luminance(parts(getComputedStyle(element).color)), luminance(ground(element))];
                      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5; })
                    .map(element => element.outerHTML.slice(0, 120)).join('\n');
                })()
                """);

            Assert.Equal("", weak);
        }
    }

    [Fact]
    public async Task Without_scripts_every_chart_is_a_picture()
    {
        await Browser.Send("Emulation.setScriptExecutionDisabled", new() { ["value"] = true });
        try
        {
            await Open();

            var (figures, pictures) = (await Count("figure"), await Browser.Evaluate<int>(
                """
                [...document.querySelectorAll('figure noscript > svg')].filter(svg => svg.getBoundingClientRect().height > 100
                  && svg.querySelectorAll('text').length > 5 && svg.querySelectorAll('path, polyline, ellipse').length > 5).length
                """));

            Assert.InRange(figures, 6, 60);
            Assert.Equal(figures, pictures);
            Assert.Equal(1280, await Browser.Evaluate<int>("document.documentElement.scrollWidth"));
        }
        finally
        {
            await Browser.Send("Emulation.setScriptExecutionDisabled", new() { ["value"] = false });
        }
    }

    [Fact]
    public async Task A_chosen_theme_changes_page_and_figures()
    {
        await Open();
        await DrawAll();
        var colors = $"getComputedStyle(document.body).backgroundColor + document.querySelector('{Accuracy} .plot')._fullLayout.font.color";
        var before = await Browser.Evaluate<string>(colors);

        await Click("button.theme");
        var after = await Browser.Evaluate<string>(colors);
        await Click("button.theme");

        Assert.Equal("rgb(255, 255, 255)rgb(34, 34, 34)", before);
        Assert.Equal("rgb(22, 24, 29)rgb(230, 230, 227)", after);
        Assert.Equal(before, await Browser.Evaluate<string>(colors));
    }

    [Fact]
    public async Task Paper_has_all_figures_and_is_not_dark()
    {
        await Browser.Open(report.Page, 1280, dark: true);

        await Browser.Do(
            "addEventListener('beforeprint', () => { window.onPaper = [...document.querySelectorAll('.plot')].map(plot => "
                + "`${plot._fullLayout.width} ${plot._fullLayout.font.color}`); })");
        var printed = await Browser.Send("Page.printToPDF", new() { ["printBackground"] = true });

        Assert.InRange(Convert.FromBase64String((string)printed["data"]!).Length, 50_000, 20_000_000);
        Assert.Equal("900 rgb(34, 34, 34)", await Browser.Evaluate<string>("[...new Set(onPaper)].join()"));
        Assert.Equal(0, await Browser.Evaluate<int>(
            "[...document.querySelectorAll('figure .plot')].filter(plot => !plot.querySelector('.subplot')).length"));
        Assert.Empty(Browser.Complaints);
    }

    [Fact]
    public async Task Every_figure_table_and_control_has_a_name()
    {
        await Open();
        await DrawAll();

        Assert.Equal("", await Browser.Evaluate<string>(
            """
            [
              ...[...document.querySelectorAll('[aria-labelledby], [aria-describedby]')].filter(element =>
                `${element.getAttribute('aria-labelledby') ?? ''} ${element.getAttribute('aria-describedby') ?? ''}`.trim().split(/\s+/)
                  .some(id => !document.getElementById(id)?.textContent.trim())),
              ...[...document.querySelectorAll('button')].filter(button =>
                !(button.getAttribute('aria-label') ?? button.textContent).trim()),
              ...[...document.querySelectorAll('input, select')].filter(field => !field.closest('label')),
              ...[...document.querySelectorAll('th')].filter(head => !head.scope),
              ...[...document.querySelectorAll('a[href^="#"]')].filter(link => !document.getElementById(link.hash.slice(1))),
              ...[...document.querySelectorAll('[id]:not(.plot *)')]
                .filter(element => document.querySelectorAll(`[id="${element.id}"]`).length > 1),
            ].map(element => element.outerHTML.slice(0, 120)).join('\n')
            """));
        Assert.Equal(1, await Count("main"));
        Assert.Equal(1, await Count("h1"));
        Assert.Equal("en", await Browser.Evaluate<string>("document.documentElement.lang"));
    }

    private Chromium Browser
    {
        get
        {
            Assert.SkipUnless(Chromium.Executable is not null, Chromium.Missing);
            return report.Browser;
        }
    }

    private Task<TimeSpan> Open() => Browser.Open(report.Page);

    private Task DrawAll() => Browser.Do("Promise.all(experimentsReport.drawAll())");

    private Task<int> Count(string selector) => Browser.Evaluate<int>($"document.querySelectorAll('{selector}').length");

    private Task Click(string selector) => Browser.Do($"document.querySelector(\"{selector}\").click()");

    private async Task Eventually(string condition)
    {
        var until = DateTime.UtcNow.AddSeconds(20);
        while (!await Browser.Evaluate<bool>(condition))
        {
            Assert.True(DateTime.UtcNow < until, $"It did not come true that {condition}.");
            await Task.Delay(20);
        }
    }
}

using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.Reports.Live;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>report --serve</c>: the report page in a browser, while runs go on.</summary>
internal static class LiveReport
{
    private const int UsualPort = 8765;

    /// <summary>Serves the page until Ctrl-C.</summary>
    public static int Serve(
        CommandContext context, StudyRequest request, bool serve, int? port, IReadOnlyList<Option<string>> others)
    {
        if (context.Json)
        {
            context.Mistakes.Add("'report --serve' shows a page. For JSON use 'verify --all --json' and 'table NAME --json'.");
        }

        if (!serve)
        {
            context.Mistakes.Add("--port is the port of --serve: give both, or neither.");
        }

        context.Mistakes.AddRange(others.Where(option => context.Parsed.GetResult(option) is not null).Select(option =>
            $"--serve writes nothing, so it does not go with {option.Name}: leave one of them out."));
        var recipes = request.Names.Count > 0 ? context.Catalog.FindAll(request.Names, context.Mistakes) : context.Catalog.Recipes;
        foreach (var recipe in recipes)
        {
            request.Of(recipe, context.Mistakes);
        }

        context.Checked();
        context.Interrupt.Listen();
        var page = new LivePage(context, request, recipes);
        using var server = Start(page, port, context.Interrupt.Token);
        context.Out.WriteLine(server.Address);
        context.Out.Flush();
        var folder = context.Terminal.Shorten(context.ResultsFolder);
        context.Info($"this is the report on {folder}, for browsers on this machine. Ctrl-C ends it");
        page.Follow(context.Interrupt.Token);
        return ExitCode.Done;
    }

    private static LiveServer Start(LivePage page, int? port, CancellationToken stop)
    {
        try
        {
            return LiveServer.Start(page, port ?? UsualPort, stop).GetAwaiter().GetResult();
        }
        catch (IOException) when (port is null)
        {
            return LiveServer.Start(page, port: 0, stop).GetAwaiter().GetResult();
        }
        catch (IOException problem)
        {
            throw new FailureException($"Nothing can be served on port {port}: {problem.Message} Choose another with --port.");
        }
    }
}

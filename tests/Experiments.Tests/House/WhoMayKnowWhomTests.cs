using System.Globalization;
using System.Reflection;
using System.Text;
using Experiments.Training;

namespace Experiments.Tests.House;

/// <summary>DESIGN's "Who may know whom", held against the compiled engine.</summary>
public class WhoMayKnowWhomTests
{
    private static readonly Assembly Engine = typeof(Recipe).Assembly;

    private const string HowToWrite = "./experiments test -explicit only -method \"*Write_the_graph_anew\"";

    // The root holds the contract of a recipe, which speaks of models, training, probes, results, charts and claims. Nobody knows
    // CommandLine, and inside it verbs know what they are made of, and nothing knows verbs but the parser above them.
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Data"] = ["Data.Synthetic"],
        ["Data.Synthetic"] = [],
        ["Naming"] = [],
        ["Results"] = ["Data", "Naming"],
        ["Models"] = [],
        ["Training"] = ["Models", "Naming"],
        ["Training.Fused"] = ["Models", "Training"],
        ["Probes"] = ["Models", "Results"],
        ["Charts"] = ["Naming", "Results"],
        ["Claims"] = ["Naming", "Results"],
        ["Reports.TensorBoard"] = ["Results"],
        ["Reports.Live"] = ["Results"],
        [""] = ["Charts", "Claims", "Models", "Naming", "Probes", "Results", "Training"],
        ["Running"] = ["", "Data", "Models", "Naming", "Training", "Probes", "Results"],
        ["Running.Slurm"] = ["Results", "Running", "Training"],
        ["Reports"] = ["Charts", "Claims", "Data", "Results"],
        ["CommandLine.Output"] = ["", "Claims", "Naming", "Results", "Running"],
        ["CommandLine.Progress"] = ["", "CommandLine.Output", "Reports.Live", "Results", "Running", "Training"],
        ["CommandLine.Options"] =
        [
            "", "CommandLine.Output", "CommandLine.Progress", "Data", "Naming", "Results", "Running", "Running.Slurm", "Training",
        ],
        ["CommandLine.Diagnostics"] =
        [
            "Charts", "CommandLine.Options", "CommandLine.Output", "CommandLine.Progress", "Data", "Models", "Results", "Running",
            "Training",
        ],
        ["CommandLine.Verbs"] =
        [
            "", "Charts", "Claims", "CommandLine.Diagnostics", "CommandLine.Options", "CommandLine.Output", "CommandLine.Progress", "Data",
            "Models", "Naming", "Reports", "Reports.Live", "Reports.TensorBoard", "Results", "Running", "Running.Slurm", "Training",
        ],
        ["CommandLine"] =
        [
            "", "CommandLine.Diagnostics", "CommandLine.Options", "CommandLine.Output", "CommandLine.Progress", "CommandLine.Verbs", "Data",
            "Naming", "Results",
        ],
    };

    // The factory, and the check that holds the fused trainer's gradients against autograd's. Without the room, these two would change.
    private static readonly Type[] MayKnowTheFusedTrainer = [typeof(Trainer), typeof(NumericalCheck)];

    private static readonly string[] MayTouchTorchSharp = ["Models", "Training", "Training.Fused", "Probes", "Running"];

    private static readonly string Page = Checkout.At("docs", "architecture.md");

    private static readonly Lazy<IReadOnlyList<Reference>> All = new(() => [.. Types().SelectMany(ReferencesOf).Distinct()]);

    public static TheoryData<string> Rooms => [.. MayKnow.Keys];

    [Fact]
    public void Every_namespace_of_the_engine_is_listed_here()
    {
        var rooms = Types().Select(RoomOf).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(MayKnow.Keys.Order(StringComparer.Ordinal), rooms);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_namespace_knows_only_whom_it_may(string room)
    {
        var strangers = All.Value.Where(reference =>
            reference.From == room && !reference.IsException && !MayKnow[room].Contains(reference.To));

        Assert.Empty(strangers.Select(reference => reference.What));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Whom_a_namespace_may_know_it_knows(string room) => Assert.Empty(MayKnow[room].Except(KnownBy(room)));

    [Fact]
    public void No_namespace_knows_itself_by_way_of_others()
    {
        var circles = MayKnow.Keys.Select(room => Circle([room])).OfType<string>();

        Assert.Empty(circles);
    }

    [Fact]
    public void Only_the_namespaces_that_train_touch_TorchSharp()
    {
        var touching =
            from type in Types()
            where !MayTouchTorchSharp.Contains(RoomOf(type))
                && References.Of(type).Any(other => other.Assembly.GetName().Name == "TorchSharp")
            select type.FullName;

        Assert.Empty(touching);
    }

    [Fact]
    public void The_graph_in_the_docs_is_that_of_the_compiled_engine()
    {
        Assert.True(
            File.Exists(Page) && File.ReadAllText(Page) == Document(),
            $"docs/architecture.md is not what the compiled engine says. Write it anew with: {HowToWrite}");
    }

    [Fact(Explicit = true)]
    public void Write_the_graph_anew() => File.WriteAllText(Page, Document());

    private static string Document()
    {
        var text = new StringBuilder($"""
            # Who knows whom

            The namespaces of the engine, `src/Experiments`, as its compiled code refers to them: an arrow means "knows". Arrows that
            follow from others are left out of the drawing; the table has them all. A test computes this page and fails if an arrow is
            not allowed, if there is a circle, or if the page is out of date. To write it anew:

            ```sh
            {HowToWrite}
            ```

            ```mermaid
            graph TD

            """);
        foreach (var (room, known) in MayKnow.Keys.SelectMany(room => Direct(room).Select(known => (room, known))))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Node(room)} --> {Node(known)}\n");
        }

        foreach (var (from, to) in All.Value.Where(reference => reference.IsException).Select(reference => (reference.From, reference.To))
            .Distinct())
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Node(from)} -.-> {Node(to)}\n");
        }

        text.Append("```\n\n| namespace | knows | packages |\n|---|---|---|\n");
        foreach (var room in MayKnow.Keys)
        {
            text.Append(
                CultureInfo.InvariantCulture, $"| {Name(room)} | {List(KnownBy(room).Select(Name))} | {List(PackagesOf(room))} |\n");
        }

        var exceptions = MayKnowTheFusedTrainer.Select(type => $"`{type.Name}`");
        return text.Append(
            CultureInfo.InvariantCulture, $"\nThe dotted arrow: only {string.Join(" and ", exceptions)} know the fused trainer.\n")
                .ToString();
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Distinct().Order(StringComparer.Ordinal));

    private static string Name(string room) => room.Length == 0 ? "(root)" : room;

    private static string Node(string room) =>
        room.Length == 0 ? "root[\"Recipe, Variant\"]" : room.Contains('.') ? $"{room.Replace('.', '_')}[{room}]" : room;

    private static IEnumerable<string> KnownBy(string room) =>
        All.Value.Where(reference => reference.From == room && !reference.IsException).Select(reference => reference.To).Distinct();

    // Those that are known by way of no other.
    private static IEnumerable<string> Direct(string room) =>
        KnownBy(room).Where(known => !KnownBy(room).Any(other => other != known && Reaches(other, known))).Order(StringComparer.Ordinal);

    private static bool Reaches(string from, string to) => KnownBy(from).Any(known => known == to || Reaches(known, to));

    private static string? Circle(IReadOnlyList<string> way) => KnownBy(way[^1])
        .Select(next => way.Contains(next) ? string.Join(" → ", [.. way, next]) : Circle([.. way, next]))
        .FirstOrDefault(circle => circle is not null);

    // Packages lie beside the program, the framework does not.
    private static IEnumerable<string> PackagesOf(string room) =>
        from type in Types()
        where RoomOf(type) == room
        from other in References.Of(type)
        where other.Assembly != Engine && Path.GetDirectoryName(other.Assembly.Location) == Path.GetDirectoryName(Engine.Location)
        select other.Assembly.GetName().Name;

    private static IEnumerable<Reference> ReferencesOf(Type type) =>
        from other in References.Of(type)
        where other.Assembly == Engine && IsNamed(other) && RoomOf(other) != RoomOf(type)
        let isException = RoomOf(other) == "Training.Fused" && MayKnowTheFusedTrainer.Contains(Outermost(type))
        select new Reference(RoomOf(type), RoomOf(other), isException, $"{type.FullName} knows {other.FullName}");

    private static IEnumerable<Type> Types() => Engine.GetTypes().Where(IsNamed);

    private static bool IsNamed(Type type) => type.Namespace?.StartsWith("Experiments", StringComparison.Ordinal) ?? false;

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static string RoomOf(Type type) => type.Namespace!.Split('.', 2).ElementAtOrDefault(1) ?? "";

    private sealed record Reference(string From, string To, bool IsException, string What);
}

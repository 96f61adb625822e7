using System.Reflection;

namespace Experiments.Tests.House;

public class WhoMayKnowWhomTests
{
    private static readonly Assembly Engine = typeof(Recipe).Assembly;

    // The root holds the contract of a recipe, which speaks of training, results, charts and claims. Nobody knows CommandLine.
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Data"] = [],
        ["Results"] = [],
        ["Models"] = [],
        ["Training"] = ["Models"],
        ["Probes"] = ["Models", "Results"],
        ["Charts"] = ["Results"],
        ["Claims"] = ["Results"],
        ["Running"] = ["", "Data", "Models", "Training", "Probes", "Results"],
        [""] = ["Charts", "Claims", "Results", "Models", "Training", "Probes"],
        ["CommandLine"] = ["", "Data", "Results", "Models", "Training", "Probes", "Charts", "Claims", "Running"],
    };

    private static readonly string[] MayTouchTorchSharp = ["Models", "Training", "Probes", "Running"];

    public static TheoryData<string> Rooms => [.. MayKnow.Keys];

    [Fact]
    public void EveryRoomOfTheEngineIsListedHere()
    {
        var rooms = Types().Select(RoomOf).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(MayKnow.Keys.Order(StringComparer.Ordinal), rooms);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_whom_it_may(string room)
    {
        var strangers =
            from type in Types()
            where RoomOf(type) == room
            from other in References.Of(type)
            where other.Assembly == Engine && IsNamed(other) && RoomOf(other) != room && !MayKnow[room].Contains(RoomOf(other))
            select $"{type.FullName} knows {other.FullName}";

        Assert.Empty(strangers.Distinct());
    }

    [Fact]
    public void Only_the_rooms_that_train_touch_TorchSharp()
    {
        var touching =
            from type in Types()
            where !MayTouchTorchSharp.Contains(RoomOf(type)) && References.Of(type).Any(other => other.Assembly.GetName().Name == "TorchSharp")
            select type.FullName;

        Assert.Empty(touching);
    }

    private static IEnumerable<Type> Types() => Engine.GetTypes().Where(IsNamed);

    private static bool IsNamed(Type type) => type.Namespace?.StartsWith("Experiments", StringComparison.Ordinal) ?? false;

    private static string RoomOf(Type type) => type.Namespace!.Split('.').ElementAtOrDefault(1) ?? "";
}

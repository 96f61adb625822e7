using System.Reflection;
using Experiments.Training;

namespace Experiments.Tests.House;

public class WhoMayKnowWhomTests
{
    private static readonly Assembly Engine = typeof(Recipe).Assembly;

    // The root holds the contract of a recipe, which speaks of models, training, probes, results, charts and claims. Nobody knows CommandLine.
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Data"] = ["Data.Synthetic"],
        ["Data.Synthetic"] = [],
        ["Results"] = [],
        ["Models"] = [],
        ["Training"] = ["Models"],
        ["Training.Fused"] = ["Models", "Training"],
        ["Probes"] = ["Models", "Results"],
        ["Charts"] = ["Results"],
        ["Claims"] = ["Results"],
        [""] = ["Charts", "Claims", "Models", "Probes", "Results", "Training"],
        ["Running"] = ["", "Data", "Models", "Training", "Probes", "Results"],
        ["CommandLine"] = ["", "Data", "Results", "Models", "Training", "Charts", "Claims", "Running"],
    };

    // The factory, and the check that holds the fused trainer's gradients against autograd's. Without the room, these two would change.
    private static readonly Type[] MayKnowTheFusedTrainer = [typeof(Trainer), typeof(NumericalCheck)];

    private static readonly string[] MayTouchTorchSharp = ["Models", "Training", "Training.Fused", "Probes", "Running"];

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
            where RoomOf(other) != "Training.Fused" || !MayKnowTheFusedTrainer.Contains(Outermost(type))
            select $"{type.FullName} knows {other.FullName}";

        Assert.Empty(strangers.Distinct());
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Whom_a_room_may_know_it_knows(string room)
    {
        var known = Types().Where(type => RoomOf(type) == room).SelectMany(References.Of).Where(other => other.Assembly == Engine && IsNamed(other)).Select(RoomOf).ToHashSet();

        Assert.Empty(MayKnow[room].Except(known));
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

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    // The rooms of the command line are one flat: verbs, options and output know each other.
    private static string RoomOf(Type type) => type.Namespace!.Split('.', 2).ElementAtOrDefault(1) is not { } room ? ""
        : room.StartsWith("CommandLine.", StringComparison.Ordinal) ? "CommandLine" : room;
}

using Experiments.Charts;
using Experiments.Results;
using ScottPlot;

namespace Experiments.Tests.Charts;

/// <summary>The names of lines where they end.</summary>
public sealed class LineEndsTests : IDisposable
{
    private const float Height = 15;

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Names_that_are_not_in_each_others_way_stand_where_lines_end() =>
        Assert.Equal([100, 20, 60], LineEnds.Places([100, 20, 60]));

    [Fact]
    public void Two_lines_that_end_at_one_place_have_theirs_above_and_below_it() =>
        Assert.Equal([50 - (Height / 2), 50 + (Height / 2)], LineEnds.Places([50, 50]));

    // 15 apart from some start, of which 0, 6 − 15 and 24 − 30 are wanted: the least squares are at their mean.
    [Fact]
    public void What_is_moved_is_moved_as_little_as_can_be() =>
        Assert.Equal([-5, 10, 25], LineEnds.Places([0, 6, 24]).Select(place => Math.Round(place, 3)));

    [Fact]
    public void Names_never_overlap_and_keep_their_order()
    {
        var random = new Random(7);
        for (var trial = 0; trial < 200; trial++)
        {
            float[] wanted = [.. Enumerable.Range(0, 8).Select(_ => random.NextSingle() * 100).Order()];

            var places = LineEnds.Places(wanted);

            Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.Second - pair.First >= Height - 0.01f));
            Assert.Equal(wanted.Average(), places.Average(), 0.01); // pools are moved by their mean
        }
    }

    [Fact]
    public void Few_lines_are_named_where_they_end_and_not_in_the_legend()
    {
        var figure = Draw(3);
        var ends = LineEnds.Of(figure, 1000, _ => 80);

        Assert.False(ends.IsEmpty);
        Assert.True(ends.Has("line 2"));
        Assert.True(ends.Width is > 30 and < 100);
    }

    [Fact]
    public void Where_names_would_stand_far_from_their_lines_they_stay_in_the_legend() =>
        Assert.True(LineEnds.Of(Draw(15), 1000, _ => 80).IsEmpty);

    // All lines end at the same number.
    private Figure Draw(int lines) => new LearningCurves("learning", "Title") { Lines = "variant" }.Draw(
        MadeUpResults.Of(folder, [.. Enumerable.Range(1, lines).Select(line => $"line {line}")], 2, (_, seed) =>
            MadeUpResults.Learning(4, seed)));
}

using Experiments.Reports.TensorBoard;
using Experiments.Results;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Tensorboard;

namespace Experiments.Tests.Reports.TensorBoard;

public sealed class TensorBoardRunTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("experiments-");

    [Fact]
    public void The_checksum_of_nine_digits_is_that_of_the_RFC() => Assert.Equal(0xe3069283, EventRecord.Crc32C("123456789"u8));

    [Fact]
    public void Numbers_are_scalars_by_split_and_by_layer_at_their_step()
    {
        var scalars = EventReader.Scalars(Written(
            new(0, 0, "train", "loss", null, 2.5), new(0, 0, "", "gradient.weight", 2, 0.125),
            new(1, 500, "train", "loss", null, 0.5), new(1, 500, "test", "accuracy", null, 0.75)));

        Assert.Equal(2.5f, scalars[("loss/train", 0)]);
        Assert.Equal(0.125f, scalars[("gradient.weight/layer-2", 0)]);
        Assert.Equal(0.5f, scalars[("loss/train", 500)]);
        Assert.Equal(0.75f, scalars[("accuracy/test", 500)]);
        Assert.Equal(1, scalars[("epoch", 500)]);
    }

    [Fact]
    public void What_is_measured_within_an_epoch_is_a_point_of_the_same_curve()
    {
        var scalars = EventReader.Scalars(Written(
            new(0, 100, "validation", "within-epoch.loss", null, 2), new(0, 200, "validation", "within-epoch.loss", null, 1),
            new(1, 500, "validation", "loss", null, 0.5)));

        Assert.Equal([100, 200, 500], scalars.Keys.Where(key => key.Tag == "loss/validation").Select(key => key.Step));
    }

    [Fact]
    public void Rows_that_are_computed_without_steps_are_counted()
    {
        var scalars = EventReader.Scalars(Written(new(0, 0, "", "error", null, 3), new(1, 0, "", "error", null, 4)));

        Assert.Equal([("error", 0), ("error", 1)], scalars.Keys);
    }

    [Fact]
    public void Numbers_that_are_not_finite_stay_so()
    {
        var scalars = EventReader.Scalars(Written(new Measurement(0, 0, "train", "loss", null, double.NaN)));

        Assert.Equal(float.NaN, scalars[("loss/train", 0)]);
    }

    [Theory]
    [InlineData("activation.histogram")]
    [InlineData("weight.histogram")]
    public void Bins_between_low_and_high_are_a_histogram(string metric)
    {
        double[] shares = [0, 0.25, 0.75, 0];
        var value = Assert.Single(
            Written([
                new(0, 0, "", $"{metric}.low", 1, -2), new(0, 0, "", $"{metric}.high", 1, 2),
                .. shares.Index().Select(bin => new Measurement(0, 0, "", $"{metric}.{bin.Index + 1}", 1, bin.Item)),
            ]).SelectMany(Values), value => value.Histo is not null);

        Assert.Equal($"{metric}/layer-1", value.Tag);
        Assert.Equal([-1, 0, 1, 2], value.Histo.BucketLimit);
        Assert.Equal(shares, value.Histo.Bucket);
        Assert.Equal((-1, 1, 1), (value.Histo.Min, value.Histo.Max, value.Histo.Num)); // without the empty bins at both ends
        Assert.Equal((0.25 * -0.5) + (0.75 * 0.5), value.Histo.Sum);
        Assert.Equal(0.25, value.Histo.SumSquares);
    }

    [Fact]
    public void Counts_by_size_are_a_histogram_over_the_logarithm_of_the_size()
    {
        var events = Written(
            new(1, 500, "", "gradient.histogram.zeros", 2, 5), new(1, 500, "", "gradient.histogram.40", 2, 7),
            new(1, 500, "", "gradient.histogram.42", 2, 1));

        var value = Assert.Single(events.SelectMany(Values), value => value.Histo is not null);
        Assert.Equal("gradient.histogram.log10/layer-2", value.Tag);
        Assert.Equal((-2, -1.25, 8), (value.Histo.Min, value.Histo.Max, value.Histo.Num)); // -12 + 40/4 to -12 + 43/4
        Assert.Equal([7, 0, 1], value.Histo.Bucket.Skip(40).Take(3));
        Assert.Equal(
            ["epoch", "gradient.histogram.zeros/layer-2"], EventReader.Scalars(events).Keys.Select(key => key.Tag).Order());
    }

    [Fact]
    public void What_only_charts_can_show_is_left_out()
    {
        var scalars = EventReader.Scalars(Written(
            new(1, 500, "test", "accuracy", null, 1), new(1, 500, "test", "confusion.3.5", null, 2),
            new(1, 500, "", "image.7.0", null, 3)));

        Assert.Equal(["accuracy/test", "epoch"], scalars.Keys.Select(key => key.Tag).Order());
    }

    [Fact]
    public void A_session_has_factors_and_settings_as_hyperparameters_and_its_variant_as_group()
    {
        var content = Content(Written(new Measurement(0, 0, "train", "loss", null, 1)), "_hparams_/session_start_info");
        var start = Fields(Fields(content)[3].First());
        var parameters = start[1].Select(Fields)
            .ToDictionary(entry => entry[1].First().ToStringUtf8(), entry => Value.Parser.ParseFrom(entry[2].First()));

        Assert.Equal(3, parameters["hidden"].NumberValue);
        Assert.Equal("He", parameters["init"].StringValue);
        Assert.Equal("depth", parameters["recipe"].StringValue);
        Assert.Equal(0.1, parameters["optimizer.learning-rate"].NumberValue);
        Assert.DoesNotContain("data-sha256", parameters.Keys);
        Assert.Equal($"depth/3-hidden-he-{Record.Hash}", start[4].First().ToStringUtf8());
    }

    [Theory]
    [InlineData("loss", 1)]
    [InlineData("diverged", 2)]
    public void A_session_ends_with_success_unless_training_diverged(string metric, int status)
    {
        var content = Content(Written(new Measurement(0, 0, "", metric, null, 1)), "_hparams_/session_end_info");

        Assert.Equal(8, Fields(content)[4].First()[0]); // the tag of field 1, a varint
        Assert.Equal(status, Fields(content)[4].First()[1]);
    }

    [Fact]
    public void Times_go_from_start_to_end_of_the_training_by_its_steps()
    {
        var events = Written(
            new(0, 0, "train", "loss", null, 2), new(1, 500, "train", "loss", null, 1), new(2, 1000, "train", "loss", null, 0));

        var end = new DateTimeOffset(2026, 11, 27, 10, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        Assert.Equal([end - 8, end - 8, end - 8, end - 4, end, end], events.Select(read => read.WallTime));
    }

    [Fact]
    public void Writing_again_gives_the_same_bytes_in_the_same_one_file()
    {
        Written(new Measurement(0, 0, "train", "loss", null, 1));
        var first = File.ReadAllBytes(Assert.Single(Files));
        Written(new Measurement(0, 0, "train", "loss", null, 1));

        Assert.Equal(first, File.ReadAllBytes(Assert.Single(Files)));
    }

    [Fact]
    public void A_writer_that_was_killed_leaves_nothing_that_TensorBoard_reads()
    {
        Written(new Measurement(0, 0, "train", "loss", null, 1));
        var left = Path.Combine(Path.GetDirectoryName(Files[0])!, ".unfinished");
        File.WriteAllText(left, "half");

        Assert.DoesNotContain("tfevents", left);
        Written(new Measurement(0, 0, "train", "loss", null, 1));
        Assert.False(File.Exists(left));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static RunRecord Record
    {
        get
        {
            var determines = new Dictionary<string, string> { ["data-sha256"] = "0", ["optimizer.learning-rate"] = "0.1" };
            return new()
            {
                Recipe = "depth", Variant = "3 hidden, He", Hash = ResultKey.HashOf(determines), Quick = false, Determines = determines,
                Factors = new Dictionary<string, string> { ["hidden"] = "3", ["init"] = "He" }, DataSet = "MNIST", Synthetic = false,
            };
        }
    }

    private string[] Files => Directory.GetFiles(Path.Combine(folder.FullName, "tb"), "*", SearchOption.AllDirectories);

    // The events of a cell of these rows, which took 8 seconds.
    private IReadOnlyList<Event> Written(params Measurement[] rows)
    {
        var store = new ResultStore(Path.Combine(folder.FullName, "results"));
        store.Write(Record, seed: 0);
        store.Write(CellProvenance.Of(Record.Key, 0, TimeSpan.Zero, new Dictionary<string, string>()) with
        {
            Circumstances = new Dictionary<string, string> { ["date"] = "2026-11-27T10:00:00Z", ["seconds"] = "8.0", ["seeds"] = "0" },
        });
        store.Write(Record.Key, 0, rows);
        TensorBoardRun.Write(store, Record, [0], Path.Combine(folder.FullName, "tb"));
        return EventReader.Read(Path.Combine(folder.FullName, "tb", Record.Key.Folder, "seed-0", TensorBoardRun.FileName));
    }

    private static IEnumerable<Summary.Types.Value> Values(Event read) => read.Summary?.Value ?? [];

    private static ByteString Content(IEnumerable<Event> events, string tag)
    {
        var metadata = events.SelectMany(Values).Single(value => value.Tag == tag).Metadata;
        Assert.Equal("hparams", metadata.PluginData.PluginName);
        return metadata.PluginData.Content;
    }

    // The fields of a message that are messages or texts, by number.
    private static ILookup<int, ByteString> Fields(ByteString message)
    {
        var (input, fields) = (message.CreateCodedInput(), new List<(int, ByteString)>());
        while (input.ReadTag() is > 0 and var tag)
        {
            if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited)
            {
                fields.Add((WireFormat.GetTagFieldNumber(tag), input.ReadBytes()));
            }
            else
            {
                input.SkipLastField();
            }
        }

        return fields.ToLookup(field => field.Item1, field => field.Item2);
    }
}

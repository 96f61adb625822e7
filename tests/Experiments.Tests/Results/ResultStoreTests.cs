using Experiments.Results;

namespace Experiments.Tests.Results;

public sealed class ResultStoreTests : IDisposable
{
    private static readonly Dictionary<string, string> Determines = new() { ["epochs"] = "1", ["network"] = "784-10" };

    private readonly ResultStore store = new(Path.Combine(Directory.CreateTempSubdirectory().FullName, "results"));

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(store.Folder)!, recursive: true);

    [Fact]
    public void The_hash_changes_with_any_value_and_not_with_the_order()
    {
        Assert.Equal(ResultKey.HashOf(Determines), ResultKey.HashOf(new Dictionary<string, string> { ["network"] = "784-10", ["epochs"] = "1" }));
        Assert.NotEqual(ResultKey.HashOf(Determines), ResultKey.HashOf(new Dictionary<string, string>(Determines) { ["epochs"] = "2" }));
        Assert.NotEqual(ResultKey.HashOf(Determines), ResultKey.HashOf(new Dictionary<string, string>(Determines) { ["more"] = "" }));
    }

    [Theory]
    [InlineData("1 hidden", "1-hidden")]
    [InlineData("2 hidden, full batch", "2-hidden-full-batch")]
    [InlineData("drop 0.5", "drop-0.5")]
    [InlineData("../../etc", "etc")]
    public void A_name_becomes_a_file_name(string name, string slug) => Assert.Equal(slug, ResultKey.Slug(name));

    [Fact]
    public void Cells_are_found_by_variant_and_seed()
    {
        var key = Key("a");
        store.Write(key, 3, []);
        store.Write(key, 1, []);

        Assert.Equal([1, 3], store.Seeds(key));
        Assert.True(store.Has(key, 3));
        Assert.False(store.Has(key, 0));
        Assert.Empty(store.Seeds(Key("b")));
    }

    [Fact]
    public void Nothing_is_left_beside_a_written_cell()
    {
        var key = Key("a");
        store.Write(key, 0, []);

        Assert.Equal(["seed-0.csv"], Directory.EnumerateFiles(Path.Combine(store.Folder, key.Folder)).Select(Path.GetFileName));
    }

    [Fact]
    public void A_record_comes_back_as_it_was_written()
    {
        var record = Record("a");
        store.Write(Key("a"), record);

        Assert.Equivalent(record, Assert.Single(store.Records("recipe")), strict: true);
    }

    [Fact]
    public void A_record_whose_settings_were_changed_is_refused()
    {
        store.Write(Key("a"), Record("a"));
        var path = Path.Combine(store.Folder, Key("a").Folder, "settings.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"epochs\": \"1\"", "\"epochs\": \"2\"", StringComparison.Ordinal));

        Assert.Contains("settings do not give its hash", Assert.Throws<BadResultException>(() => store.Records("recipe")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_cannot_be_read_is_named_and_does_not_hide_the_others()
    {
        var skipped = new List<string>();
        store.Write(Key("a"), Record("a"));
        var broken = Path.Combine(store.Folder, "recipe", "broken-0123456789");
        Directory.CreateDirectory(broken);
        File.WriteAllText(Path.Combine(broken, "settings.json"), "{");

        var records = store.Records("recipe", problem => skipped.Add(problem.Message));

        Assert.Equal("a", Assert.Single(records).Variant);
        Assert.Contains(broken, Assert.Single(skipped), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_holds_every_row_of_every_cell_and_its_curves_are_by_seed()
    {
        store.Write(Key("a"), Record("a"));
        store.Write(Key("a"), 0, [new(0, 0, "validation", "accuracy", null, 0.1), new(1, 5, "validation", "accuracy", null, 0.9)]);
        store.Write(Key("a"), 1, [new(0, 0, "validation", "accuracy", null, 0.2), new(1, 5, "validation", "accuracy", null, 0.8), new(1, 5, "", "gradient.bias", 2, 3)]);

        var table = ResultTable.Read(store, "recipe", store.Records("recipe"));
        var curve = table.Curve("a", "accuracy", "validation");

        Assert.Equal(5, table.Frame.Rows.Count);
        Assert.Equal([0, 1], curve.Seeds);
        Assert.Equal([0.9, 0.8], curve.At(1));
        Assert.Equal([0.9, 0.8], curve.Best());
        Assert.Equal([2], table.Layers("a", "gradient.bias"));
        Assert.True(table.Curve("a", "loss", "test").IsEmpty);
    }

    [Fact]
    public void A_table_reads_only_the_seeds_asked_for()
    {
        store.Write(Key("a"), Record("a"));
        store.Write(Key("a"), 0, [new(0, 0, "test", "loss", null, 1)]);
        store.Write(Key("a"), 1, [new(0, 0, "test", "loss", null, 2)]);

        Assert.Equal([1], ResultTable.Read(store, "recipe", store.Records("recipe"), seeds: [1]).Seeds);
    }

    private static ResultKey Key(string variant) => ResultKey.Of("recipe", variant, Determines);

    private static RunRecord Record(string variant) => new()
    {
        Recipe = "recipe", Variant = variant, Hash = ResultKey.HashOf(Determines), Quick = false, Determines = Determines, DataSet = "MNIST",
        Synthetic = false, Circumstances = new Dictionary<string, string> { ["threads"] = "1" },
    };
}

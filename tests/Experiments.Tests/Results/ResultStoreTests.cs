using Experiments.Results;
using Experiments.Running;
using Experiments.Tests.House;

namespace Experiments.Tests.Results;

public sealed class ResultStoreTests : IDisposable
{
    private static readonly Dictionary<string, string> Determines = new() { ["epochs"] = "1", ["network"] = "784-10" };

    private readonly ResultStore store = new(Path.Combine(Directory.CreateTempSubdirectory().FullName, "results"));

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(store.Folder)!, recursive: true);

    [Fact]
    public void The_hash_changes_with_any_value_and_not_with_the_order()
    {
        Assert.Equal(
            ResultKey.HashOf(Determines), ResultKey.HashOf(new Dictionary<string, string> { ["network"] = "784-10", ["epochs"] = "1" }));
        Assert.NotEqual(ResultKey.HashOf(Determines), ResultKey.HashOf(new Dictionary<string, string>(Determines) { ["epochs"] = "2" }));
        Assert.NotEqual(ResultKey.HashOf(Determines), ResultKey.HashOf(new Dictionary<string, string>(Determines) { ["more"] = "" }));
    }

    [Theory]
    [InlineData("1 hidden", "1-hidden")]
    [InlineData("2 hidden, full batch", "2-hidden-full-batch")]
    [InlineData("drop 0.5", "drop-0.5")]
    [InlineData("../../etc", "etc")]
    [InlineData("W = 0.5·I", "w-0.5-i")]
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
        store.Write(record, seed: 0);

        Assert.Equivalent(record, Assert.Single(store.Records("recipe")), strict: true);
    }

    [Fact]
    public void A_record_whose_settings_were_changed_is_refused()
    {
        store.Write(Record("a"), seed: 0);
        var path = Path.Combine(store.Folder, Key("a").Folder, "settings.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"epochs\": \"1\"", "\"epochs\": \"2\"", StringComparison.Ordinal));

        var problem = Assert.Throws<BadResultException>(() => store.Records("recipe"));
        Assert.Contains("was changed after it was written", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_cannot_be_read_is_named_and_does_not_hide_the_others()
    {
        var skipped = new List<string>();
        store.Write(Record("a"), seed: 0);
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
        store.Write(Record("a"), seed: 0);
        store.Write(Key("a"), 0, [new(0, 0, "validation", "accuracy", null, 0.1), new(1, 5, "validation", "accuracy", null, 0.9)]);
        Measurement[] ofSeed1 = [new(0, 0, "validation", "accuracy", null, 0.2), new(1, 5, "validation", "accuracy", null, 0.8)];
        store.Write(Key("a"), 1, [.. ofSeed1, new(1, 5, "", "gradient.bias", 2, 3)]);

        var table = ResultTable.Read(store, "recipe", store.Records("recipe"));
        var curve = table.Curve("a", "accuracy", "validation");

        Assert.Equal(5, table.ToFrame().Rows.Count);
        Assert.Equal([0, 1], curve.Seeds);
        Assert.Equal([0.9, 0.8], curve.At(1));
        Assert.Equal(0.9, curve.Of(seed: curve.Seeds[0], epoch: curve.Epochs[^1]));
        Assert.Equal([2], table.Layers("a", "gradient.bias"));
        Assert.True(table.Curve("a", "loss", "test").IsEmpty);
    }

    [Fact]
    public void A_curve_over_steps_has_what_was_measured_within_epochs_and_one_over_epochs_has_not()
    {
        store.Write(Record("a"), seed: 0);
        store.Write(Key("a"), 0,
        [
            new(0, 0, "validation", "accuracy", null, 0.1), new(0, 2, "validation", "within-epoch.accuracy", null, 0.5),
            new(1, 5, "train", "batch.loss", null, 2), new(1, 5, "validation", "accuracy", null, 0.9),
        ]);

        var table = ResultTable.Read(store, "recipe", store.Records("recipe"));
        var curve = table.StepCurve("a", "accuracy", "validation");

        Assert.Equal([0, 2, 5], curve.Steps);
        Assert.Equal([0, 0.4, 1], curve.Epochs);
        Assert.Equal([0.1, 0.5, 0.9], curve.Values[0]);
        Assert.Equal([0.1, 0.5, 0.9], curve.Means().Select(mean => mean.Estimate));
        Assert.Equal([0, 1], table.Curve("a", "accuracy", "validation").Epochs);
        Assert.Equal([2.0], table.StepCurve("a", "batch.loss", "train").Values[0]);
        Assert.Equal([("accuracy", "validation", null)], table.Measured("a"));
        Assert.Equal(4, table.ToFrame().Rows.Count);
    }

    [Fact]
    public void A_table_reads_only_the_seeds_asked_for()
    {
        store.Write(Record("a"), seed: 0);
        store.Write(Key("a"), 0, [new(0, 0, "test", "loss", null, 1)]);
        store.Write(Key("a"), 1, [new(0, 0, "test", "loss", null, 2)]);

        Assert.Equal([1], ResultTable.Read(store, "recipe", store.Records("recipe"), seeds: [1]).Seeds);
    }

    [Fact]
    public void A_cell_that_cannot_be_written_leaves_the_old_one_and_nothing_else()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a folder in the file's place stops nobody there");
        Measurement[] rows = [new(0, 0, "test", "loss", null, 1)];
        store.Write(Key("a"), 0, rows);
        Directory.CreateDirectory(Path.Combine(store.PathOf(Key("a"), 1), "in the way"));

        var problem = Assert.Throws<IOException>(() => store.Write(Key("a"), 1, rows));

        Assert.StartsWith($"{store.PathOf(Key("a"), 1)} cannot be written: ", problem.Message);
        Assert.Equal(rows, store.Read(Key("a"), 0));
        Assert.Equal(["seed-0.csv"], Directory.GetFiles(store.FolderOf(Key("a"))).Select(Path.GetFileName));
    }

    [Fact]
    public void What_a_killed_writer_of_a_cell_left_is_cleared_away_and_nothing_else()
    {
        store.Write(Key("a"), 0, []);
        string[] left = [".seed-1.seed-1.csv.0123.tmp", ".seed-1.settings.json.0123.tmp", ".seed-11.seed-11.csv.0123.tmp"];
        Array.ForEach(left, name => File.WriteAllText(Path.Combine(store.FolderOf(Key("a")), name), "half"));

        StaleFiles.Clear(store, Key("a"), 1);

        var kept = Directory.GetFiles(store.FolderOf(Key("a"))).Select(path => Path.GetFileName(path));
        Assert.Equal([".seed-11.seed-11.csv.0123.tmp", "seed-0.csv"], kept.Order());
    }

    [Fact]
    public void The_time_of_each_cell_is_the_one_recorded_last_and_cells_trained_together_share_theirs()
    {
        store.Write(Run("2026-01-01T00:00:00Z", "0,1,2", "30.0"));
        store.Write(Run("2026-01-02T00:00:00Z", "1", "4.5"));
        store.Write(Record("a"), seed: 0);

        Assert.Equal([(0, 10), (1, 4.5), (2, 10)], store.Seconds(Key("a")).Select(time => (time.Key, time.Value)));
    }

    [Fact]
    public void The_time_of_a_cell_done_now_is_recorded_with_its_seed_and_circumstances()
    {
        var jobs = new Dictionary<string, string> { ["jobs"] = "2" };
        store.Write(CellProvenance.Of(Key("a"), 3, TimeSpan.FromSeconds(4.52), jobs) with { Fingerprint = "f" });

        var run = Assert.Single(store.History(Key("a")));
        Assert.Equal((3, 4.5, "2", "f"), (run.Seeds[0], run.SecondsPerSeed, run.Circumstances["jobs"], run.Fingerprint));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", run.Circumstances["date"]);
    }

    [Fact]
    public void Damaged_provenance_is_left_out()
    {
        store.Write(Run("2026-01-01", "0"));
        store.Write(Run("2026-01-02", "1"));
        var file = Directory.GetFiles(store.FolderOf(Key("a")), "run-*.json")[0];
        File.WriteAllText(file, File.ReadAllText(file).Replace("2026", "2025", StringComparison.Ordinal));

        Assert.Single(store.History(Key("a")));
    }

    [Fact]
    public void Of_version_0_1_which_had_all_in_one_file_both_parts_are_read()
    {
        var text = Record("a").ToJson();
        var old = text[..text.LastIndexOf(",\n  \"sha256\"", StringComparison.Ordinal)]
            .Replace("  \"factors\": {},\n", "", StringComparison.Ordinal)
            + ",\n  \"circumstances\": { \"seeds\": \"0,1\", \"seconds\": \"3.0\" }\n}\n";
        Directory.CreateDirectory(store.FolderOf(Key("a")));
        File.WriteAllText(store.PathOfRecord(Key("a")), old);

        Assert.Equivalent(Record("a"), store.Record(Key("a")), strict: true);
        Assert.Equal([(0, 1.5), (1, 1.5)], store.Seconds(Key("a")).Select(time => (time.Key, time.Value)));
    }

    [Fact]
    public void A_cell_copied_into_anothers_place_is_refused()
    {
        store.Write(Key("a"), 0, []);
        store.Write(Key("b"), 0, []);
        File.Copy(store.PathOf(Key("b"), 0), store.PathOf(Key("a"), 0), overwrite: true);
        File.Copy(store.PathOf(Key("b"), 0), store.PathOf(Key("b"), 1));

        Assert.Contains("does not belong there", store.Problem(Key("a"), 0)!.Message, StringComparison.Ordinal);
        Assert.Contains("does not belong there", store.Problem(Key("b"), 1)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_copied_into_anothers_folder_is_refused()
    {
        store.Write(Record("a"), seed: 0);
        store.Write(Record("b"), seed: 0);
        File.Copy(store.PathOfRecord(Key("a")), store.PathOfRecord(Key("b")), overwrite: true);

        Assert.Contains("does not belong there", store.RecordProblem(Key("b"))!.Message, StringComparison.Ordinal);
        Assert.Null(store.RecordProblem(Key("a")));
    }

    [Fact]
    public void What_is_set_aside_stays_beside_under_a_name_of_its_own_each_time()
    {
        store.Write(Key("a"), 0, []);
        var first = ResultStore.SetAside(store.PathOf(Key("a"), 0));
        store.Write(Key("a"), 0, []);
        var second = ResultStore.SetAside(store.PathOf(Key("a"), 0));

        Assert.Equal(["seed-0.csv.damaged-1", "seed-0.csv.damaged-2"], [Path.GetFileName(first), Path.GetFileName(second)]);
        Assert.True(File.Exists(first) && File.Exists(second));
        Assert.Empty(store.Seeds(Key("a")));
    }

    [Fact]
    public void A_second_run_does_not_hide_how_the_first_came_about()
    {
        store.Write(Run("2026-01-01", "0,1"));
        store.Write(Run("2026-01-02", "2"));

        Assert.Equal(["0,1", "2"], store.History(Key("a")).Select(run => run.Circumstances["seeds"]));
    }

    [Fact]
    public void Results_of_two_machines_copied_together_are_their_union()
    {
        var other = new ResultStore(Path.Combine(Path.GetDirectoryName(store.Folder)!, "other"));
        store.Write(Record("a"), seed: 0);
        store.Write(Run("2026-01-01", "0"));
        store.Write(Key("a"), 0, [new(0, 0, "test", "loss", null, 1)]);
        other.Write(Record("a"), seed: 1);
        other.Write(Run("2026-01-02", "1"));
        other.Write(Key("a"), 1, [new(0, 0, "test", "loss", null, 2)]);

        foreach (var file in Directory.EnumerateFiles(other.Folder, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(store.Folder, Path.GetRelativePath(other.Folder, file)), overwrite: true);
        }

        Assert.Equal([0, 1], ResultTable.Read(store, "recipe", store.Records("recipe")).SeedsOf("a"));
        Assert.Equal(["0", "1"], store.History(Key("a")).Select(run => run.Circumstances["seeds"]));
    }

    [Fact]
    public void Everything_published_is_read()
    {
        var published = new ResultStore(Path.Combine(Checkout.Root, "data", "published"));
        var cells = 0;
        foreach (var recipe in Directory.GetDirectories(published.Folder).Select(path => Path.GetFileName(path)))
        {
            foreach (var record in published.Records(recipe))
            {
                cells += published.Seeds(record.Key).Count(seed => published.IsSound(record.Key, seed));
                Assert.Superset(published.Seeds(record.Key).ToHashSet(), published.Seconds(record.Key).Keys.ToHashSet());
            }
        }

        Assert.Equal(Directory.GetFiles(published.Folder, "seed-*.csv", SearchOption.AllDirectories).Length, cells);
        Assert.InRange(cells, 100, int.MaxValue);
    }

    private static CellProvenance Run(string date, string seeds, string seconds = "1.0") => new()
    {
        Recipe = "recipe", Variant = "a", Hash = Key("a").Hash,
        Circumstances = new Dictionary<string, string> { ["date"] = date, ["seeds"] = seeds, ["seconds"] = seconds },
    };

    private static ResultKey Key(string variant) => ResultKey.Of("recipe", variant, Determines);

    private static RunRecord Record(string variant) => new()
    {
        Recipe = "recipe", Variant = variant, Hash = ResultKey.HashOf(Determines), Quick = false, Determines = Determines,
        DataSet = "MNIST", Synthetic = false,
    };
}

using CsCheck;
using Experiments.Results;

namespace Experiments.Tests.Results;

/// <summary>What holds of every result store, whatever happened to it: it agrees with a dictionary.</summary>
public sealed class ResultStoreProperties : IDisposable
{
    private static readonly ResultKey[] Keys =
    [
        ResultKey.Of("depth", "1 hidden", new Dictionary<string, string> { ["epochs"] = "1" }),
        ResultKey.Of("depth", "1 hidden", new Dictionary<string, string> { ["epochs"] = "2" }),
        ResultKey.Of("width", "1 hidden", new Dictionary<string, string> { ["epochs"] = "1" }),
    ];

    private static readonly Gen<Dictionary<string, string>> Determinants = Gen.Dictionary(Gen.String.AlphaNumeric, Gen.String)[1, 8];

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private int stores;

    private enum Act
    {
        Write,
        Damage,
        SetAside,
        Delete,
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void After_any_writing_damaging_and_setting_aside_it_has_what_was_written_last() =>
        Gen.Select(Gen.Enum<Act>(), Gen.Int[0, 2], Gen.Int[0, 3], Gen.Single).Array[1, 20].Sample(
            steps =>
            {
                var store = new ResultStore(Path.Combine(folder, $"{stores++}"));
                var sound = new Dictionary<(int Key, int Seed), double?>();
                foreach (var (act, key, seed, value) in steps)
                {
                    Do(store, sound, act, key, seed, value);
                }

                AssertAgrees(store, sound);
            },
            iter: 150,
            threads: 1);

    [Fact]
    public void The_hash_does_not_depend_on_the_order_of_what_determines_a_result() =>
        Gen.Select(Determinants, Gen.Int).Sample((determinants, order) =>
    {
        var shuffled = determinants.ToArray();
        new Random(order).Shuffle(shuffled);
        return ResultKey.HashOf(determinants) == ResultKey.HashOf(shuffled.ToDictionary());
    });

    [Fact]
    public void The_hash_depends_on_every_value() =>
        Gen.Select(Determinants, Gen.Int.NonNegative, Gen.String).Sample((determinants, which, other) =>
    {
        var changed = new Dictionary<string, string>(determinants);
        var name = changed.Keys.ElementAt(which % changed.Count);
        changed[name] = other;
        return (ResultKey.HashOf(determinants) == ResultKey.HashOf(changed)) == (determinants[name] == other);
    });

    // A cell that is there and damaged is null in the dictionary.
    private static void Do(ResultStore store, Dictionary<(int Key, int Seed), double?> sound, Act act, int key, int seed, float value)
    {
        var path = store.PathOf(Keys[key], seed);
        var isThere = sound.ContainsKey((key, seed));
        if (act == Act.Write)
        {
            store.Write(Keys[key], seed, [new(0, 0, "", Metrics.Loss, null, value)]);
            sound[(key, seed)] = value;
        }
        else if (act == Act.Damage && isThere)
        {
            File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);
            sound[(key, seed)] = null;
        }
        else if (act == Act.SetAside && isThere)
        {
            Assert.True(File.Exists(ResultStore.SetAside(path)));
            sound.Remove((key, seed));
        }
        else if (isThere)
        {
            File.Delete(path);
            sound.Remove((key, seed));
        }
    }

    private static void AssertAgrees(ResultStore store, Dictionary<(int Key, int Seed), double?> sound)
    {
        for (var key = 0; key < Keys.Length; key++)
        {
            Assert.Equal(sound.Keys.Where(cell => cell.Key == key).Select(cell => cell.Seed).Order(), store.Seeds(Keys[key]));
        }

        foreach (var ((key, seed), value) in sound)
        {
            Assert.Equal(value is not null, store.IsSound(Keys[key], seed));
            if (value is not null)
            {
                Assert.Equal((float)value, (float)store.Read(Keys[key], seed).Single().Value);
            }
        }
    }
}

using System.Text;
using CsCheck;
using Experiments.Results;

namespace Experiments.Tests.Results;

/// <summary>What holds of every cell, whatever was measured.</summary>
public sealed class CellProperties : IDisposable
{
    private static readonly Gen<string> Name = Gen.Char["abcdefghijklmnopqrstuvwxyz.-"].Array[1, 12].Select(letters => new string(letters));

    // Measurements are made in single precision.
    private static readonly Gen<Measurement> Row =
        Gen.Select(
            Gen.Int.NonNegative, Gen.Long[0, long.MaxValue], Gen.OneOf(Name, Gen.Const("")), Name, Gen.Int[1, 1_000].Nullable(), Gen.Single,
            (epoch, step, split, metric, layer, value) => new Measurement(epoch, step, split, metric, layer, value));

    private static readonly Gen<Measurement[]> Rows = Row.Array[0, 40];

    private static readonly Gen<string?> Owner =
        Gen.OneOf(
            Gen.Const((string?)null),
            Gen.Select(Name, Name, Gen.Int.NonNegative, string? (recipe, variant, seed) => $"{recipe}/{variant}/seed-{seed}"));

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Any_cell_survives_writing_and_reading() => Gen.Select(Rows, Owner).Sample(
        (rows, owner) =>
        {
            File.WriteAllText(path, Cell.Format(rows, owner));

            var read = Cell.Read(path, owner);

            Assert.Equal(rows.Select(Bits), read.Select(Bits));
        },
        iter: 1_000,
        threads: 1);

    [Fact]
    public void The_same_measurements_are_the_same_bytes() =>
        Gen.Select(Rows, Owner).Sample((rows, owner) => Cell.Format(rows, owner) == Cell.Format([.. rows], owner), iter: 1_000);

    [Fact]
    public void Any_changed_byte_of_any_cell_is_found() => Gen.Select(Rows, Owner, Gen.Double.Unit, Gen.Byte[1, 255]).Sample(
        (rows, owner, place, change) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Cell.Format(rows, owner));
            bytes[(int)(place * bytes.Length)] ^= change;
            File.WriteAllBytes(path, bytes);

            Assert.Throws<BadResultException>(() => Cell.Read(path, owner));
        },
        iter: 2_000,
        threads: 1);

    [Fact]
    public void Any_lost_or_added_byte_of_any_cell_is_found() => Gen.Select(Rows, Owner, Gen.Double.Unit, Gen.Byte, Gen.Bool).Sample(
        (rows, owner, place, added, adds) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Cell.Format(rows, owner)).ToList();
            var at = (int)(place * bytes.Count);
            if (adds)
            {
                bytes.Insert(at, added);
            }
            else
            {
                bytes.RemoveAt(at);
            }

            File.WriteAllBytes(path, [.. bytes]);

            Assert.Throws<BadResultException>(() => Cell.Read(path, owner));
        },
        iter: 2_000,
        threads: 1);

    // NaN is equal to nothing, and 0 to -0.
    private static (Measurement, int) Bits(Measurement row) => (row with { Value = 0 }, BitConverter.SingleToInt32Bits((float)row.Value));
}

using System.Text;
using Experiments.Naming;
using Experiments.Results;

namespace Experiments.Tests.Results;

public sealed class RunRecordTests : IDisposable
{
    private static readonly Dictionary<string, string> Determines = new() { ["epochs"] = "1", ["network"] = "784-10, biases N(0, 1²)" };

    private static readonly RunRecord Record = new()
    {
        Recipe = "recipe", Variant = "a", Hash = ResultKey.HashOf(Determines), Quick = false, Determines = Determines, DataSet = "MNIST",
        Synthetic = false,
    };

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_record_ends_with_its_checksum() => Assert.Matches("\n  \"sha256\": \"[0-9a-f]{64}\"\n}\n$", Record.ToJson());

    [Fact]
    public void Every_flipped_bit_is_noticed()
    {
        var bytes = Encoding.UTF8.GetBytes(Record.ToJson());
        for (var at = 0; at < 8 * bytes.Length; at++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at / 8] ^= (byte)(1 << (at % 8));

            Assert.Throws<BadResultException>(() => RunRecord.Read(Written(damaged)));
        }
    }

    [Fact]
    public void A_record_cut_short_is_noticed_wherever_it_is_cut()
    {
        var bytes = Encoding.UTF8.GetBytes(Record.ToJson());
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<BadResultException>(() => RunRecord.Read(Written(bytes[..length])));
        }
    }

    [Theory]
    [InlineData("\r\n", "")]
    [InlineData("\r\n", "\ufeff")]
    public void A_record_that_came_by_way_of_windows_is_read(string lineEnd, string start)
    {
        var text = start + Record.ToJson().Replace("\n", lineEnd, StringComparison.Ordinal);

        Assert.Equal(Record.ToJson(), RunRecord.Read(Written(Encoding.UTF8.GetBytes(text))).ToJson());
    }

    [Fact]
    public void A_record_of_version_0_1_which_has_no_checksum_is_read()
    {
        var text = Record.ToJson();
        var without = text[..text.LastIndexOf(",\n  \"sha256\"", StringComparison.Ordinal)] + "\n}\n";

        Assert.Equivalent(Record, RunRecord.Read(Written(Encoding.UTF8.GetBytes(without))), strict: true);
    }

    [Fact]
    public void Factors_come_back_in_their_order()
    {
        var factors = new Dictionary<string, string> { ["init"] = "He", ["activation"] = "tanh" };

        var read = RunRecord.Read(Written(Encoding.UTF8.GetBytes((Record with { Factors = factors }).ToJson())));

        Assert.Equal(factors.ToArray(), [.. read.Factors]);
    }

    [Fact]
    public void A_record_without_factors_has_none()
    {
        var text = Record.ToJson().Replace("  \"factors\": {},\n", "", StringComparison.Ordinal);
        var without = text[..text.LastIndexOf(",\n  \"sha256\"", StringComparison.Ordinal)] + "\n}\n";

        Assert.DoesNotContain("factors", without, StringComparison.Ordinal);
        Assert.Empty(RunRecord.Read(Written(Encoding.UTF8.GetBytes(without))).Factors);
    }

    [Fact]
    public void A_record_of_a_newer_version_with_members_unknown_here_is_read()
    {
        var newer = Record.ToJson()
            .Replace("  \"quick\"", "  \"flavour\": {\n    \"sweet\": true\n  },\n  \"quick\"", StringComparison.Ordinal);
        var (text, seal) = (newer[..newer.LastIndexOf(",\n  \"sha256\"", StringComparison.Ordinal)] + "\n}\n", newer.LastIndexOf('"') - 64);
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));

        Assert.Contains("flavour", newer, StringComparison.Ordinal);
        Assert.Equivalent(
            Record, RunRecord.Read(Written(Encoding.UTF8.GetBytes(newer[..seal] + digest + newer[(seal + 64)..]))), strict: true);
    }

    private string Written(byte[] content)
    {
        var path = Path.Combine(folder, "settings.json");
        File.WriteAllBytes(path, content);
        return path;
    }
}

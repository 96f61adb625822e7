using Experiments.Data;
using static Experiments.Tests.Data.IdxSamples;

namespace Experiments.Tests.Data;

public sealed class IdxFuzzTests
{
    private const int Mutations = 400;

    [Theory]
    [InlineData(IdxKind.Images)]
    [InlineData(IdxKind.Labels)]
    public void A_mutated_gzip_file_is_refused_or_has_the_very_same_content(IdxKind kind)
    {
        byte[] content = kind == IdxKind.Images ? Images(60) : Labels(700);
        byte[] whole = Gzip(content);

        int refused = Walk(kind, whole, file => Assert.Equal(Sha256(content), file.Sha256));

        // Of a few hundred mutations hardly any hits only the parts of gzip's header that mean nothing.
        Assert.InRange(refused, Mutations * 3 / 4, Mutations);
    }

    [Theory]
    [InlineData(IdxKind.Images)]
    [InlineData(IdxKind.Labels)]
    public void A_mutated_plain_file_is_refused_or_is_a_whole_idx_file(IdxKind kind)
    {
        byte[] whole = kind == IdxKind.Images ? Images(6) : Labels(40);

        Walk(kind, whole, file => Assert.Equal(file.Dimensions.Aggregate(1, (product, size) => product * size), file.Data.Length));
    }

    private static int Walk(IdxKind kind, byte[] whole, Action<IdxFile> ifRead)
    {
        using var folder = new TemporaryFolder();
        var random = new Random(20260401);
        int refused = 0;
        for (int i = 0; i < Mutations; i++)
        {
            byte[] mutated = Mutate(whole, random);
            if (mutated.AsSpan().SequenceEqual(whole))
            {
                refused++;
                continue;
            }

            string path = folder.Write("mutated", mutated);
            try
            {
                ifRead(IdxFile.Read(path, kind, TestContext.Current.CancellationToken));
            }
            catch (BadDataException e)
            {
                Assert.DoesNotContain('\n', e.Message);
                refused++;
            }
        }

        return refused;
    }

    private static byte[] Mutate(byte[] whole, Random random)
    {
        byte[] copy = [.. whole];
        int at = random.Next(copy.Length);
        switch (random.Next(6))
        {
            case 0:
                copy[at] ^= (byte)(1 << random.Next(8));
                return copy;
            case 1:
                copy[at] = (byte)random.Next(256);
                return copy;
            case 2:
                return copy[..at];
            case 3:
                return [.. copy[..at], .. copy[random.Next(at, copy.Length)..]];
            case 4:
                return [.. copy[..at], (byte)random.Next(256), .. copy[at..]];
            default:
                random.NextBytes(copy.AsSpan(at, Math.Min(8, copy.Length - at)));
                return copy;
        }
    }
}

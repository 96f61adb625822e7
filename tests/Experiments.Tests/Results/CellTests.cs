using Experiments.Results;

namespace Experiments.Tests.Results;

public sealed class CellTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private static readonly Measurement[] Rows =
    [
        new(0, 0, "", Metrics.BiasGradient, 1, 0.00241234567),
        new(1, 5000, Splits.Validation, Metrics.Accuracy, null, 0.9273),
        new(2, 10000, Splits.Train, Metrics.Loss, null, double.NaN),
        new(3, 15000, Splits.Train, Metrics.Loss, null, double.PositiveInfinity),
    ];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_cell_is_a_csv_in_long_form_closed_by_its_checksum()
    {
        var lines = Cell.Format(Rows).Split('\n');

        Assert.Equal("epoch,step,split,metric,layer,value", lines[0]);
        Assert.Equal("0,0,,gradient.bias,1,0.00241234567", lines[1]);
        Assert.Equal("1,5000,validation,accuracy,,0.9273", lines[2]);
        Assert.Matches("^# sha256 [0-9a-f]{64}$", lines[^2]);
    }

    [Fact]
    public void A_single_precision_number_survives_exactly()
    {
        const float value = 0.1f;

        var read = Cell.Read(Written(Cell.Format([new(0, 0, "", Metrics.Loss, null, value)])));

        Assert.Equal(value, (float)read[0].Value);
    }

    [Fact]
    public void A_cell_cut_short_is_noticed_wherever_it_is_cut()
    {
        var text = Cell.Format(Rows);
        for (var length = 0; length < text.Length; length++)
        {
            var path = Written(text[..length]);

            Assert.Throws<BadResultException>(() => Cell.Read(path));
        }
    }

    [Fact]
    public void A_cell_that_is_not_there_is_named()
    {
        var path = Path.Combine(folder, "none.csv");

        Assert.Contains(path, Assert.Throws<BadResultException>(() => Cell.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_says_whose_it_is_and_is_refused_in_anothers_place()
    {
        var path = Written(Cell.Format(Rows, "depth/1-hidden-0123456789/seed-0"));

        Assert.Equal("# cell depth/1-hidden-0123456789/seed-0", File.ReadAllLines(path)[^2]);
        Assert.Equal(Rows, Cell.Read(path, "depth/1-hidden-0123456789/seed-0"));
        Assert.Equal(Rows, Cell.Read(path));
        var problem = Assert.Throws<BadResultException>(() => Cell.Read(path, "depth/1-hidden-9876543210/seed-0"));
        Assert.Contains(
            "is the cell depth/1-hidden-0123456789/seed-0, which does not belong there", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_of_version_0_1_which_does_not_say_whose_it_is_is_read() =>
        Assert.Equal(Rows, Cell.Read(Written(Cell.Format(Rows)), "depth/1-hidden-0123456789/seed-0"));

    [Theory]
    [InlineData("1,2,train", "line 3: expected 6 fields, found 3.")]
    [InlineData("1,2,train,loss,,x", "line 3: The input string 'x' was not in a correct format.")]
    public void A_row_that_cannot_be_read_is_named_though_the_checksum_fits(string row, string why)
    {
        var text = $"epoch,step,split,metric,layer,value\n1,2,train,loss,,3\n{row}\n";
        var sum = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

        var problem = Assert.Throws<BadResultException>(() => Cell.Read(Written($"{text}# sha256 {sum}\n")));
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
    }

    // Git on Windows, some archivers and editors.
    [Theory]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\ufeff")]
    [InlineData("\r\n", "\ufeff")]
    public void A_cell_that_came_by_way_of_windows_is_read(string lineEnd, string start)
    {
        var text = Cell.Format(Rows, "depth/variant/seed-0");

        var path = Written(start + text.Replace("\n", lineEnd, StringComparison.Ordinal));

        Assert.Equal(Rows, Cell.Read(path, "depth/variant/seed-0"));
    }

    [Theory]
    [InlineData("a,b")]
    [InlineData("a\nb")]
    [InlineData("a \"b\"")]
    public void A_name_that_the_file_cannot_hold_is_refused_in_one_line_when_it_is_recorded(string name)
    {
        var problem = Assert.Throws<ArgumentException>(() => Cell.Format([new(0, 0, "", name, null, 1)]));

        Assert.Throws<ArgumentException>(() => Cell.Format([new(0, 0, name, Metrics.Loss, null, 1)]));
        Assert.StartsWith("A metric or a split is called 'a", problem.Message);
        Assert.DoesNotContain('\n', problem.Message);
    }

    private string Written(string text)
    {
        var path = Path.Combine(folder, "cell.csv");
        File.WriteAllText(path, text);
        return path;
    }
}

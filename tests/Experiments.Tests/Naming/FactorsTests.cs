using Experiments.Naming;

namespace Experiments.Tests.Naming;

public class FactorsTests
{
    [Fact]
    public void A_name_reads_as_its_levels_do()
    {
        Assert.Equal("standard, drop 0.5", new Factors { ("form", "standard"), ("drop", 0.5) }.Name);
        Assert.Equal("3 layers", new Factors { ("layers", 3) }.Name);
        Assert.Equal("1 layer", new Factors { ("layers", 1) }.Name);
        Assert.Equal("20,000 images, drop 0", new Factors { ("images", 20_000), ("drop", 0.0) }.Name);
        Assert.Equal("patience 3", new Factors { ("patience", (3, "patience 3")) }.Name);
    }

    [Fact]
    public void Levels_are_compared_by_their_value_and_not_by_their_label()
    {
        Assert.Equal((Level)0, (Level)0.0);
        Assert.Equal((Level)3, (Level)(3, "three"));
        Assert.NotEqual((Level)3, (Level)4);
    }

    [Fact]
    public void A_variant_is_named_by_its_factors_in_their_order()
    {
        var variant = new Variant(
            new Experiments.Running.Computation("nothing", (_, _) => []), new())
        { ["form"] = "standard", ["drop"] = 0.5 };

        Assert.Equal("standard, drop 0.5", variant.Name);
        Assert.Equal((Level)0.5, variant.Factors.Of("drop"));
        Assert.Null(variant.Factors.Of("layers"));
    }

    [Theory]
    [InlineData(0.5, "rate 0.5")]
    [InlineData(0.0001, "rate 0.0001")]
    [InlineData(2e-5, "rate 2e-5")]
    [InlineData(0, "rate 0")]
    public void Small_numbers_are_written_as_people_write_them(double rate, string name) =>
        Assert.Equal(name, new Factors { ("rate", rate) }.Name);
}

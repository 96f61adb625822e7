using ScottPlot;

namespace Packages.Tests.PlotParts;

public class ColorTests
{
    [Theory]
    [InlineData("#ff8000", "#FF8000")]
    [InlineData("ff8000", "#FF8000")]
    [InlineData("#FF800080", "#FF800080")]
    [InlineData("#f80", "#00000F80")]
    [InlineData("#xyzxyz", "#00000000")]
    public void FromHex_reads_six_or_eight_digits_and_takes_three_for_the_last_of_eight(string hex, string expected) =>
        Assert.Equal(expected, Color.FromHex(hex).ToHex());

    [Fact]
    public void An_alpha_is_cut_off_not_rounded()
    {
        Assert.Equal(51, Colors.Red.WithAlpha(.2).A);
        Assert.Equal(20, Colors.Red.WithAlpha((byte)20).A);
        Assert.Equal(127, Colors.Red.WithOpacity(.5).A);
        Assert.Equal(127, Colors.Red.WithOpacity().A);
    }

    [Fact]
    public void A_see_through_black_is_one_one_one()
    {
        Assert.Equal("#01010119", Colors.Black.WithAlpha(.1).ToHex());
        Assert.Equal("#01010100", Colors.Transparent.ToHex());
        Assert.Equal("#000000", Colors.Black.WithAlpha(1.0).ToHex());
    }

    [Fact]
    public void Lighten_and_Darken_move_a_share_of_the_way_to_white_and_black()
    {
        Color blue = Color.FromHex("#0072B2");
        Assert.Equal("#3F95C5", blue.Lighten(.25).ToHex());
        Assert.Equal("#005585", blue.Darken(.25).ToHex());
        Assert.Equal(blue.Darken(.25), blue.Lighten(-.25));
    }

    [Fact]
    public void ToHSL_gives_hue_saturation_and_lightness_from_0_to_1()
    {
        (float h, float s, float l) = Color.FromHex("#009E73").ToHSL();
        Assert.Equal(.454641, h, 1e-6);
        Assert.Equal(1, s, 1e-6);
        Assert.Equal(.309804, l, 1e-6);
    }

    // Each of these has channels of 0, 1/2 or 1 and survives truncation.
    [Theory]
    [InlineData(0, "#FF0000")]
    [InlineData(1 / 3f, "#00FF00")]
    [InlineData(2 / 3f, "#0000FF")]
    public void FromHSL_gives_the_primaries_at_thirds_of_the_circle(float hue, string expected) =>
        Assert.Equal(expected, Color.FromHSL(hue, 1, .5f).ToHex());

    [Fact]
    public void Mixing_is_linear_in_each_channel()
    {
        Assert.Equal("#BFBFBF", Colors.White.MixedWith(Colors.Black, .25).ToHex());
        Assert.Equal("#7F007F", Color.InterpolateRgb(Colors.Red, Colors.Blue, .5).ToHex());
    }

    [Fact]
    public void InterpolateRgbArray_goes_from_the_first_colour_to_the_second() =>
        Assert.Equal(["#000000", "#7F7F7F", "#FFFFFF"], Color.InterpolateRgbArray(Colors.Black, Colors.White, 3).Select(c => c.ToHex()));

    [Fact]
    public void Texts_have_the_alpha_only_where_it_says_so()
    {
        Color color = new(1, 2, 3, 4);
        Assert.Equal("#010203", color.ToStringRGB());
        Assert.Equal("#01020304", color.ToStringRGBA());
        Assert.Equal("#FF8000", new Color(255, 128, 0).ToHex());
    }

    [Fact]
    public void Colours_of_equal_channels_are_equal()
    {
        Assert.True(Colors.Red == new Color(255, 0, 0));
        Assert.True(Colors.Red.Equals(new Color(255, 0, 0)));
        Assert.True(Colors.Red != Colors.Blue);
    }

    [Fact]
    public void The_default_colour_is_nothing_at_all() => Assert.Equal("#00000000", default(Color).ToHex());

    [Fact]
    public void Named_colours_are_those_of_CSS()
    {
        Assert.Equal("#808080", Colors.Gray.ToHex());
        Assert.Equal("#C8C8C8", Color.Gray(200).ToHex());
        Assert.Equal("#1F77B4", Colors.C0.ToHex());
        Assert.Equal("#17BECF", Colors.C9.ToHex());
    }

    [Fact]
    public void ARGB_packs_alpha_first_and_the_premultiplied_form_scales_the_rest()
    {
        Color color = new(255, 128, 0, 51);
        Assert.Equal(0x33FF8000u, color.ARGB);
        Assert.Equal(0x33331900u, color.PremultipliedARGB);
        Assert.Equal(color, Color.FromARGB(0x33FF8000u));
    }
}

using Experiments.Charts;
using ScottPlot;
using SkiaSharp;

namespace Experiments.Tests.Charts;

public class ChartFontTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_font_has_every_letter_that_charts_need(bool bold)
    {
        ChartFont.Use();
        var typeface = Fonts.GetTypeface(Fonts.Default, bold, italic: false);

        Assert.Equal("DejaVu Sans", typeface.FamilyName);
        Assert.Equal(bold, typeface.IsBold);
        Assert.True(typeface.ContainsGlyphs("∂‖θεσµ⁰¹²³⁴⁵⁶⁷⁸⁹⁻−·…→±√≤≥×Öß"));
    }

    // It is in the assembly, so that it does not matter which fonts a machine has.
    [Fact]
    public void The_font_comes_with_the_engine()
    {
        var resources = typeof(ChartFont).Assembly.GetManifestResourceNames();

        Assert.Contains("Experiments.Charts.Fonts.DejaVuSans.ttf", resources);
        Assert.Contains("Experiments.Charts.Fonts.DejaVuSans-Bold.ttf", resources);
    }

    // Capitals are all ink from the baseline to their height; ScottPlot alone would put them 4 pixels too high at this size.
    [Fact]
    public void Text_stands_in_the_middle_of_its_line()
    {
        var block = new TextBlock("H", 20, Colors.Black);
        using var picture = new SKBitmap(100, 100);
        using var canvas = new SKCanvas(picture);
        using var paint = Paint.NewDisposablePaint();
        ChartFont.Use();
        canvas.Clear(SKColors.White);

        var bottom = block.Draw(canvas, paint, 10, 30, 80);

        var ink = Enumerable.Range(0, 100).Where(y => Enumerable.Range(0, 100).Any(x => picture.GetPixel(x, y).Red < 128)).ToList();
        Assert.Equal(58, bottom, 3);
        Assert.Equal((30 + 58) / 2.0, (ink[0] + ink[^1] + 1) / 2.0, 0.75);
    }

    [Fact]
    public void Long_text_is_broken_between_words_and_per_cents_stay_with_their_numbers()
    {
        var text = string.Join(' ', Enumerable.Repeat("accuracy 95.96 %", 40));

        var lines = new TextBlock(text, 13, Colors.Black).Lines(400);

        Assert.Equal(text, string.Join(' ', lines));
        Assert.True(lines.Count > 1);
        Assert.All(lines, line => Assert.True(ChartFont.Width(line, 13) <= 400));
        Assert.All(lines, line => Assert.False(line.StartsWith('%')));
    }
}

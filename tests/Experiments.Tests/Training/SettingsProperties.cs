using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Experiments.CommandLine.Options;
using Experiments.Tests.CommandLine;
using Experiments.Training;

namespace Experiments.Tests.Training;

/// <summary>What holds of all settings: their texts say everything about them. New settings take part by themselves.</summary>
public sealed class SettingsProperties
{
    // A setting by its place in the list, and a number that chooses a value of it.
    private static readonly Gen<(int Which, int Choice, double Number)[]> Changes =
        Gen.Select(Gen.Int[0, 1_000], Gen.Int[0, 1_000], Gen.Double[0, 1]).Array[0, 12];

    [Fact]
    public void Any_settings_are_what_their_texts_say() => Changes.Sample(changes =>
    {
        var settings = Changed(new(), changes);

        var read = SettingNames.Describe(settings).OrderByDescending(pair => SettingNames.IsChoice(settings, pair.Key))
            .Aggregate(new Settings(), (known, pair) => SettingNames.With(known, pair.Key, pair.Value));

        Assert.Equal(settings, read);
        Assert.Equal(SettingNames.Describe(settings), SettingNames.Describe(read));
        Assert.Equal(SettingNames.Determining(settings), SettingNames.Determining(read));
    });

    [Fact]
    public void Settings_that_differ_in_what_determines_results_differ_in_their_texts() =>
        Gen.Select(Changes, Changes).Sample((left, right) =>
    {
        var (one, other) = (Changed(new(), left), Changed(new(), right));

        Assert.Equal(one.Effective() == other.Effective(), SettingNames.Determining(one).SequenceEqual(SettingNames.Determining(other)));
    });

    [Fact]
    public void Set_on_the_command_line_gives_the_same_settings_in_any_order() => Gen.Select(Changes, Gen.Int).Sample(
        (changes, order) =>
        {
            var settings = Changed(new Widths().Defaults, changes);
            if (settings.Mistakes().Any())
            {
                return;
            }

            var texts = SettingNames.Describe(settings).Select(pair => $"{pair.Key}={pair.Value}").ToArray();
            new Random(order).Shuffle(texts);
            List<string> mistakes = [];

            var read = new StudyRequest([], null, null, Quick: false, texts, [], null).SettingsOf(new Widths(), mistakes);

            Assert.Empty(mistakes);
            Assert.Equal(settings, read);
        });

    private static Settings Changed(Settings settings, IEnumerable<(int Which, int Choice, double Number)> changes)
    {
        foreach (var (which, choice, number) in changes)
        {
            var lines = SettingNames.List(settings).Where(line => line.OnlyWith is null).ToList();
            var line = lines[which % lines.Count];
            settings = SettingNames.With(settings, line.Name, Value(line, choice, number));
        }

        return settings;
    }

    // By what the setting says that it takes.
    private static string Value(Setting line, int choice, double number)
    {
        if (line.Takes.StartsWith("one of ", StringComparison.Ordinal))
        {
            var names = line.Takes["one of ".Length..].Split(", ");
            return names[choice % names.Length];
        }

        if (line.Takes == "true or false")
        {
            return choice % 2 == 0 ? "true" : "false";
        }

        if (Regex.Match(line.Takes, ", or ([a-z]+)$") is { Success: true } orNull && choice % 4 == 0)
        {
            return orNull.Groups[1].Value;
        }

        var (low, high) = (Bound(line, "at least|above") ?? 0, Bound(line, "below") ?? 1_000);
        return line.Takes.StartsWith("a whole number", StringComparison.Ordinal)
            ? $"{(int)low + choice}"
            : line.Takes.StartsWith("a number", StringComparison.Ordinal)
            ? (low + ((high - low) * Math.Max(number, 1e-9))).ToString(CultureInfo.InvariantCulture)
            : new[] { "default", "60/20/20", "98/1/1" }[choice % 3];
    }

    private static double? Bound(Setting line, string words) =>
        Regex.Match(line.Takes, $@"(?:{words}) (-?[\d.e-]+)") is { Success: true } bound
            ? double.Parse(bound.Groups[1].Value, CultureInfo.InvariantCulture) : null;
}

namespace Experiments.Training;

/// <summary>One setting as users see it.</summary>
/// <param name="Name">Its name, such as <c>optimizer.learning-rate</c>.</param>
/// <param name="Value">Its value as text; if it comes only with another choice, the value that it has then.</param>
/// <param name="Takes">What it takes, such as <c>a whole number, at least 1</c>.</param>
/// <param name="Meaning">What it means, in one line; empty if nobody said.</param>
/// <param name="OnlyWith">The choice that brings this setting, such as <c>optimizer=adam</c>; null if it is there.</param>
public sealed record SettingLine(string Name, string Value, string Takes, string Meaning, string? OnlyWith);

/// <summary>
/// Settings by name, as users and <c>settings.json</c> spell them: <c>BatchSize</c> is <c>batch-size</c>, and the numbers of an optimizer,
/// a penalty or a stopping rule follow its own name, as <c>optimizer.learning-rate</c>.
/// </summary>
public static class SettingNames
{
    // What other frameworks call them.
    private static readonly Dictionary<string, string> Aliases = new()
    {
        ["lr"] = "optimizer.learning-rate", ["bs"] = "batch-size", ["wd"] = "optimizer.weight-decay", ["l2"] = "penalty.strength",
        ["hidden_size"] = "width", ["units"] = "width", ["dropout"] = "drop", ["p"] = "drop",
    };

    /// <summary>A property's name as users spell it.</summary>
    public static string Of(string property)
    {
        var name = new StringBuilder();
        foreach (var letter in property)
        {
            if (char.IsUpper(letter) && name.Length > 0)
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    /// <summary>Every setting by name with its value as text, in a fixed order.</summary>
    public static IReadOnlyDictionary<string, string> Describe(Settings settings) =>
        new SortedDictionary<string, string>(
            SettingKey.Of(settings).ToDictionary(key => key.Name, key => key.Text), StringComparer.Ordinal);

    /// <summary>
    /// The settings that are not off, by name: what is null, false, none or 0 is left out, so that a setting which comes new to the engine,
    /// off at first, leaves the hashes of all earlier results as they are.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Determining(Settings settings) =>
        new SortedDictionary<string, string>(
            SettingKey.Of(settings).Where(key => !key.IsOff).ToDictionary(key => key.Name, key => key.Text), StringComparer.Ordinal);

    /// <summary>
    /// Everything about every setting, by name: also of those that come only with another choice, such as <c>monitor.patience</c> as long
    /// as nothing is monitored.
    /// </summary>
    public static IReadOnlyList<SettingLine> List(Settings settings)
    {
        var present = SettingKey.Of(settings).Select(key => new SettingLine(key.Name, key.Text, key.Takes, key.Meaning, null));
        return [.. present.Concat(Latent(settings)).OrderBy(line => line.Name, StringComparer.Ordinal)];
    }

    /// <summary>Whether a setting chooses a part that brings settings of its own, so that it must be set before those.</summary>
    public static bool IsChoice(string name) => SettingChoices.Has(name);

    /// <summary>The settings with one of them changed.</summary>
    /// <param name="settings">The settings to start from.</param>
    /// <param name="name">The setting's name; <c>learning-rate</c> does for <c>optimizer.learning-rate</c>.</param>
    /// <param name="value">Its new value as text, in the invariant culture. What is chosen already stays with all its numbers.</param>
    /// <exception cref="ArgumentException">There is no such setting, or the value does not fit it; the message says what would.</exception>
    public static Settings With(Settings settings, string name, string value)
    {
        return Find(settings, name) is { } key ? key.Set(settings, value)
            : throw new ArgumentException(
                OnlyWith(settings, name)
                    ?? $"There is no setting '{name}'. {NearestName.Hint(name, SettingKey.Of(settings).Select(key => key.Name))}");
    }

    /// <summary>
    /// A setting's whole name, such as <c>optimizer.learning-rate</c> for <c>learning-rate</c>; null if there is no such setting.
    /// </summary>
    public static string? FullName(Settings settings, string name) => Find(settings, name)?.Name;

    private static SettingKey? Find(Settings settings, string name)
    {
        var known = SettingKey.Of(settings).ToList();
        if (!known.Any(key => key.IsCalled(name))) // a recipe's own setting goes before other frameworks' names
        {
            name = Aliases.GetValueOrDefault(name.ToLowerInvariant(), name).Replace('_', '-');
        }

        var found = known.Where(key => key.IsCalled(name)).ToList();
        if (found.Count == 0)
        {
            found = [.. known.Where(key => key.EndsIn(name))];
        }

        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The numbers that are outside their range, one line each.</summary>
    internal static IEnumerable<string> OutOfRange(Settings settings) =>
        SettingKey.Of(settings).Select(key => key.Mistake).OfType<string>();

    // The settings that other choices would bring.
    private static IEnumerable<SettingLine> Latent(Settings settings)
    {
        var known = SettingKey.Of(settings).Select(key => key.Name).ToHashSet();
        return SettingKey.Of(settings)
            .Where(key => SettingChoices.Has(key.Name))
            .SelectMany(choice => SettingChoices.Names(choice.Name)
                .SelectMany(name => SettingKey.OfPart(choice.Name, name)
                    .Where(key => !known.Contains(key.Name))
                    .Select(key => new SettingLine(key.Name, key.Text, key.Takes, key.Meaning, $"{choice.Name}={name}"))))
            .GroupBy(line => line.Name)
            .Select(same => same.First() with
            {
                Value = string.Join(" or ", same.Select(line => line.Value).Distinct()),
                OnlyWith = string.Join(" or ", same.Select(line => line.OnlyWith)),
            });
    }

    private static string? OnlyWith(Settings settings, string name)
    {
        var line = Latent(settings).FirstOrDefault(line =>
            line.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
                || line.Name.EndsWith("." + name, StringComparison.OrdinalIgnoreCase));
        return line is null ? null : $"The setting '{line.Name}' comes with {line.OnlyWith}: set that, too.";
    }
}

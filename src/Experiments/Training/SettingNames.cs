using System.Text.Json;

namespace Experiments.Training;

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
    public static string Of(string property) => JsonNamingPolicy.KebabCaseLower.ConvertName(property);

    /// <summary>Every setting by name with its value as text, in a fixed order.</summary>
    public static IReadOnlyDictionary<string, string> Describe(Settings settings) => Texts(Setting.Of(settings));

    /// <summary>
    /// The settings that are not off, by name, and equal for equal trainings: what has no effect is left out, and so is what is null,
    /// false, none or 0, so that a setting which comes new to the engine, off at first, leaves the hashes of all earlier results as they
    /// are.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Determining(Settings settings) =>
        Texts(Setting.Of(settings.Effective()).Where(setting => !setting.IsOff));

    /// <summary>
    /// Everything about every setting, by name: also of those that come only with another choice, such as <c>monitor.patience</c> as long
    /// as nothing is monitored.
    /// </summary>
    public static IReadOnlyList<Setting> List(Settings settings) =>
        [.. Setting.Of(settings).Concat(Setting.Latent(settings)).OrderBy(setting => setting.Name, StringComparer.Ordinal)];

    /// <summary>Whether a setting chooses a part that brings settings of its own, so that it must be set before those.</summary>
    public static bool IsChoice(Settings settings, string name) => Find(settings, name) is { IsChoice: true };

    /// <summary>
    /// A setting's whole name, such as <c>optimizer.learning-rate</c> for <c>learning-rate</c>; null if there is no such setting.
    /// </summary>
    public static string? FullName(Settings settings, string name) => Find(settings, name)?.Name;

    /// <summary>The settings with one of them changed.</summary>
    /// <param name="settings">The settings to start from.</param>
    /// <param name="name">The setting's name; <c>learning-rate</c> does for <c>optimizer.learning-rate</c>.</param>
    /// <param name="value">Its new value as text, in the invariant culture. What is chosen already stays with all its numbers.</param>
    /// <exception cref="ArgumentException">There is no such setting, or the value does not fit it; the message says what would.</exception>
    public static Settings With(Settings settings, string name, string value)
    {
        if (Find(settings, name) is { } found)
        {
            return found.With(value);
        }

        var elsewhere = Setting.Latent(settings).FirstOrDefault(setting => IsCalled(setting, name) || EndsIn(setting, name));
        throw new ArgumentException(elsewhere is { } other
            ? $"The setting '{other.Name}' comes with {other.OnlyWith}: set that, too."
            : $"There is no setting '{name}'. "
                + NearestName.Hint(
                    name.Replace('_', '-'), Setting.Of(settings).Select(Name), Setting.Latent(settings).Select(Name)));

        static string Name(Setting setting) => setting.Name;
    }

    private static Setting? Find(Settings settings, string name)
    {
        var all = Setting.Of(settings).ToList();
        if (!all.Any(setting => IsCalled(setting, name))) // a recipe's own setting goes before other frameworks' names
        {
            name = Aliases.GetValueOrDefault(name.ToLowerInvariant(), name).Replace('_', '-');
        }

        var ending = all.Where(setting => EndsIn(setting, name)).ToList();
        return all.Find(setting => IsCalled(setting, name)) ?? (ending.Count == 1 ? ending[0] : null);
    }

    private static bool IsCalled(Setting setting, string name) => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool EndsIn(Setting setting, string name) => setting.Name.EndsWith("." + name, StringComparison.OrdinalIgnoreCase);

    private static SortedDictionary<string, string> Texts(IEnumerable<Setting> settings) =>
        new(settings.ToDictionary(setting => setting.Name, setting => setting.Value), StringComparer.Ordinal);
}

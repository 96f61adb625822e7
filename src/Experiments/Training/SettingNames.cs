using System.Globalization;
using System.Reflection;
using System.Text;

namespace Experiments.Training;

/// <summary>
/// Settings by name, as users and <c>settings.json</c> spell them: <c>BatchSize</c> is <c>batch-size</c>, and the numbers of an optimizer or a
/// penalty follow its own name, as <c>optimizer.learning-rate</c>.
/// </summary>
public static class SettingNames
{
    private static readonly Dictionary<string, Func<object>> Choices = new(StringComparer.OrdinalIgnoreCase)
    {
        ["optimizer=sgd"] = () => new Sgd(),
        ["penalty=none"] = () => Penalty.None,
        ["penalty=L2"] = () => new L2(1e-4),
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
    public static IReadOnlyDictionary<string, string> Describe(Settings settings)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, owner, property) in Find(settings))
        {
            all[name] = Format(property.GetValue(owner));
        }

        return all;
    }

    /// <summary>
    /// The settings that are not off, by name: what is null, false, none or 0 is left out, so that a setting which comes new to the engine, off
    /// at first, leaves the hashes of all earlier results as they are.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Determining(Settings settings)
    {
        var off = Find(settings).Where(one => IsOff(one.Property, one.Property.GetValue(one.Owner))).Select(one => one.Name).ToHashSet();
        return new SortedDictionary<string, string>(Describe(settings).Where(one => !off.Contains(one.Key)).ToDictionary(), StringComparer.Ordinal);
    }

    /// <summary>The settings with one of them changed.</summary>
    /// <param name="settings">The settings to start from.</param>
    /// <param name="name">The setting's name; <c>learning-rate</c> does for <c>optimizer.learning-rate</c>.</param>
    /// <param name="value">Its new value as text, in the invariant culture.</param>
    /// <exception cref="ArgumentException">There is no such setting, or the value does not fit it; the message says what would.</exception>
    public static Settings With(Settings settings, string name, string value)
    {
        var known = Find(settings).ToList();
        var found = known.Where(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0)
        {
            found = [.. known.Where(one => one.Name.EndsWith("." + name, StringComparison.OrdinalIgnoreCase))];
        }

        if (found.Count != 1)
        {
            throw new ArgumentException($"There is no setting '{name}'. {Nearest(name, known.Select(one => one.Name))}");
        }

        var (fullName, owner, property) = found[0];
        var changed = Copy(owner, property, Parse(fullName, property.PropertyType, value));
        return owner is Settings ? (Settings)changed : (Settings)Copy(settings, OwnerOf(settings, owner), changed);
    }

    /// <summary>"Did you mean …?" for a name that is not known, then all that are.</summary>
    public static string Nearest(string name, IEnumerable<string> known)
    {
        var all = known.ToList();
        var nearest = all.MinBy(candidate => Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant()));
        var hint = nearest is not null && Distance(name.ToLowerInvariant(), nearest.ToLowerInvariant()) <= Math.Max(2, name.Length / 3)
            ? $"Did you mean '{nearest}'? "
            : "";
        return $"{hint}Known: {string.Join(", ", all)}.";
    }

    private static IEnumerable<(string Name, object Owner, PropertyInfo Property)> Find(Settings settings)
    {
        foreach (var property in Settable(settings))
        {
            var name = Of(property.Name);
            yield return (name, settings, property);
            if (property.GetValue(settings) is Optimizer or Penalty)
            {
                var part = property.GetValue(settings)!;
                foreach (var inner in Settable(part))
                {
                    yield return ($"{name}.{Of(inner.Name)}", part, inner);
                }
            }
        }
    }

    private static IEnumerable<PropertyInfo> Settable(object owner) =>
        owner.GetType().GetProperties().Where(property => property.SetMethod is { IsPublic: true }).OrderBy(property => property.Name, StringComparer.Ordinal);

    private static PropertyInfo OwnerOf(Settings settings, object part) =>
        Settable(settings).Single(property => ReferenceEquals(property.GetValue(settings), part));

    // Records copy themselves by a method the compiler writes; init-only properties can be set through reflection.
    private static object Copy(object record, PropertyInfo property, object? value)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    private static bool IsOff(PropertyInfo property, object? value) => value switch
    {
        null or false => true,
        int or long or double => Nullable.GetUnderlyingType(property.PropertyType) is null && Convert.ToDouble(value, CultureInfo.InvariantCulture) == 0,
        _ => ReferenceEquals(value, Penalty.None),
    };

    private static string Format(object? value) => value switch
    {
        null => "all",
        Optimizer optimizer => optimizer.Name,
        Penalty penalty => penalty.Name,
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static object? Parse(string name, Type type, string value)
    {
        var plain = Nullable.GetUnderlyingType(type);
        if (plain is not null && value == "all")
        {
            return null;
        }

        object? parsed = (plain ?? type) switch
        {
            var t when t == typeof(int) => int.TryParse(value, NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            var t when t == typeof(double) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            var t when t == typeof(bool) => bool.TryParse(value, out var yes) ? yes : null,
            var t when t == typeof(string) => value,
            var t when t == typeof(Loss) => Loss.All.FirstOrDefault(loss => string.Equals(loss.Name, value, StringComparison.OrdinalIgnoreCase)),
            _ => Choices.TryGetValue($"{name}={value}", out var create) ? create() : null,
        };
        return parsed ?? throw new ArgumentException($"The setting '{name}' takes {Takes(name, plain ?? type)}, but got '{value}'.");
    }

    private static string Takes(string name, Type type) => type switch
    {
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(double) => "a number such as 0.1 or 1e-4",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(Loss) => "one of " + string.Join(", ", Loss.All.Select(loss => loss.Name)),
        _ => "one of " + string.Join(", ", Choices.Keys.Where(key => key.StartsWith(name + "=", StringComparison.Ordinal)).Select(key => key[(name.Length + 1)..])),
    };

    // Levenshtein's edit distance
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}

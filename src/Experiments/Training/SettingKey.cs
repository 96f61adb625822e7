namespace Experiments.Training;

/// <summary>One setting of given settings: where it is, what it is, and what it may be.</summary>
internal sealed class SettingKey
{
    private readonly object owner;
    private readonly PropertyInfo property;
    private readonly MeaningAttribute? meaning;

    private SettingKey(string name, object owner, PropertyInfo property)
    {
        Name = name;
        this.owner = owner;
        this.property = property;
        meaning = property.GetCustomAttribute<MeaningAttribute>();
    }

    public string Name { get; }

    public string Text => Format(Value);

    public string Meaning => meaning?.Text ?? "";

    /// <summary>What it takes, in words.</summary>
    public string Takes =>
        Kind + (Range.Length > 0 ? $", {Range}" : "") + (meaning?.Null is { } word && !SettingChoices.Has(Name) ? $", or {word}" : "");

    /// <summary>Its range in words; a number with no range of its own must at least be finite.</summary>
    public string Range => meaning?.Range is { Length: > 0 } range ? range : Type == typeof(double) ? "finite" : "";

    /// <summary>Whether it is out of use, so that a hash need not know it.</summary>
    public bool IsOff => Value switch
    {
        null or false or TrainerKind.Auto => true,
        int or long or double => Convert.ToDouble(Value, CultureInfo.InvariantCulture) is var number
            && (number == meaning?.NotHashedAt || (number == 0 && Nullable.GetUnderlyingType(property.PropertyType) is null)),
        var value => ReferenceEquals(value, Penalty.None),
    };

    private bool IsInRange => Value is not (int or long or double)
        || (meaning?.Allows(Convert.ToDouble(Value, CultureInfo.InvariantCulture))
            ?? double.IsFinite(Convert.ToDouble(Value, CultureInfo.InvariantCulture)));

    /// <summary>What is wrong with its value; null if nothing is.</summary>
    public string? Mistake => IsInRange ? null
        : Value is double number && !double.IsFinite(number) && meaning?.Range is { Length: > 0 }
        ? $"{Name} must be {Range} and finite, but is {Text}"
        : $"{Name} must be {Range}, but is {Text}";

    private object? Value => property.GetValue(owner);

    private Type Type => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    private string Kind => Type switch
    {
        var type when SettingChoices.Has(Name) || type == typeof(Loss) || type.IsEnum => $"one of {string.Join(", ", Words)}",
        var type when type == typeof(int) => "a whole number",
        var type when type == typeof(double) => "a number such as 0.1 or 1e-4",
        var type when type == typeof(bool) => "true or false",
        _ => "text",
    };

    private IEnumerable<string> Words => Type == typeof(Loss) ? Loss.All.Select(loss => loss.Name)
        : Type.IsEnum ? Enum.GetNames(Type).Select(SettingNames.Of)
        : SettingChoices.Names(Name);

    /// <summary>All settings, each part's own after it.</summary>
    public static IEnumerable<SettingKey> Of(Settings settings)
    {
        foreach (var property in Settable(settings))
        {
            var key = new SettingKey(SettingNames.Of(property.Name), settings, property);
            yield return key;
            if (SettingChoices.NameOf(key.Value) is not null)
            {
                foreach (var inner in OfPart(key.Name, key.Value!))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>The settings that a choice brings.</summary>
    public static IEnumerable<SettingKey> OfPart(string setting, string choice) =>
        SettingChoices.TryCreate(setting, choice, out var part) && part is not null ? OfPart(setting, part) : [];

    public bool IsCalled(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    public bool EndsIn(string name) => Name.EndsWith("." + name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The settings with this one changed.</summary>
    /// <exception cref="ArgumentException">The value does not fit.</exception>
    public Settings Set(Settings settings, string value)
    {
        var changed = Copy(owner, property, Parse(value));
        return owner is Settings
            ? (Settings)changed
            : (Settings)Copy(settings, Settable(settings).Single(part => ReferenceEquals(part.GetValue(settings), owner)), changed);
    }

    private static IEnumerable<SettingKey> OfPart(string setting, object part) =>
        Settable(part).Select(inner => new SettingKey($"{setting}.{SettingNames.Of(inner.Name)}", part, inner));

    private static IEnumerable<PropertyInfo> Settable(object owner) =>
        owner.GetType().GetProperties().Where(property => property.SetMethod is { IsPublic: true })
            .OrderBy(property => property.Name, StringComparer.Ordinal);

    // Records copy themselves by a method the compiler writes; init-only properties can be set through reflection.
    private static object Copy(object record, PropertyInfo property, object? value)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    private string Format(object? value) => value switch
    {
        null => meaning?.Null ?? "all",
        bool yes => yes ? "true" : "false",
        Enum choice => SettingNames.Of(choice.ToString()),
        _ => SettingChoices.NameOf(value) ?? Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private object? Parse(string value)
    {
        if (SettingChoices.Has(Name))
        {
            return string.Equals(value, Text, StringComparison.OrdinalIgnoreCase) ? Value
                : SettingChoices.TryCreate(Name, value, out var part) ? part
                : throw DoesNotFit(value);
        }

        if (string.Equals(value, meaning?.Null ?? "all", StringComparison.OrdinalIgnoreCase)
            && Nullable.GetUnderlyingType(property.PropertyType) is not null)
        {
            return null;
        }

        object? parsed = Type switch
        {
            var t when t == typeof(int) => WholeNumber.Parse(value),
            var t when t == typeof(double) =>
                double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            var t when t == typeof(bool) => bool.TryParse(value, out var yes) ? yes : null,
            var t when t == typeof(string) => value,
            var t when t == typeof(Loss) =>
                Loss.All.FirstOrDefault(loss => string.Equals(loss.Name, value, StringComparison.OrdinalIgnoreCase)),
            var t when t.IsEnum =>
                Enum.GetNames(t).FirstOrDefault(name =>
                    string.Equals(SettingNames.Of(name), value, StringComparison.OrdinalIgnoreCase)) is { } found
                        ? Enum.Parse(t, found)
                        : null,
            _ => null,
        };
        return parsed ?? throw DoesNotFit(value);
    }

    private ArgumentException DoesNotFit(string value) =>
        new($"The setting '{Name}' takes {Takes}, but got "
            + $"'{value}'{(Type == typeof(int) && WholeNumber.IsOne(value) ? ", which is too large" : "")}.");
}

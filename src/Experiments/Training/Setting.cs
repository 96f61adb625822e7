using System.Collections.Concurrent;

namespace Experiments.Training;

/// <summary>A part of the settings that is chosen by its name and has numbers of its own, which are settings, too.</summary>
/// <param name="Name">The name in settings.</param>
public abstract record Choice(string Name)
{
    /// <summary>The name in settings.</summary>
    public string Name { get; } = Name;
}

/// <summary>One setting of given settings: where it is, what it is, and what it may be.</summary>
public sealed record Setting
{
    // Each with its published defaults; null for none.
    private static readonly Dictionary<Type, Choice?[]> Choices = new()
    {
        [typeof(Optimizer)] = [new Sgd(), new Adam(), new AdamW(), new RmsProp(), new Adagrad()],
        [typeof(Loss)] = [.. Loss.All],
        [typeof(Penalty)] = [Penalty.None, new L2(1e-4), new L1(1e-4), new ElasticNet(1e-4, 1e-4)],
        [typeof(Schedule)] =
        [
            null, new StepSchedule(), new CosineSchedule(), new ExponentialSchedule(), new OneCycleSchedule(), new WarmUpSchedule(),
        ],
        [typeof(Augmentation)] = [null, new Augmentation { Shift = 2 }],
        [typeof(EarlyStopping)] = [null, EarlyStopping.OnValidationLoss, EarlyStopping.OnValidationAccuracy],
    };

    // Attributes are slow to look up, and a sweep asks for those of every variant.
    private static readonly ConcurrentDictionary<PropertyInfo, (MeaningAttribute Meaning, string Name)> Known = [];

    private readonly Setting? outer; // the choice that brings it
    private readonly object owner;
    private readonly PropertyInfo property;
    private readonly MeaningAttribute meaning;
    private readonly object? value;
    private readonly Type type;
    private readonly bool isNullable;

    private Setting(Setting? outer, object owner, PropertyInfo property)
    {
        (this.outer, this.owner, this.property) = (outer, owner, property);
        (meaning, var ownName) = Known.GetOrAdd(property, known =>
            (known.GetCustomAttribute<MeaningAttribute>() ?? new(""), SettingNames.Of(known.Name)));
        value = property.GetValue(owner);
        isNullable = Nullable.GetUnderlyingType(property.PropertyType) is not null;
        type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Name = (outer is null ? "" : $"{outer.Name}.") + ownName;
        Value = value switch
        {
            null => NullWord,
            bool yes => yes ? "true" : "false",
            Enum word => SettingNames.Of(word.ToString()),
            Choice choice => choice.Name,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    /// <summary>Its name, such as <c>optimizer.learning-rate</c>.</summary>
    public string Name { get; }

    /// <summary>Its value as text; if it comes only with another choice, the value that it has then.</summary>
    public string Value { get; private init; }

    /// <summary>What it takes, such as <c>a whole number, at least 1</c>.</summary>
    public string Takes => Kind + (Range == "" ? "" : $", {Range}") + (meaning.Null is null || IsChoice ? "" : $", or {NullWord}");

    /// <summary>What it means, in one line; empty if nobody said.</summary>
    public string Meaning => meaning.Text;

    /// <summary>The choice that brings this setting, such as <c>optimizer=adam</c>; null if it is there.</summary>
    public string? OnlyWith { get; private init; }

    /// <summary>Whether it chooses a part that brings settings of its own, so that it must be set before those.</summary>
    internal bool IsChoice => Choices.ContainsKey(type);

    /// <summary>Whether it is out of use, so that a hash need not know it.</summary>
    internal bool IsOff => value is null or false or TrainerKind.Auto or Subset.First or InputScale.Unit
        || ReferenceEquals(value, Penalty.None)
        || (Number is { } number && (number == meaning.NotHashedAt || (number == 0 && !isNullable)));

    /// <summary>The value, as text, that it has where results do not name it.</summary>
    internal string ValueIfOff => type.IsEnum ? Words![type == typeof(Subset) ? (int)Subset.First : 0].Name
        : type == typeof(Penalty) ? Penalty.None.Name
        : type == typeof(bool) ? "false"
        : isNullable || IsChoice ? NullWord
        : double.IsNaN(meaning.NotHashedAt) ? "0" : meaning.NotHashedAt.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether it only adds measurements.</summary>
    internal bool OnlyMeasures => meaning.OnlyMeasures;

    /// <summary>What is wrong with its value; null if nothing is.</summary>
    internal string? Mistake => Number is not { } number || meaning.Allows(number) ? null
        : $"{Name} must be {Range}{(double.IsFinite(number) || Range == "finite" ? "" : " and finite")}, but is {Value}";

    private double? Number => value is int or double ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;

    private string NullWord => meaning.Null ?? "all";

    // A number without a range of its own must at least be finite.
    private string Range => meaning.Range == "" && type == typeof(double) ? "finite" : meaning.Range;

    private string Kind => Words is { } words ? $"one of {string.Join(", ", words.Select(word => word.Name))}"
        : type == typeof(int) ? "a whole number"
        : type == typeof(double) ? "a number such as 0.1 or 1e-4"
        : type == typeof(bool) ? "true or false"
        : "text";

    // What it may be, if that is a matter of words.
    private (string Name, object? Value)[]? Words =>
        IsChoice ? [.. Choices[type].Select(choice => (choice?.Name ?? NullWord, (object?)choice))]
        : type.IsEnum ? [.. Enum.GetNames(type).Select(name => (SettingNames.Of(name), (object?)Enum.Parse(type, name)))]
        : null;

    /// <summary>
    /// The settings with those of a recipe's own as they are at first; all as they are if a part of them is of a recipe's own, too, and
    /// might hold one of these.
    /// </summary>
    internal static Settings WithoutOwn(Settings settings)
    {
        var all = Of(settings).ToList();
        var own = all.Where(setting => setting.outer is null && setting.property.DeclaringType != typeof(Settings)).ToList();
        return own.Count == 0 || settings.GetType().GetConstructor(Type.EmptyTypes) is not { } create
            || all.Any(setting => setting.value is Choice choice && choice.GetType().Assembly != typeof(Setting).Assembly) ? settings
            : own.Aggregate(settings, (known, setting) =>
                new Setting(null, known, setting.property).Copy(setting.property.GetValue(create.Invoke(null))));
    }

    /// <summary>All settings, each choice's own after it.</summary>
    internal static IEnumerable<Setting> Of(Settings settings) =>
        Of(null, settings).SelectMany(setting => setting.value is Choice choice ? Of(setting, choice).Prepend(setting) : [setting]);

    /// <summary>The settings that other choices than those made would bring.</summary>
    internal static IEnumerable<Setting> Latent(Settings settings)
    {
        var known = Of(settings).Select(setting => setting.Name).ToHashSet();
        return from same in (
                   from outer in Of(null, settings)
                   from choice in Choices.GetValueOrDefault(outer.type, []).OfType<Choice>()
                   from inner in Of(outer, choice)
                   where !known.Contains(inner.Name)
                   select inner with { OnlyWith = $"{outer.Name}={choice.Name}" }).GroupBy(inner => inner.Name)
               select same.First() with
               {
                   Value = string.Join(" or ", same.Select(inner => inner.Value).Distinct()),
                   OnlyWith = string.Join(" or ", same.Select(inner => inner.OnlyWith)),
               };
    }

    /// <summary>The settings with this one changed.</summary>
    /// <exception cref="ArgumentException">The value does not fit.</exception>
    internal Settings With(string text) => Copy(Parse(text));

    private static IEnumerable<Setting> Of(Setting? outer, object owner) =>
        from property in owner.GetType().GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal)
        where property.SetMethod is { IsPublic: true }
        select new Setting(outer, owner, property);

    // Records copy themselves by a method the compiler writes; init-only properties can be set through reflection.
    private Settings Copy(object? changed)
    {
        var copy = owner.GetType().GetMethod("<Clone>$")!.Invoke(owner, null)!;
        property.SetValue(copy, changed);
        return outer is null ? (Settings)copy : outer.Copy(copy);
    }

    private object? Parse(string text)
    {
        if (Words is { } words)
        {
            var index = Array.FindIndex(words, word => Is(word.Name));
            return Is(Value) ? value // what is chosen already stays with all its numbers
                : index >= 0 ? words[index].Value
                : throw DoesNotFit(text);
        }

        object? parsed = Type.GetTypeCode(type) switch
        {
            TypeCode.Int32 => WholeNumber.Parse(text),
            TypeCode.Double => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            TypeCode.Boolean => bool.TryParse(text, out var yes) ? yes : null,
            TypeCode.String => text,
            _ => null,
        };
        return isNullable && Is(NullWord) ? null : parsed ?? throw DoesNotFit(text);

        bool Is(string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
    }

    private ArgumentException DoesNotFit(string text)
    {
        var guess = NearestName.Guess(text, Words?.Select(word => word.Name) ?? []);
        return new($"The setting '{Name}' takes {Takes}, but got '{text}'"
            + (type == typeof(int) && WholeNumber.IsOne(text) ? ", which is too large." : ".") + (guess.Length > 0 ? $" {guess}" : ""));
    }
}

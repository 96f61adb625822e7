namespace Experiments.Training;

/// <summary>
/// The settings whose value is one of several parts with numbers of their own, such as the optimizers, each with its published defaults.
/// </summary>
internal static class SettingChoices
{
    private static readonly (string Setting, string Name, Func<object?> Create)[] All =
    [
        ("optimizer", "sgd", () => new Sgd()),
        ("optimizer", "adam", () => new Adam()),
        ("optimizer", "adamw", () => new AdamW()),
        ("optimizer", "rmsprop", () => new RmsProp()),
        ("optimizer", "adagrad", () => new Adagrad()),
        ("penalty", "none", () => Penalty.None),
        ("penalty", "L2", () => new L2(1e-4)),
        ("schedule", "none", () => null),
        ("schedule", "step", () => new StepSchedule()),
        ("schedule", "cosine", () => new CosineSchedule()),
        ("schedule", "exponential", () => new ExponentialSchedule()),
        ("schedule", "one-cycle", () => new OneCycleSchedule()),
        ("schedule", "warm-up", () => new WarmUpSchedule()),
        ("monitor", "none", () => null),
        ("monitor", "validation-loss", () => EarlyStopping.OnValidationLoss),
        ("monitor", "validation-accuracy", () => EarlyStopping.OnValidationAccuracy),
    ];

    /// <summary>Whether a setting is such a choice.</summary>
    public static bool Has(string setting) => All.Any(choice => Same(choice.Setting, setting));

    /// <summary>The names to choose from.</summary>
    public static IReadOnlyList<string> Names(string setting) =>
        [.. All.Where(choice => Same(choice.Setting, setting)).Select(choice => choice.Name)];

    /// <summary>The part of a name; false if there is none of that name.</summary>
    public static bool TryCreate(string setting, string name, out object? part)
    {
        var create = Array.Find(All, choice => Same(choice.Setting, setting) && Same(choice.Name, name)).Create;
        part = create?.Invoke();
        return create is not null;
    }

    /// <summary>The name of a part; null if the value is none.</summary>
    public static string? NameOf(object? value) => value switch
    {
        Optimizer optimizer => optimizer.Name,
        Penalty penalty => penalty.Name,
        Schedule schedule => schedule.Name,
        EarlyStopping rule => rule.Name,
        _ => null,
    };

    private static bool Same(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}

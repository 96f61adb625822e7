using System.Collections;
using static TorchSharp.torch;

namespace Experiments.Models;

/// <summary>What a variant runs for every seed: a model, which is trained, or a computation.</summary>
public abstract record Workload
{
    /// <summary>Everything about it that determines results, in one line; part of the hash of the results.</summary>
    public abstract string Description { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => Description;
}

/// <summary>
/// An argument of a model whose <see cref="object.ToString"/> always gives the same text for the same meaning, and other texts for others.
/// </summary>
public interface IStableText;

/// <summary>
/// A model to be trained: a static method that builds an ordinary TorchSharp module from images (B, pixels) to logits (B, classes), and the
/// arguments that it is called with. Its name, such as <c>Depth.Network(hidden: 3)</c>, is known without libtorch, is shown, and is part of
/// the hash of the results.
/// </summary>
public sealed record Model : Workload
{
    private readonly Delegate method;
    private readonly object?[] arguments;

    private Model(Delegate method, params object?[] arguments)
    {
        (this.method, this.arguments) = (method, arguments);
        var name = $"{Method.DeclaringType?.Name}.{Method.Name}";
        if (Method.Name.Contains('<'))
        {
            throw new ArgumentException("A model is named by the method that builds it, so it cannot be a lambda or a local function: "
                + "write a static method and pass its name.");
        }

        if (!Method.IsStatic)
        {
            throw new ArgumentException("A model is named by the method that builds it and its arguments alone, "
                + $"but {name} belongs to an object: make it static.");
        }

        // An optional argument at its default is left out, so a method can get one more without a new name for what it built before.
        var texts =
            from argument in Method.GetParameters().Zip(arguments, (parameter, value) => (Parameter: parameter, Value: value))
            where !argument.Parameter.HasDefaultValue || !Equals(argument.Parameter.DefaultValue, argument.Value)
            let text = Text(argument.Value) ?? throw new ArgumentException(
                $"{name}: the argument {argument.Parameter.Name} is a {argument.Value!.GetType().Name}, which has no stable text for the "
                + "name of the model. Pass numbers, texts, enums, lists of them, or a type that implements IStableText.")
            select $"{argument.Parameter.Name}: {text}";
        Description = $"{name}({string.Join(", ", texts)})";
    }

    /// <summary>The model's name: its method and arguments, without optional ones that have their default.</summary>
    public override string Description { get; }

    /// <summary>The method that builds it.</summary>
    internal MethodInfo Method => method.Method;

    /// <summary>Arguments that are whole numbers below 1, or lists with such, as <c>units is 0</c>: no layer has that size.</summary>
    internal IEnumerable<string> ArgumentsBelowOne =>
        from argument in Method.GetParameters().Zip(arguments, (parameter, value) => (parameter.Name, Value: value))
        from size in argument.Value is IEnumerable<int> sizes ? sizes : argument.Value is int number ? [number] : []
        where size < 1
        select $"{argument.Name} {(argument.Value is int ? "is" : "has")} {size}";

    /// <summary>A model without arguments.</summary>
    /// <exception cref="ArgumentException">
    /// The method is a lambda, a local function or an instance's method: its name would not say what it builds.
    /// </exception>
    public static Model Of(Func<nn.Module<Tensor, Tensor>> method) => new(method);

    /// <summary>A model with one argument.</summary>
    /// <exception cref="ArgumentException">
    /// As above, or the argument has no stable text: pass numbers, texts, enums, or lists of them.
    /// </exception>
    public static Model Of<T>(Func<T, nn.Module<Tensor, Tensor>> method, T argument) => new(method, argument);

    /// <inheritdoc cref="Of{T}(Func{T, nn.Module{Tensor, Tensor}}, T)"/>
    public static Model Of<T1, T2>(Func<T1, T2, nn.Module<Tensor, Tensor>> method, T1 first, T2 second) =>
        new(method, first, second);

    /// <inheritdoc cref="Of{T}(Func{T, nn.Module{Tensor, Tensor}}, T)"/>
    public static Model Of<T1, T2, T3>(Func<T1, T2, T3, nn.Module<Tensor, Tensor>> method, T1 first, T2 second, T3 third) =>
        new(method, first, second, third);

    /// <inheritdoc cref="Of{T}(Func{T, nn.Module{Tensor, Tensor}}, T)"/>
    public static Model Of<T1, T2, T3, T4>(
        Func<T1, T2, T3, T4, nn.Module<Tensor, Tensor>> method, T1 first, T2 second, T3 third, T4 fourth) =>
        new(method, first, second, third, fourth);

    /// <summary>
    /// Builds the module of a seed. Whatever it draws from libtorch's generator comes from the seed's stream <c>model</c>.
    /// </summary>
    /// <param name="seed">The repetition.</param>
    /// <returns>The module, in the current dispose scope if there is one.</returns>
    public nn.Module<Tensor, Tensor> Build(int seed)
    {
        using var section = NativeSection.Enter();
        try
        {
            return CellGenerator.Run(new(seed), "model", () => (nn.Module<Tensor, Tensor>)method.DynamicInvoke(arguments)!);
        }
        catch (TargetInvocationException problem) when (problem.InnerException is { } inner)
        {
            throw new InvalidOperationException($"{Description} cannot be built: {inner.Message}", inner);
        }
    }

    /// <inheritdoc/>
    public bool Equals(Model? other) => other is not null && Description == other.Description && Method == other.Method;

    /// <inheritdoc/>
    public override int GetHashCode() => Description.GetHashCode(StringComparison.Ordinal);

    private static string? Text(object? value) => value switch
    {
        null => "null",
        bool yes => yes ? "true" : "false",
        string or Enum or decimal or IStableText => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ when value.GetType().IsPrimitive => Convert.ToString(value, CultureInfo.InvariantCulture),
        IEnumerable list => list.Cast<object?>().Select(Text).ToList() is var texts && texts.Contains(null) ? null
            : $"[{string.Join(' ', texts)}]",
        _ => null,
    };
}

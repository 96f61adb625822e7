using System.Runtime.CompilerServices;

namespace Packages.Tests.Signatures;

/// <summary>Types as text: keywords where C# has them, names of tuple elements, outer types, and the namespace relative to the assembly's own.</summary>
internal sealed class TypeNames(string rootNamespace)
{
    private static readonly Dictionary<Type, string> _keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    // Everywhere, and without doubles among the packages' own names.
    private const string Collections = "System.Collections.Generic.";

    /// <summary>A type where it is used; the attributes beside it hold the names of tuple elements.</summary>
    public string Of(Type type, IEnumerable<System.Reflection.CustomAttributeData>? attributes = null)
    {
        var names = attributes?.FirstOrDefault(attribute => attribute.AttributeType == typeof(TupleElementNamesAttribute))?.ConstructorArguments[0].Value;
        var queue = names is IEnumerable<System.Reflection.CustomAttributeTypedArgument> elements
            ? new Queue<string?>(elements.Select(element => (string?)element.Value))
            : null;
        return Of(type, queue);
    }

    /// <summary>A type's full name, generic parameters included: "TorchSharp.torch.nn.Module&lt;T, TResult&gt;".</summary>
    public static string Full(Type type) => new TypeNames("").Of(type, (Queue<string?>?)null);

    private string Of(Type type, Queue<string?>? tupleNames)
    {
        if (type.IsByRef || type.IsPointer)
        {
            return Of(type.GetElementType()!, tupleNames) + (type.IsPointer ? "*" : "");
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!, tupleNames) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        }

        if (type.IsGenericParameter || _keywords.ContainsKey(type))
        {
            return _keywords.GetValueOrDefault(type, type.Name);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying, tupleNames) + "?";
        }

        return type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true ? Tuple(type, tupleNames) : Named(type, tupleNames);
    }

    // An outer tuple's element names come before those of tuples inside it.
    private string Tuple(Type type, Queue<string?>? names)
    {
        var arguments = type.GetGenericArguments();
        var own = arguments.Select(_ => names is { Count: > 0 } ? names.Dequeue() : null).ToArray();
        return "(" + string.Join(", ", arguments.Zip(own, (argument, name) => name is null ? Of(argument, names) : $"{Of(argument, names)} {name}")) + ")";
    }

    // A nested type's arguments begin with those of its outer types.
    private string Named(Type type, Queue<string?>? tupleNames)
    {
        var arguments = new Queue<Type>(type.GetGenericArguments());
        var parts = new List<string>();
        foreach (var outer in Outwards(type).Reverse())
        {
            var arity = outer.GetGenericArguments().Length - (outer.DeclaringType?.GetGenericArguments().Length ?? 0);
            var own = Enumerable.Range(0, arity).Select(_ => Of(arguments.Dequeue(), tupleNames)).ToArray();
            parts.Add(outer.Name.Split('`')[0] + (arity == 0 ? "" : $"<{string.Join(", ", own)}>"));
        }

        return Relative(type.Namespace) + string.Join('.', parts);
    }

    private static IEnumerable<Type> Outwards(Type type)
    {
        for (Type? outer = type; outer is not null; outer = outer.DeclaringType)
        {
            yield return outer;
        }
    }

    private string Relative(string? space)
    {
        var prefix = string.IsNullOrEmpty(space) ? "" : space + ".";
        var root = rootNamespace + ".";
        return prefix == Collections ? "" : prefix.StartsWith(root, StringComparison.Ordinal) ? prefix[root.Length..] : prefix;
    }
}

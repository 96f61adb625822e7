using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Packages.Tests.Signatures;

/// <summary>
/// Members as text, so that those of an assembly can be held against a list: return type, name, parameter types, names and defaults. Namespaces,
/// outer types, marks of nullability and modifiers other than static, ref, out and params are left out on both sides.
/// </summary>
internal static partial class Signature
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

    /// <summary>A line of a list, in the form that <see cref="Of"/> gives members.</summary>
    public static string Normalize(string line)
    {
        var text = Modifiers().Replace(line, "");
        text = Qualifiers().Replace(text, "");
        return text.Replace("?", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
    }

    public static string Of(MemberInfo member) => Normalize(member switch
    {
        ConstructorInfo constructor => $"{ShortName(constructor.DeclaringType!)}({Parameters(constructor.GetParameters())})",
        MethodInfo method => $"{Static(method)}{Name(method.ReturnType)} {method.Name}{Generics(method)}({Parameters(method.GetParameters())})",
        PropertyInfo property when property.GetIndexParameters() is { Length: > 0 } indices =>
            $"{Name(property.PropertyType)} this[{Parameters(indices)}] {Accessors(property)}",
        PropertyInfo property => $"{Static(property.GetAccessors()[0])}{Name(property.PropertyType)} {property.Name} {Accessors(property)}",
        FieldInfo field => $"{(field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}",
        EventInfo @event => $"event {Name(@event.EventHandlerType!)} {@event.Name}",
        _ => member.Name,
    });

    /// <summary>A type without namespace and outer types: "GroupBy&lt;TKey&gt;".</summary>
    public static string Name(Type type)
    {
        if (type.IsByRef || type.IsArray)
        {
            return Name(type.GetElementType()!) + (type.IsArray ? "[" + new string(',', type.GetArrayRank() - 1) + "]" : "");
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying);
        }

        if (_keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        var arguments = type.GetGenericArguments();
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true)
        {
            return $"({string.Join(", ", arguments.Select(Name))})";
        }

        return arguments.Length == 0 ? type.Name : $"{ShortName(type)}<{string.Join(", ", arguments.Select(Name))}>";
    }

    private static string ShortName(Type type) => type.Name.Split('`')[0];

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Accessors(PropertyInfo property) =>
        "{ " + (property.GetMethod is { IsPublic: true } ? "get; " : "") + (property.SetMethod is { IsPublic: true } ? "set; " : "") + "}";

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(parameter =>
        (parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "")
        + (parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")
        + $"{Name(parameter.ParameterType)} {parameter.Name}"
        + (parameter.HasDefaultValue ? " = " + Default(parameter) : "")));

    private static string Default(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.DefaultValue switch
        {
            null => type.IsValueType && type == parameter.ParameterType ? "default" : "null",
            string text => $"\"{text}\"",
            bool truth => truth ? "true" : "false",
            char letter => $"'{letter}'",
            float number => number.ToString(CultureInfo.InvariantCulture) + "f",
            var value when type.IsEnum => Enum.GetName(type, value) ?? value.ToString()!,
            var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    [GeneratedRegex(@"\b(public|virtual|override|abstract|sealed|readonly|new|const|extern|unsafe|async|required) ")]
    private static partial Regex Modifiers();

    [GeneratedRegex(@"(?<![\w""'.])([A-Za-z_]\w*\.)+(?=[A-Za-z_])")]
    private static partial Regex Qualifiers();
}

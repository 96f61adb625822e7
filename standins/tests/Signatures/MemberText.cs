using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Packages.Tests.Signatures;

/// <summary>
/// Members as text, with all that calling code can depend on: accessibility, modifiers, return type, name, and every parameter's passing,
/// type, name and default.
/// </summary>
internal sealed class MemberText(TypeNames names)
{
    public string Of(MemberInfo member) => Obsolete(member) + member switch
    {
        ConstructorInfo constructor => $"{Access(constructor)} new({Parameters(constructor.GetParameters())})",
        MethodInfo method => $"{Access(method)} {Modifiers(method)}{names.Of(method.ReturnType, method.ReturnParameter.GetCustomAttributesData())} "
            + $"{method.Name}{Generics(method)}({Extension(method)}{Parameters(method.GetParameters())}){Constraints(method)}",
        PropertyInfo property => Of(property),
        FieldInfo field => $"{Access(field)} {Modifiers(field)}{names.Of(field.FieldType, field.GetCustomAttributesData())} {field.Name}{Constant(field)}",
        EventInfo @event => $"{Access(@event.AddMethod!)} {Modifiers(@event.AddMethod!)}event {names.Of(@event.EventHandlerType!)} {@event.Name}",
        _ => member.Name,
    };

    /// <summary>Whether code in another assembly, deriving or not, sees the member.</summary>
    public static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        EventInfo @event => IsVisible(@event.AddMethod!),
        _ => false,
    };

    /// <summary>What generic parameters must be: "where T : unmanaged".</summary>
    public string Constraints(IEnumerable<Type> parameters) => string.Concat(
        from parameter in parameters
        let flags = parameter.GenericParameterAttributes
        let words = Words(flags).Concat(parameter.GetGenericParameterConstraints().Select(type => names.Of(type))).ToArray()
        where words.Length > 0
        select $" where {parameter.Name} : {string.Join(", ", words)}");

    private string Of(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToArray();
        var widest = accessors.FirstOrDefault(accessor => accessor.IsPublic) ?? accessors[0];
        var indices = property.GetIndexParameters();
        var name = indices.Length == 0 ? property.Name : $"this[{Parameters(indices)}]";
        var texts = accessors.Select(accessor => (Access(accessor) == Access(widest) ? "" : Access(accessor) + " ") + (accessor == property.GetMethod ? "get" : Setter(accessor)));
        return $"{Access(widest)} {Required(property)}{Modifiers(widest)}{names.Of(property.PropertyType, property.GetCustomAttributesData())} {name} {{ {string.Join("; ", texts)} }}";
    }

    private static string Setter(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.FullName == typeof(IsExternalInit).FullName) ? "init" : "set";

    // By name: a package for older frameworks brings such types of its own.
    private static string Required(MemberInfo member) =>
        member.GetCustomAttributesData().Any(attribute => attribute.AttributeType.FullName == typeof(RequiredMemberAttribute).FullName) ? "required " : "";

    private static string Obsolete(MemberInfo member) => member.IsDefined(typeof(ObsoleteAttribute)) ? "[Obsolete] " : "";

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    private static string Access(FieldInfo field) => field.IsPublic ? "public" : "protected";

    private static string Modifiers(MethodInfo method) => method switch
    {
        { IsStatic: true, IsAbstract: true } => "static abstract ",
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    } + (method.ReturnType.IsByRef ? "ref " : "");

    private static string Modifiers(FieldInfo field) =>
        Required(field) + (field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : ""));

    private static string Constant(FieldInfo field) => field.IsLiteral ? " = " + Text(field.GetRawConstantValue(), field.FieldType.IsEnum ? typeof(long) : field.FieldType) : "";

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private string Constraints(MethodInfo method) => method.IsGenericMethod ? Constraints(method.GetGenericArguments()) : "";

    private static string Extension(MethodInfo method) => method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";

    private string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(parameter =>
        Passing(parameter)
        + $"{names.Of(parameter.ParameterType, parameter.GetCustomAttributesData())} {parameter.Name}"
        + (parameter.HasDefaultValue ? " = " + Text(parameter.DefaultValue, parameter.ParameterType) : "")));

    private static string Passing(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params "
        : !parameter.ParameterType.IsByRef ? ""
        : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";

    private static string Text(object? value, Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return value switch
        {
            null => declared.IsValueType && type == declared ? "default" : "null",
            _ when type.IsEnum => Enum.GetName(type, Enum.ToObject(type, value)) ?? Convert.ToString(value, CultureInfo.InvariantCulture)!,
            string text => $"\"{text}\"",
            bool truth => truth ? "true" : "false",
            char letter => $"'{letter}'",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    private static IEnumerable<string> Words(GenericParameterAttributes flags)
    {
        if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }

        if (flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
        {
            yield return "struct";
        }

        if (flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            yield return "new()";
        }
    }
}

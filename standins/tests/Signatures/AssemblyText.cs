using System.Reflection;

namespace Packages.Tests.Signatures;

/// <summary>All that an assembly shows to others, a type at a time: what the type is, what it derives from, and its own members.</summary>
internal sealed class AssemblyText(string rootNamespace)
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly TypeNames _names = new(rootNamespace);

    public static IEnumerable<Type> Types(Assembly assembly) => assembly.GetTypes().Where(IsVisible).OrderBy(TypeNames.Full, StringComparer.Ordinal);

    /// <summary>"public sealed class TorchSharp.Modules.Linear".</summary>
    public string Heading(Type type) => (type.IsDefined(typeof(ObsoleteAttribute)) ? "[Obsolete] " : "")
        + $"{(type.IsNestedFamily || type.IsNestedFamORAssem ? "protected" : "public")} {Kind(type)} {TypeNames.Full(type)}"
        + new MemberText(_names).Constraints(type.GetGenericArguments().Where(argument => argument.IsGenericParameter));

    /// <summary>The base class, where it says something, and all interfaces that others see.</summary>
    public IEnumerable<string> Bases(Type type)
    {
        var plain = type.IsEnum || type.IsValueType || type.BaseType is null || type.BaseType == typeof(object) || type.IsSubclassOf(typeof(Delegate));
        var bases = plain || type.IsInterface ? [] : new[] { type.BaseType! };
        return bases.Concat(type.IsEnum || type.IsSubclassOf(typeof(Delegate)) ? [] : type.GetInterfaces().Where(IsVisible)).Select(@base => ": " + _names.Of(@base))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The type's own members; what overrides is told by what it overrides, accessors by their property or event.</summary>
    public IEnumerable<string> Members(Type type, bool withOverrides)
    {
        var text = new MemberText(_names);
        return type.GetMembers(Own)
            .Where(member => member is not TypeInfo && MemberText.IsVisible(member) && !member.Name.Contains('<', StringComparison.Ordinal))
            .Where(member => member is not MethodInfo method || !IsAccessor(method))
            .Where(member => !type.IsEnum || member is FieldInfo { IsLiteral: true })
            .Where(member => withOverrides || !IsOverride(member))
            .Where(member => !IsOverrideOfObject(member))
            .Select(text.Of)
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Whether other assemblies can implement it or derive from it: they cannot where a member that they must provide is hidden from them.</summary>
    public static bool IsOpen(Type type) =>
        type.IsAbstract && !type.IsSealed && !type.GetMethods(Own).Any(method => method.IsAbstract && !MemberText.IsVisible(method));

    private static bool IsVisible(Type type) =>
        type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!));

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => type.IsByRefLike ? "ref struct" : "struct",
        _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsOverride(MemberInfo member) => Method(member) is { } method && method.GetBaseDefinition() != method;

    private static bool IsOverrideOfObject(MemberInfo member) => Method(member) is { } method && method.GetBaseDefinition().DeclaringType is { } origin
        && (origin == typeof(object) || origin == typeof(ValueType)) && method.DeclaringType != origin;

    private static MethodInfo? Method(MemberInfo member) => member switch
    {
        MethodInfo method => method,
        PropertyInfo property => property.GetAccessors(nonPublic: true)[0],
        EventInfo @event => @event.AddMethod,
        _ => null,
    };
}

using System.Reflection;

namespace TorchSharp.Utils;

/// <summary>The name under which a field is registered as a component, where that is not the field's own.</summary>
[AttributeUsage(AttributeTargets.All)]
public class ComponentNameAttribute : Attribute
{
    public string? Name { get; set; }
}

internal static class ComponentNames
{
    internal static string ComponentName(this FieldInfo field) =>
        field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
}

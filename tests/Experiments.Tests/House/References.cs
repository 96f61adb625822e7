using System.Reflection;
using System.Reflection.Emit;

namespace Experiments.Tests.House;

/// <summary>Which types a type refers to: in its signatures, its fields and the bodies of its methods, nested types included.</summary>
internal static class References
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Add(found, type.BaseType);
        foreach (var part in type.GetInterfaces().Concat(type.GetFields(Everything).Select(field => field.FieldType)))
        {
            Add(found, part);
        }

        foreach (var method in type.GetMembers(Everything).OfType<MethodBase>())
        {
            AddMethod(found, method);
        }

        return found;
    }

    private static void AddMethod(HashSet<Type> found, MethodBase method)
    {
        Add(found, (method as MethodInfo)?.ReturnType);
        foreach (var parameter in method.GetParameters())
        {
            Add(found, parameter.ParameterType);
        }

        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        foreach (var local in body.LocalVariables)
        {
            Add(found, local.LocalType);
        }

        foreach (var token in Tokens(body.GetILAsByteArray()!))
        {
            AddMember(found, method, token);
        }
    }

    private static void AddMember(HashSet<Type> found, MethodBase method, int token)
    {
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        var member = method.Module.ResolveMember(token, ofType, ofMethod);
        Add(found, member as Type ?? member?.DeclaringType);
        Add(found, (member as FieldInfo)?.FieldType);
        Add(found, (member as MethodInfo)?.ReturnType);
        if (member is MethodInfo { IsGenericMethod: true } generic)
        {
            foreach (var argument in generic.GetGenericArguments())
            {
                Add(found, argument);
            }
        }
    }

    private static void Add(HashSet<Type> found, Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(found, type.GetElementType());
        }
        else if (found.Add(type) && type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments())
            {
                Add(found, argument);
            }
        }
    }

    // The operands that are metadata tokens of types, methods and fields.
    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? (short)((0xFE << 8) | code[at + 1]) : code[at];
            var operation = OpCodesByValue[value];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                or OperandType.InlineTok)
            {
                yield return BitConverter.ToInt32(code, at);
            }

            at += OperandSize(operation.OperandType, code, at);
        }
    }

    private static int OperandSize(OperandType type, byte[] code, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}

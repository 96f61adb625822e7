using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Data.Analysis;

namespace Packages.Tests.Signatures;

/// <summary>A member that a package lacks must not exist in its stand-in: what compiles here must compile there.</summary>
public sealed partial class StandInSignatureTests
{
    [Fact]
    public void Every_public_member_of_the_frames_is_the_packages_own() =>
        Check(typeof(DataFrame).Assembly, "Microsoft.Data.Analysis.txt", expectedLines: 353);

    private static void Check(Assembly assembly, string file, int expectedLines)
    {
        var extras = Extras(assembly, file, expectedLines).ToArray();
        Assert.True(extras.Length == 0, $"{extras.Length} public members are not in {file}:\n{string.Join('\n', extras)}");
    }

    private static IEnumerable<string> Extras(Assembly assembly, string file, int expectedLines)
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Signatures", file)).Where(line => !line.StartsWith('#')).ToArray();
        Assert.Equal(expectedLines, lines.Length);
        var known = lines.Select(line => line.Split(": ", 2)).ToLookup(parts => parts[0], parts => Signature.Normalize(parts[1]));
        return [.. from type in assembly.GetExportedTypes()
                   from member in type.IsEnum ? [] : Declared(type)
                   let signature = Signature.Of(member)
                   where !known[Signature.Name(type)].Contains(signature)
                   select $"{Signature.Name(type)}: {signature}"];
    }

    private static IEnumerable<MemberInfo> Declared(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is not TypeInfo && !member.IsDefined(typeof(CompilerGeneratedAttribute)))
        .Where(member => member is not MethodInfo method || (!IsAccessor(method) && !IsOverride(method)))
        .Where(member => !LeftOut().IsMatch(member.Name));

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition() != method;

    // The lists leave out arithmetic, its operators, and the comparisons between columns of particular types.
    [GeneratedRegex("^(op_.*|(Reverse)?(Add|Subtract|Multiply|Divide|Modulo|And|Or|Xor)|LeftShift|RightShift|Elementwise.*)$")]
    private static partial Regex LeftOut();
}

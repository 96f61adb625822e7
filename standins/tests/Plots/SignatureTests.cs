using System.Reflection;
using System.Runtime.CompilerServices;
using Packages.Tests.Signatures;
using ScottPlot;

namespace Packages.Tests.Plots;

/// <summary>What compiles against the stand-in must compile against the package: a member that the package lacks must not exist here.</summary>
public sealed class SignatureTests
{
    private static readonly string[] _ofObject = ["Equals", "GetHashCode", "ToString", "Deconstruct"];

    private static readonly ILookup<string, string> _package = File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Plots", "signatures.txt"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split(": ", 2))
        .ToLookup(parts => parts[0], parts => Signature.Normalize(parts[1]).Replace("readonly", "", StringComparison.Ordinal));

    [Fact]
    public void Every_public_member_of_a_listed_type_is_the_packages_own()
    {
        var extras = from type in typeof(Plot).Assembly.GetExportedTypes()
                     where !type.IsEnum && _package.Contains(Name(type))
                     from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                     where IsListed(member)
                     let signature = Signature.Of(member)
                     where !_package[Name(type)].Contains(signature) && !IsForDrawing(signature)
                     select $"{Name(type)}: {signature}";

        Assert.Empty(extras);
    }

    [Fact]
    public void The_list_is_whole() => Assert.Equal(1691, _package.Sum(members => members.Count()));

    private static string Name(Type type) => type.FullName!.Replace('+', '.').Split('`')[0];

    private static bool IsListed(MemberInfo member) => member is not TypeInfo
        && !member.IsDefined(typeof(CompilerGeneratedAttribute))
        && member is not MethodInfo { IsSpecialName: true }
        && !_ofObject.Contains(member.Name);

    // the list leaves out what is called only while drawing
    private static bool IsForDrawing(string signature) =>
        signature.Contains("RenderPack", StringComparison.Ordinal) || signature.Contains("Paint", StringComparison.Ordinal);
}

using System.Reflection;
using Microsoft.Data.Analysis;
using ScottPlot;
using TorchSharp;

namespace Packages.Tests.Signatures;

/// <summary>
/// What compiles against a stand-in must compile against its package. The lists beside this file were made by reflection over the packages' own
/// assemblies, with <see cref="AssemblyText"/>, for the types that the stand-ins have.
/// </summary>
public sealed class SignatureTests
{
    [Fact]
    public void Every_public_member_of_the_tensors_is_the_packages_own() => Check(typeof(torch).Assembly, "TorchSharp");

    [Fact]
    public void Every_public_member_of_the_plots_is_the_packages_own() => Check(typeof(Plot).Assembly, "ScottPlot");

    [Fact]
    public void Every_public_member_of_the_frames_is_the_packages_own() => Check(typeof(DataFrame).Assembly, "Microsoft.Data.Analysis");

    /// <summary>Otherwise a class that implements it here would not compile there.</summary>
    [Theory]
    [InlineData(typeof(torch), "TorchSharp")]
    [InlineData(typeof(Plot), "ScottPlot")]
    [InlineData(typeof(DataFrame), "Microsoft.Data.Analysis")]
    public void What_others_can_implement_asks_for_all_that_the_package_asks_for(Type of, string name)
    {
        var package = Read(name);
        var text = new AssemblyText(name);
        var missing = from type in AssemblyText.Types(of.Assembly)
                      where AssemblyText.IsOpen(type)
                      let own = text.Members(type, withOverrides: true).ToHashSet()
                      from line in package[text.Heading(type)]
                      where line.Contains(" abstract ", StringComparison.Ordinal) && !own.Contains(line)
                      select $"{TypeNames.Full(type)}: {line}";

        Assert.Empty(missing);
    }

    private static void Check(Assembly assembly, string name)
    {
        var package = Read(name);
        var text = new AssemblyText(name);
        var types = AssemblyText.Types(assembly).ToArray();
        var extras = from type in types
                     let heading = text.Heading(type)
                     from line in package.TryGetValue(heading, out var known)
                         ? text.Bases(type).Concat(text.Members(type, withOverrides: false)).Where(line => !known.Contains(line))
                         : ["the type itself"]
                     select $"{heading}: {line}";

        var differences = extras.ToArray();
        Assert.True(differences.Length == 0, $"{differences.Length} differences from {name}:\n{string.Join('\n', differences)}");
        Assert.Equal(package.Count, types.Length);
    }

    private static Dictionary<string, HashSet<string>> Read(string name)
    {
        var types = new Dictionary<string, HashSet<string>>();
        HashSet<string> members = [];
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Signatures", name + ".txt")).Where(line => !line.StartsWith('#')))
        {
            if (line.StartsWith(' '))
            {
                members.Add(line[1..]);
            }
            else
            {
                types.Add(line, members = []);
            }
        }

        return types;
    }
}

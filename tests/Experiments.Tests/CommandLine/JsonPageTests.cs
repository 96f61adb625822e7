using System.Text.Json;
using System.Text.RegularExpressions;
using Experiments.CommandLine.Progress;
using Experiments.Data;
using Experiments.Tests.House;

namespace Experiments.Tests.CommandLine;

/// <summary>That docs/json.md has every field of every JSON output, and no other.</summary>
public sealed partial class JsonPageTests(JsonPageTests.Stored stored) : IClassFixture<JsonPageTests.Stored>
{
    private static readonly Dictionary<string, string[]> Sections = SectionsOf(File.ReadAllLines(Checkout.At("docs", "json.md")));

    // What the words of the page's second column stand for.
    private static readonly Dictionary<string, (string Field, string Type)[]> Shorthands = new()
    {
        ["interval"] = [(".estimate", "number"), (".low", "number"), (".high", "number"), (".deviation", "number"), (".count", "number")],
        ["epochs"] = [(".seeds[]", "number"), (".first", "number"), (".last", "number")],
    };

    /// <summary>The page's sections and commands whose outputs together have all their fields.</summary>
    public static TheoryData<string, string> Commands => new()
    {
        { "list", "list --json" },
        { "show", "show outcomes --json" },
        { "run", "run breaks --dataset digits --seeds 2 --json; run outcomes --dataset digits --seeds 3 --json" },
        { "run --dry-run", "run widths --dataset digits --seeds 3 --epochs 1 --dry-run --json" },
        { "plot", "plot outcomes --json" },
        { "table", "table outcomes --json" },
        { "verify", "verify outcomes --json; verify widths --epochs 1 --json" },
        { "data info", "data info --dataset digits --json" },
        { "doctor", "doctor --json" },
        { "doctor --compare", "doctor --compare data/results other --json; doctor --compare other data/results --json" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_field_is_on_the_page_with_its_type_and_every_field_of_the_page_is_there(string section, string commands)
    {
        var documented = Fields(section).ToDictionary();
        var found = commands.Split("; ").SelectMany(command => Leaves(stored.Call(command), ""))
            .ToLookup(leaf => leaf.Path, leaf => leaf.Kind);

        Assert.All(found.Where(leaf => !documented.Keys.Any(field => IsWithin(field, leaf.Key))), leaf =>
        {
            var type = Assert.Single(documented, field => Matches(field.Key, leaf.Key)).Value;
            Assert.All(leaf, kind => Assert.True(Fits(type, kind), $"{leaf.Key} is {kind} where the page says {type}"));
        });
        Assert.All(documented.Keys, field => Assert.True(found.Any(leaf => Matches(field, leaf.Key)), $"{field} is never there"));
    }

    [Fact]
    public void The_page_has_all_verbs_that_have_JSON() =>
        Assert.Equal(Commands.Select(command => command.Data.Item1).Order(), Sections.Keys.Order());

    // From rows such as "| `a.b[]` | number or null | meaning |".
    private static IEnumerable<KeyValuePair<string, string>> Fields(string section)
    {
        foreach (var row in Sections[section].Select(line => Row().Match(line)).Where(row => row.Success))
        {
            var (path, type) = (row.Groups["path"].Value, row.Groups["type"].Value);
            if (type.Split(" or ")[0] is var plain && Shorthands.TryGetValue(plain, out var parts))
            {
                foreach (var (field, own) in parts)
                {
                    yield return new(path + field, $"{own} or null");
                }
            }
            else
            {
                yield return new(path, type);
            }
        }
    }

    private static Dictionary<string, string[]> SectionsOf(string[] lines) => lines.Index()
        .Where(line => line.Item.StartsWith("## `", StringComparison.Ordinal))
        .ToDictionary(line => Words().Replace(line.Item[4..^1], ""), line => lines.Skip(line.Index + 1)
            .TakeWhile(later => !later.StartsWith("## ", StringComparison.Ordinal)).ToArray());

    // A name that is data, not a field, is * on the page.
    private static bool Matches(string field, string path) => Regex.IsMatch(path, $"^{Regex.Escape(field).Replace(@"\*", ".+")}$");

    // What is null or empty has none of its parts.
    private static bool IsWithin(string field, string path) => Regex.IsMatch(field, $@"^{Regex.Escape(path)}(\.|\[\])");

    private static bool Fits(string type, JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => type.StartsWith("text", StringComparison.Ordinal),
        JsonValueKind.Number => type.StartsWith("number", StringComparison.Ordinal),
        JsonValueKind.True or JsonValueKind.False => type.StartsWith("true or false", StringComparison.Ordinal),
        JsonValueKind.Null => type.EndsWith("or null", StringComparison.Ordinal),
        _ => true, // an empty list or object
    };

    private static IEnumerable<(string Path, JsonValueKind Kind)> Leaves(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object when element.EnumerateObject().Any() => element.EnumerateObject()
            .SelectMany(part => Leaves(part.Value, $"{path}.{part.Name}".TrimStart('.'))),
        JsonValueKind.Array when element.GetArrayLength() > 0 => element.EnumerateArray().SelectMany(part => Leaves(part, $"{path}[]")),
        var kind => [(path, kind)],
    };

    [GeneratedRegex(" --json| [A-Z]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^\| `(?<path>[^`]+)` \| (?<type>[^|]+) \|")]
    private static partial Regex Row();

    /// <summary>Results of every kind of outcome, with a cell missing, and others beside them.</summary>
    public sealed class Stored : IDisposable
    {
        private readonly Workplace workplace = new();

        public Stored()
        {
            new Outcomes().Store(workplace.Results);
            File.Delete(Path.Combine(workplace.Folder, workplace.Cells[0]));
            new Outcomes().Store(workplace.Results, "digits", DataSet.Read(Path.Combine(workplace.Folder, "digits")).Sha256);
            workplace.Do("run widths --dataset digits --epochs 1 --seeds 2 --quiet");
            workplace.Do("run widths --dataset digits --epochs 2 --seeds 2 --quiet --results other");
            workplace.Do("run breaks --variants sound --dataset digits --seeds 2 --quiet");
            workplace.Do("run breaks --variants sound --dataset digits --seeds 1 --quiet --results other");
        }

        public void Dispose() => workplace.Dispose();

        internal JsonElement Call(string words)
        {
            var call = workplace.Call(Workplace.Split(words), [new Outcomes(), new Widths(), new Breaks()], new Interrupt());
            Assert.True(call.Out.Length > 0, call.Error);
            return JsonDocument.Parse(call.Out).RootElement;
        }
    }
}

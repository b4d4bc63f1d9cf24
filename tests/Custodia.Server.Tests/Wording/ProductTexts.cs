using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Custodia.Books;
using Custodia.Materials.Files;
using Custodia.Server.Language;
using Custodia.Testing;

namespace Custodia.Server.Tests.Wording;

/// <summary>A text that the product has in both languages.</summary>
/// <param name="Source">Where it is declared.</param>
/// <param name="En">In English.</param>
/// <param name="Zh">In Chinese.</param>
public sealed record TextPair(string Source, string En, string Zh)
{
    public override string ToString() => $"{Source}: {En} / {Zh}";
}

/// <summary>Every text of the product, wherever it is declared: found by looking, so that a new one is found too.</summary>
internal static partial class ProductTexts
{
    private const BindingFlags Any =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    public static IReadOnlyList<TextPair> All { get; } =
        [.. OfPages(), .. OfDeclarations(), .. OfCatalogues(), .. OfFiles(), .. OfTables(), .. OfSources()];

    /// <summary>The assemblies of the product.</summary>
    private static List<Assembly> Assemblies
    {
        get
        {
            var known = new List<Assembly> { typeof(CustodiaHost).Assembly };
            for (var i = 0; i < known.Count; i++)
            {
                known.AddRange(known[i].GetReferencedAssemblies()
                    .Where(name => name.Name!.StartsWith("Custodia.", StringComparison.Ordinal))
                    .Select(Assembly.Load).Except(known).ToList());
            }

            return known;
        }
    }

    private static IEnumerable<Type> Types =>
        Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.ContainsGenericParameters);

    private static IEnumerable<TextPair> OfPages()
    {
        var resources = new ResourceManager(typeof(Text));
        var english = resources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        foreach (DictionaryEntry entry in english)
        {
            var key = (string)entry.Key;
            var chinese = resources.GetString(key, CultureInfo.GetCultureInfo("zh-Hant"));
            yield return new TextPair(key, (string)entry.Value!, chinese ?? "");
        }
    }

    /// <summary>Static texts and refusals, and what fields are said to mean.</summary>
    private static IEnumerable<TextPair> OfDeclarations()
    {
        foreach (var type in Types)
        {
            foreach (var field in type.GetFields(Any).Where(field => field.IsStatic))
            {
                if (field.FieldType == typeof(Bilingual))
                    yield return Pair($"{type.Name}.{field.Name}", (Bilingual)field.GetValue(null)!);
                if (field.FieldType == typeof(RefusalCode) && field.GetValue(null) is RefusalCode code)
                {
                    yield return Pair($"{code.Code} message", code.Message);
                    yield return Pair($"{code.Code} remedy", code.Remedy);
                }
            }

            var members = type.GetProperties(Any)
                .Select(property => (property.Name, property.GetCustomAttribute<MeaningAttribute>()))
                .Concat(type.GetConstructors(Any).SelectMany(made => made.GetParameters())
                    .Select(parameter => (Name: parameter.Name!, parameter.GetCustomAttribute<MeaningAttribute>())));
            foreach (var (name, meaning) in members)
            {
                if (meaning is not null)
                    yield return Pair($"{type.Name}.{name}", meaning.Text);
            }
        }
    }

    private static IEnumerable<TextPair> OfCatalogues()
    {
        foreach (var property in Types.SelectMany(type => type.GetProperties(Any)).Where(property => property.PropertyType == typeof(Catalogue)
            && property.GetMethod!.IsStatic))
        {
            var catalogue = (Catalogue)property.GetValue(null)!;
            foreach (var definition in catalogue.Commands.Concat<Definition>(catalogue.Queries))
            {
                yield return Pair($"{property.DeclaringType!.Name} {definition.Name}", definition.Summary);
                foreach (var field in definition.Fields)
                    yield return Pair($"{property.DeclaringType.Name} {definition.Name} {field.Name}", field.Meaning);
            }
        }
    }

    private static IEnumerable<TextPair> OfFiles()
    {
        foreach (var layout in FileLayouts.All)
        {
            yield return Pair($"{layout.Kind}", layout.Title);
            foreach (var column in layout.Columns)
            {
                yield return Pair($"{layout.Kind} {column.Key} header", column.Header);
                yield return Pair($"{layout.Kind} {column.Key} meaning", column.Meaning);
            }
        }
    }

    /// <summary>Tables within the assemblies: each object with a text in both languages.</summary>
    private static IEnumerable<TextPair> OfTables()
    {
        foreach (var assembly in Assemblies)
        {
            var tables = assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".json", StringComparison.Ordinal));
            foreach (var name in tables)
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var document = JsonDocument.Parse(stream);
                foreach (var pair in Within(name, document.RootElement).ToList())
                    yield return pair;
            }
        }
    }

    private static IEnumerable<TextPair> Within(string name, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var pair in element.EnumerateArray().SelectMany(item => Within(name, item)))
                yield return pair;
        }

        if (element.ValueKind != JsonValueKind.Object)
            yield break;
        // A term of the glossary is called what its sources call it; what it means is said in our words.
        var isTerm = element.TryGetProperty("meaningEn", out _);
        foreach (var (en, zh) in isTerm ? [("meaningEn", "meaningZh")] : new[] { ("nameEn", "nameZh"), ("en", "zh") })
        {
            if (element.TryGetProperty(en, out var english) | element.TryGetProperty(zh, out var chinese)
                && (english.ValueKind == JsonValueKind.String || chinese.ValueKind == JsonValueKind.String))
                yield return new TextPair(name, Said(english), Said(chinese));
        }

        foreach (var pair in element.EnumerateObject().SelectMany(property => Within(name, property.Value)))
            yield return pair;
    }

    /// <summary>Texts beside each other in the sources, English first: what the command line says, for one.</summary>
    private static IEnumerable<TextPair> OfSources() =>
        from file in Directory.EnumerateFiles(Sources(), "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".razor"
        from Match pair in Neighbours().Matches(File.ReadAllText(file))
        where ChineseWriting.IsChinese(pair.Groups[2].Value) && !ChineseWriting.IsChinese(pair.Groups[1].Value)
        select new TextPair(Path.GetFileName(file), pair.Groups[1].Value, pair.Groups[2].Value);

    private static string Said(JsonElement text) =>
        text.ValueKind == JsonValueKind.String ? text.GetString()! : "";

    private static TextPair Pair(string source, Bilingual text) => new(source, text.En, text.Zh);

    private static string Sources([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "src"));

    [GeneratedRegex("""
        "((?:[^"\\\r\n]|\\.)*)",\s*\$?"((?:[^"\\\r\n]|\\.)*)"
        """)]
    private static partial Regex Neighbours();
}

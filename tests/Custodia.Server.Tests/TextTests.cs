using System.Collections;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Custodia.Server.Language;

namespace Custodia.Server.Tests;

public sealed partial class TextTests
{
    private static readonly Dictionary<string, string> English = Read(CultureInfo.InvariantCulture);
    private static readonly Dictionary<string, string> Chinese = Read(CultureInfo.GetCultureInfo("zh-Hant"));

    [Fact]
    public void Both_languages_have_the_same_texts_and_none_is_empty()
    {
        Assert.NotEmpty(English);
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Chinese.Keys.Order(StringComparer.Ordinal));
        Assert.All(English.Concat(Chinese), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
    }

    [Fact]
    public void Both_languages_leave_room_for_the_same_values() => Assert.All(English, text =>
        Assert.Equal(Places(text.Value), Places(Chinese[text.Key])));

    [Fact]
    public void The_texts_are_exactly_those_that_the_pages_use()
    {
        var used = Directory.EnumerateFiles(ServerFolder(), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs")
            .SelectMany(file => Uses().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    private static List<string> Places(string text) =>
        [.. Placeholders().Matches(text).Select(match => match.Value).Distinct().Order()];

    private static Dictionary<string, string> Read(CultureInfo culture)
    {
        var resources = new ResourceManager(typeof(Text));
        var texts = resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!;
        return texts.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static string ServerFolder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "src", "Custodia.Server"));

    // T["Key"] in a page, text["Key"] or Texts["Key"] in code.
    [GeneratedRegex("""\b(?:T|text|Texts)\["([A-Za-z]+\.[A-Za-z]+)["]""")]
    private static partial Regex Uses();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholders();
}

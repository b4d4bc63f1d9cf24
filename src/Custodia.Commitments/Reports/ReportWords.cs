using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Custodia.Books;
using Custodia.Commitments.Indicators;

namespace Custodia.Commitments.Reports;

/// <summary>
/// Every word of a report, in both languages side by side. A sentence is filled with the same numbers and days in both, so that
/// no translation can change one.
/// </summary>
public static class ReportWords
{
    private static readonly FrozenDictionary<string, Words> All = Read();

    /// <summary>The keys.</summary>
    public static IEnumerable<string> Keys => All.Keys;

    /// <summary>The words of a key as they stand, with their places for values.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key: a defect.</exception>
    public static Words Of(string key) => All[key];

    /// <summary>The words of a key, filled with values that are no words: numbers, days, ids.</summary>
    public static Words Of(string key, params ReadOnlySpan<string> values)
    {
        var words = All[key];
        return new Words(string.Format(CultureInfo.InvariantCulture, words.En, values),
            string.Format(CultureInfo.InvariantCulture, words.Zh, values));
    }

    /// <summary>The words of a key, filled with words.</summary>
    public static Words Of(string key, params ReadOnlySpan<Words> values)
    {
        var words = All[key];
        var (en, zh) = (new string[values.Length], new string[values.Length]);
        for (var i = 0; i < values.Length; i++)
            (en[i], zh[i]) = (values[i].En, values[i].Zh);
        return new Words(string.Format(CultureInfo.InvariantCulture, words.En, en), string.Format(CultureInfo.InvariantCulture, words.Zh, zh));
    }

    /// <summary>How an indicator or promise stands; null: it is not scored.</summary>
    public static Words Of(Standing? standing) => Of("standing." + (standing is { } known ? Camel(known) : "none"));

    /// <summary>On what a value rests.</summary>
    public static Words Of(Grade grade) => Of("grade." + Camel(grade));

    /// <summary>Why there is no value.</summary>
    public static Words Of(MissingReason reason) => reason == MissingReason.None ? Same("") : Of("missing." + Camel(reason));

    /// <summary>A name of an enumeration under a heading: <c>kind.byDocument</c>.</summary>
    public static Words Of<T>(string heading, T value) where T : struct, Enum => Of($"{heading}.{Camel(value)}");

    /// <summary>Words one after the other, between commas.</summary>
    public static Words List(IEnumerable<Words> words)
    {
        var all = words.ToList();
        return new Words(string.Join("; ", all.Select(one => one.En)), string.Join("；", all.Select(one => one.Zh)));
    }

    /// <summary>A text that is the same in both languages.</summary>
    public static Words Same(string text) => new(text, text);

    /// <summary>A sentence as a part of another: without its full stop.</summary>
    public static Words Clause(Words sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return new Words(sentence.En.TrimEnd('.'), sentence.Zh.TrimEnd('。'));
    }

    /// <summary>A whole number as it stands in a report.</summary>
    public static string Number(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>The number of an entry: a name, so never grouped.</summary>
    public static string Entry(long entry) => entry.ToString(CultureInfo.InvariantCulture);

    /// <summary>A day as it stands in a report.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A value of an indicator, without its unit: a number grouped, a status by its name, what is absent as a dash.</summary>
    public static Words Value(string? value)
    {
        if (value is null)
            return Same("–");
        if (All.TryGetValue("status." + value, out var status))
            return status;
        return Same(decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("#,##0.###", CultureInfo.InvariantCulture)
            : value);
    }

    /// <summary>A value with its unit.</summary>
    public static Words WithUnit(string? value, string? unit)
    {
        var (shown, of) = (Value(value), Unit(unit));
        return value is null || of.En.Length == 0 ? shown : new Words($"{shown.En} {of.En}", $"{shown.Zh} {of.Zh}");
    }

    /// <summary>A unit; empty where there is none.</summary>
    public static Words Unit(string? unit) => unit is null ? Same("") : All.GetValueOrDefault("unit." + unit) ?? Same(unit);

    /// <summary>The name of an enumeration's value in JSON and in the keys.</summary>
    internal static string Camel<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static FrozenDictionary<string, Words> Read()
    {
        using var file = typeof(ReportWords).Assembly.GetManifestResourceStream("reports/report-words.json")!;
        return JsonSerializer.Deserialize<List<Line>>(file, FaceJson.Options)!
            .ToFrozenDictionary(line => line.Key, line => new Words(line.En, line.Zh), StringComparer.Ordinal);
    }

    private sealed record Line(string Key, string En, string Zh);
}

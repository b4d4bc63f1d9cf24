using System.Text.Json;
using Custodia.Books;

namespace Custodia.Materials.Tables;

/// <summary>Reads code tables from their file: one JSON object of the shape of <see cref="CodeTables"/>.</summary>
public static class CodeTablesFile
{
    /// <summary>The longest file that is read.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const int CodeLength = 2;

    private static readonly JsonSerializerOptions Options = new(FaceJson.Options) { AllowDuplicateProperties = false };

    private static readonly Lazy<CodeTables> ShippedTables = new(ReadShipped);

    /// <summary>The tables that come with the product: the draft of the IAEA's codes, with its sources.</summary>
    public static CodeTables Shipped => ShippedTables.Value;

    /// <summary>Reads and checks a file of code tables.</summary>
    /// <param name="file">UTF-8 JSON, at most <see cref="MaxBytes"/>.</param>
    /// <returns>The tables, or every reason of <see cref="TableRefusals"/> that stands against them.</returns>
    public static Answer<CodeTables> Read(Stream file)
    {
        if (!BoundedFile.TryRead(file, MaxBytes, out var bytes))
            return TableRefusals.TooLarge.At(default, $"<= {MaxBytes}");
        CodeTables? tables;
        try
        {
            tables = JsonSerializer.Deserialize<CodeTables>(bytes, Options);
        }
        catch (JsonException e)
        {
            return TableRefusals.Unreadable.At(new(null, null, null, e.Path), found: e.Message);
        }

        if (tables is null || HasNullRow(tables))
            return TableRefusals.Unreadable.At(default, found: "null");
        List<Refusal> refusals = [.. Check(tables)];
        return refusals.Count > 0 ? Answer<CodeTables>.Refuse(refusals) : tables;
    }

    private static bool HasNullRow(CodeTables tables) =>
        tables.ChangeCodes.Any(c => c is null || c.Needs.Any(n => n is null))
        || Coded(tables).Any(t => t.Rows.Any(r => r is null));

    private static IEnumerable<Refusal> Check(CodeTables tables)
    {
        foreach (var (field, text) in new[] { ("authority", tables.Authority), ("edition", tables.Edition), ("source", tables.Source) })
        {
            if (string.IsNullOrWhiteSpace(text))
                yield return TableRefusals.Empty.In(field);
        }

        var changes = tables.ChangeCodes.Select(c => c.Code).ToList();
        var all = Coded(tables).Select(t => (t.Field, t.Length, Codes: t.Rows.Select(r => r.Code).ToList()))
            .Prepend(("changeCodes", CodeLength, changes))
            .SelectMany(t => CheckCodes(t.Item1, t.Item2, t.Item3));
        foreach (var refusal in all.Concat(tables.ChangeCodes.SelectMany(CheckChange)))
            yield return refusal;
    }

    private static (string Field, int Length, IReadOnlyList<CodedName> Rows)[] Coded(CodeTables tables) =>
    [
        ("forms", CodeLength, tables.Forms), ("containers", 1, tables.Containers),
        ("states", 1, tables.States), ("bases", 1, tables.Bases),
    ];

    private static IEnumerable<Refusal> CheckCodes(string field, int length, List<string> codes)
    {
        if (codes.Count == 0)
            yield return TableRefusals.Empty.In(field);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            if (code.Length != length || !code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)))
                yield return TableRefusals.BadCode.In(field, FormattableString.Invariant($"[A-Z0-9]{{{length}}}"), code);
            if (!seen.Add(code))
                yield return TableRefusals.Duplicate.In(field, found: code);
        }
    }

    private static IEnumerable<Refusal> CheckChange(ChangeCode change)
    {
        var place = $"changeCodes.{change.Code}";
        foreach (var need in change.Needs.Except(ChangeCode.KnownNeeds))
            yield return TableRefusals.UnknownNeed.In(place, string.Join(", ", ChangeCode.KnownNeeds), need);
        if (!ChangeCode.KnownPartners.Contains(change.Partner))
            yield return TableRefusals.UnknownPartner.In(place, string.Join(", ", ChangeCode.KnownPartners), change.Partner);
        if (change.Counter is { } counter && !ChangeCode.KnownCounters.Contains(counter))
            yield return TableRefusals.UnknownCounter.In(place, string.Join(", ", ChangeCode.KnownCounters), counter);
        if (change.Effect == ChangeEffect.CategoryChange && !IsCategoryChange(change.Code))
            yield return TableRefusals.BadCategoryChange.In(place, "[DNE][DNE]", change.Code);
    }

    private static bool IsCategoryChange(string code) =>
        code.Length == CodeLength && code[0] != code[1] && code.All(c => c is 'D' or 'N' or 'E');

    private static CodeTables ReadShipped()
    {
        using var file = BoundedFile.OpenShipped("Tables/iaea-code10.json");
        var answer = Read(file);
        return answer.IsGiven
            ? answer.Value
            : throw new InvalidOperationException("The shipped code tables are broken: " + answer.Refusals[0]);
    }
}

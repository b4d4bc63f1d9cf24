using Custodia.Books;
using Custodia.Materials.Tables;

namespace Custodia.Materials.Reports;

/// <summary>Something that a check found against a report.</summary>
/// <param name="Rule">The rule, of <see cref="ReportRules"/>, with its texts.</param>
/// <param name="Entry">Number of the entry, or <c>null</c> for the report as a whole.</param>
/// <param name="Field">Name of the field, as in the document.</param>
/// <param name="Expected">What was expected there, or <c>null</c>.</param>
/// <param name="Found">What was found there, or <c>null</c>.</param>
public sealed record ReportFinding(RefusalCode Rule, int? Entry, string Field, string? Expected = null, string? Found = null)
{
    /// <summary>The finding as a refusal, for a report that must have none.</summary>
    public Refusal ToRefusal() =>
        Rule.At(Place.OfField(Entry is null ? Field : FormattableString.Invariant($"entry {Entry}.{Field}")), Expected, Found);
}

/// <summary>
/// What can be seen in a report by itself, without the books: numbering, dates, codes, lengths, signs, isotopes, and the
/// arithmetic of a material balance (INFCIRC/153 ¶64, 67).
/// </summary>
public static class ReportCheck
{
    private const int MbaLength = 4;
    private const int FacilityLength = 8;
    private const int BatchLength = 20;
    private const int MostItems = 999_999;

    /// <summary>Checks a report.</summary>
    /// <param name="document">The report.</param>
    /// <param name="tables">The code tables in force on its dates.</param>
    /// <returns>The findings, in the order of the report; empty if nothing stands against it.</returns>
    public static IReadOnlyList<ReportFinding> Check(ReportDocument document, CodeTables tables)
    {
        var codes = new KnownCodes(document.Type, tables);
        return
        [
            .. Header(document),
            .. Numbering(document),
            .. document.Entries.SelectMany(entry => Entry(document, entry, codes)),
            .. MbrCheck.Of(document, tables),
        ];
    }

    private static IEnumerable<ReportFinding> Header(ReportDocument document)
    {
        if (document.From > document.To || (document.Type == ReportType.Pil && document.From != document.To))
            yield return new(ReportRules.PeriodOrder, null, "to", $"{document.From:yyyy-MM-dd}", $"{document.To:yyyy-MM-dd}");
        if (!IsCode(document.Mba, MbaLength, MbaLength))
            yield return new(ReportRules.BadField, null, "mba", $"[A-Z0-9]{{{MbaLength}}}", document.Mba);
        if (!IsName(document.Facility, FacilityLength))
            yield return new(ReportRules.BadField, null, "facility", $"1-{FacilityLength}", document.Facility);
    }

    private static IEnumerable<ReportFinding> Numbering(ReportDocument document) =>
        document.Entries.Select((entry, index) => (entry.Number, Expected: index + 1))
            .Where(e => e.Number != e.Expected).Take(1)
            .Select(e => new ReportFinding(ReportRules.EntryNumbers, e.Number, "number", $"{e.Expected}", $"{e.Number}"));

    private static IEnumerable<ReportFinding> Entry(ReportDocument document, ReportEntry entry, KnownCodes codes)
    {
        var isNew = entry.Status == EntryStatus.New;
        if (isNew != entry.Corrects is null)
            yield return new(ReportRules.CorrectionPointer, entry.Number, "corrects", null, $"{entry.Status}");

        // A correction repeats the date of the entry that it corrects, which lies in an older period.
        if (isNew && entry.Date is { } date && (date < document.From || date > document.To))
            yield return new(ReportRules.DateOutside, entry.Number, "date", $"{document.From:yyyy-MM-dd}..{document.To:yyyy-MM-dd}", $"{date:yyyy-MM-dd}");
        foreach (var finding in codes.Check(entry).Concat(Names(entry)).Concat(WeightCheck.Of(entry)))
            yield return finding;
        if (document.Type != ReportType.Mbr && entry.Items is not (>= 1 and <= MostItems))
            yield return new(ReportRules.Items, entry.Number, "items", ">= 1", $"{entry.Items}");
    }

    private static IEnumerable<ReportFinding> Names(ReportEntry entry)
    {
        foreach (var (field, name, length) in new[]
                 {
                     ("from", entry.From, MbaLength), ("to", entry.To, MbaLength), ("kmp", entry.Kmp, 1),
                     ("batch", entry.Batch, BatchLength), ("shipperBatch", entry.ShipperBatch, BatchLength),
                 })
        {
            if (name is not null && !IsName(name, length))
                yield return new(ReportRules.BadField, entry.Number, field, $"1-{length}", name);
        }
    }

    private static bool IsCode(string text, int least, int most) =>
        text.Length >= least && text.Length <= most && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    private static bool IsName(string text, int most) =>
        text.Length > 0 && text.Length <= most && text.Trim() == text && text.All(c => c is >= ' ' and <= '~' && !char.IsAsciiLetterLower(c));

    /// <summary>The codes that a report may use.</summary>
    private sealed class KnownCodes(ReportType type, CodeTables tables)
    {
        private readonly HashSet<string> _codes =
        [
            .. tables.ChangeCodes.Select(code => code.Code),
            .. type == ReportType.Mbr ? MbrLines.All.Select(line => line.Code) : [],
        ];

        public IEnumerable<ReportFinding> Check(ReportEntry entry)
        {
            if (entry.Code is { } code && !_codes.Contains(code))
                yield return new(ReportRules.UnknownCode, entry.Number, "code", null, code);
            if (entry.Description is { } description && !tables.HasDescription(description))
                yield return new(ReportRules.UnknownCode, entry.Number, "description", null, description);
            if (entry.Basis is { } basis && !tables.HasBasis(basis))
                yield return new(ReportRules.UnknownCode, entry.Number, "basis", null, basis);
        }
    }
}

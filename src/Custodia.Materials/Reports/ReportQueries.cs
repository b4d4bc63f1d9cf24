using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Rules;

namespace Custodia.Materials.Reports;

/// <summary>Asks for a prepared report.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Type">Kind of report.</param>
/// <param name="Number">Report number.</param>
/// <param name="Profile">Profile of its text; left out: the first that ships.</param>
public sealed record ReportQuery(
    [Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [Meaning("Kind of report: icr, pil or mbr", "報告種類：icr、pil 或 mbr")] ReportType Type,
    [Meaning("Report number", "報告編號")] int Number,
    [Meaning("Profile of the text", "文字格式")] string? Profile = null);

/// <summary>A prepared report: as data and as the text that is sent.</summary>
/// <param name="Document">Its data.</param>
/// <param name="Profile">Profile of the text.</param>
/// <param name="Text">The text.</param>
/// <param name="FileName">A name for the file.</param>
/// <param name="PreparedAt">Entry that fixed it.</param>
/// <param name="Entries">The entries of the journal that it reports, as ranges.</param>
public sealed record ReportView(ReportDocument Document, string Profile, string Text, string FileName, long PreparedAt,
    IReadOnlyList<EntryRange> Entries);

/// <summary>Asks what can be said against the text of a report, ours or another's.</summary>
/// <param name="Text">The text.</param>
/// <param name="Profile">Profile in which it is written.</param>
public sealed record ReportTextQuery(
    [Meaning("Text of the report", "報告文字")] string Text,
    [Meaning("Profile in which it is written", "文字格式")] string Profile);

/// <summary>A report that was read, and what stands against it.</summary>
/// <param name="Document">The report.</param>
/// <param name="Findings">What the checks found; empty: nothing.</param>
public sealed record ReportReading(ReportDocument Document, IReadOnlyList<ReportFinding> Findings);

/// <summary>Answers questions on reports.</summary>
public static class ReportQueries
{
    /// <summary>A prepared report.</summary>
    public static Answer<ReportView> Ask(MaterialsBook book, ReportQuery query, View view)
    {
        if (!book.Mbas.TryGetValue(query.Mba, out var ledger) || !view.Knows(ledger.Stamp.Sequence))
            return MaterialsRefusals.MbaUnknown.In("mba", found: query.Mba);
        var report = ledger.Reports.Find(r => r.Fact.Type == query.Type && r.Fact.Number == query.Number);
        if (report is null || !view.Knows(report.Stamp.Sequence))
            return MaterialsRefusals.ReportUnknown.In("number", found: $"{query.Mba} {query.Type} {query.Number}");
        if (Profile(query.Profile) is not { } profile)
            return NoProfile(query.Profile);
        var document = ReportBuilder.Build(book, ledger, report);
        var text = ReportCodec.For(profile).Write(document);
        var name = FormattableString.Invariant($"{query.Mba}-{query.Type}-{query.Number:000}.txt").ToUpperInvariant();
        return text.IsGiven
            ? new ReportView(document, profile.Id, text.Value, name, report.Stamp.Sequence, report.Fact.Entries)
            : Answer<ReportView>.Refuse(text.Refusals);
    }

    /// <summary>A report read from its text.</summary>
    public static Answer<ReportReading> Ask(MaterialsBook book, ReportTextQuery query, View view)
    {
        if (Profile(query.Profile) is not { } profile)
            return NoProfile(query.Profile);
        var document = ReportCodec.For(profile).Read(query.Text);
        if (!document.IsGiven)
            return Answer<ReportReading>.Refuse(document.Refusals);
        return book.TablesOn(document.Value.To) is { } tables
            ? new ReportReading(document.Value, ReportCheck.Check(document.Value, tables))
            : MaterialsRefusals.TablesMissing.In("text", found: $"{document.Value.To:yyyy-MM-dd}");
    }

    private static ReportProfile? Profile(string? id) =>
        id is null ? ReportProfiles.Shipped[0] : ReportProfiles.Find(id);

    private static Refusal NoProfile(string? id) => MaterialsRefusals.ProfileUnknown.In(
        "profile", string.Join(", ", ReportProfiles.Shipped.Select(p => p.Id)), id);
}

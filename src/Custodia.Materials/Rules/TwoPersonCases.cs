using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Reports;

namespace Custodia.Materials.Rules;

/// <summary>
/// What needs a second person in this book: changes that need a consent (termination, exemption, retained waste), and
/// whatever changes what a dispatched report said.
/// </summary>
internal static class TwoPersonCases
{
    public static bool Applies(MaterialsBook book, InventoryChange command) => NeedsConsent(book, command);

    public static bool Applies(MaterialsBook book, RecordChanges command) =>
        command.Changes.Any(row => NeedsConsent(book, row.Value));

    public static bool Applies(MaterialsBook book, RecordLateChanges command) =>
        command.Changes.Any(change => NeedsConsent(book, change) || ChangesBalance(book, change.Mba, change.Date));

    public static bool Applies(MaterialsBook book, CorrectChanges command) => command.Corrections.Any(correction =>
        correction.Change is { } change && (NeedsConsent(book, change) || ChangesBalance(book, change.Mba, change.Date))
        || book.LineOf(correction.Entry) is { } line
            && (line.Code.Require("consent") || ChangesBalance(book, line.Change.Mba, line.Change.Date)
                || IsDispatched(book, line.Change.Mba, correction.Entry)));

    public static bool Applies(MaterialsBook book, CorrectInventory command) =>
        ChangesBalance(book, command.Mba, command.Date) || IsDispatched(book, command.Mba, command.Entry);

    private static bool NeedsConsent(MaterialsBook book, InventoryChange change) =>
        book.CodeOf(change)?.Require("consent") ?? false;

    /// <summary>Whether a dispatched report holds the entry.</summary>
    private static bool IsDispatched(MaterialsBook book, string mba, long entry) =>
        Dispatched(book, mba).Any(report => report.Fact.Entries.Any(
            range => entry >= range.First && entry < range.First + range.Count));

    /// <summary>Whether a dispatched report states the balance of a period that takes in the day.</summary>
    private static bool ChangesBalance(MaterialsBook book, string mba, DateOnly day) =>
        Dispatched(book, mba).Any(report => report.Fact.Type == ReportType.Mbr && day <= report.Fact.To);

    private static IEnumerable<PreparedReport> Dispatched(MaterialsBook book, string mba) =>
        book.Mbas.TryGetValue(mba, out var ledger) ? ledger.Reports.Where(report => report.Dispatched is not null) : [];
}

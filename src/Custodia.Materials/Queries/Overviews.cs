using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Structure;
using Custodia.Quantities;

namespace Custodia.Materials.Queries;

/// <summary>Asks how the State's material stands.</summary>
/// <param name="Day">Day on which deadlines are judged.</param>
public sealed record OverviewQuery(
    [Meaning("Day on which deadlines are judged", "判定期限之日")] DateOnly? Day = null);

/// <summary>Asks how the balance of one MBA stands.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Day">Day on which deadlines are judged.</param>
public sealed record AreaQuery(
    [Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [Meaning("Day on which deadlines are judged", "判定期限之日")] DateOnly? Day = null);

/// <summary>How the State's material stands.</summary>
/// <param name="StateCode">Code of the State, or <c>null</c> until it was named.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="NameZh">Its name in Chinese.</param>
/// <param name="Day">Day on which deadlines were judged.</param>
/// <param name="Holdings">What is held, by type of material; types of which nothing is held are left out.</param>
/// <param name="Mbas">The MBAs, by code.</param>
/// <param name="Due">What is due or overdue.</param>
/// <param name="OpenTransfers">How many transfers inside the State do not agree.</param>
/// <param name="Withheld">MBAs whose content is withheld from the one who asks: none of the above counts them.</param>
public sealed record Overview(string? StateCode, string? NameEn, string? NameZh, DateOnly Day,
    IReadOnlyList<Holding> Holdings, IReadOnlyList<MbaSummary> Mbas, IReadOnlyList<DueItem> Due, int OpenTransfers,
    IReadOnlyList<WithheldArea> Withheld);

/// <summary>An MBA of which only the name may be shown.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Facility">Its facility.</param>
public sealed record WithheldArea(string Mba, string NameEn, string NameZh, Facility Facility);

/// <summary>What is held of one type of material.</summary>
/// <param name="Type">The type; of enriched uranium decided batch by batch.</param>
/// <param name="Element">Mass of the element.</param>
/// <param name="Fissile">Mass of the fissile isotopes, where they are accounted for.</param>
/// <param name="SignificantQuantities">How many significant quantities that is.</param>
/// <param name="EffectiveKilograms">How many effective kilograms, summed over batches.</param>
/// <param name="Batches">In how many batches; one with several types counts for each.</param>
public sealed record Holding(MaterialType Type, Mass Element, Mass Fissile, decimal SignificantQuantities,
    decimal EffectiveKilograms, int Batches);

/// <summary>How the balance of an MBA stands.</summary>
public enum BalanceState
{
    /// <summary>It has no initial inventory yet.</summary>
    NotOpened,

    /// <summary>A period is open.</summary>
    Open,

    /// <summary>More than twelve months have gone by since the last physical inventory.</summary>
    InventoryDue,

    /// <summary>More than fourteen.</summary>
    InventoryOverdue,

    /// <summary>The MBA is in force no longer.</summary>
    Ended,
}

/// <summary>An MBA in short.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Facility">Its facility.</param>
/// <param name="Accounting">By item or bulk.</param>
/// <param name="LastClosed">Last closed PIT date.</param>
/// <param name="PeriodFrom">First day of the open period.</param>
/// <param name="Lines">How many lines its ledger has.</param>
/// <param name="Muf">MUF of the last closed period, by material; positive: apparent loss.</param>
/// <param name="State">How its balance stands.</param>
/// <param name="Withheld">Entries that this node may not read: figures lack what they say.</param>
public sealed record MbaSummary(string Mba, string NameEn, string NameZh, Facility Facility, AccountingKind Accounting,
    DateOnly? LastClosed, DateOnly PeriodFrom, int Lines, IReadOnlyList<Weight> Muf, BalanceState State, int Withheld);

/// <summary>The State at a glance.</summary>
public static class Overviews
{
    /// <summary>Answers <see cref="OverviewQuery"/>.</summary>
    public static Answer<Overview> Ask(MaterialsBook book, OverviewQuery query, View view)
    {
        var day = Sight.Today(book, query.Day, view);
        var state = book.State is { } named && view.Knows(named.Stamp.Sequence) ? named.Fact : null;
        return new Overview(state?.Code, state?.NameEn, state?.NameZh, day, Queries.Holdings.Of(book, view),
            [.. Sight.Mbas(book, null, view).Select(ledger => ledger.Summary.Of(ledger, day, view))],
            [.. Deadlines.Items(book, null, false, day, view).Where(item => item.State != DueState.Ahead)],
            Transfers.CountOpen(book, view),
            [
                .. Sight.Withheld(book, view).Select(ledger => new WithheldArea(
                    ledger.Area.Code, ledger.Area.NameEn, ledger.Area.NameZh, ledger.Facility)),
            ]);
    }

    /// <summary>Answers <see cref="AreaQuery"/>.</summary>
    public static Answer<MbaSummary> Ask(MaterialsBook book, AreaQuery query, View view) =>
        Sight.Mba(book, query.Mba, view) is { } ledger
            ? ledger.Summary.Of(ledger, Sight.Today(book, query.Day, view), view)
            : Sight.NoMba(query.Mba);

    /// <summary>An MBA in short.</summary>
    internal static MbaSummary Summary(MbaLedger ledger, DateOnly day, View view)
    {
        var last = ledger.LastClosed(view);
        var opened = Statements.OpeningDay(ledger, view) ?? ledger.Area.From;
        return new MbaSummary(ledger.Area.Code, ledger.Area.NameEn, ledger.Area.NameZh, ledger.Facility,
            ledger.Area.Accounting, last, last?.AddDays(1) ?? opened, SeenLines(ledger, view),
            last is { } pit ? Queries.Muf.Weights(Queries.Muf.ByPeriod(ledger, view)[pit]) : [],
            State(ledger, day, view), Sight.Known(ledger.WithheldEntries, view, sequence => sequence));
    }

    private static int SeenLines(MbaLedger ledger, View view)
    {
        var known = Sight.KnownLines(ledger, view);
        if (view.AsOf == DateOnly.MaxValue)
            return known;
        var (seen, last) = (0, view.AsOf.DayNumber);
        foreach (var days in ledger.Days[..known])
            seen += days.Accounting <= last ? 1 : 0;
        return seen;
    }

    private static BalanceState State(MbaLedger ledger, DateOnly day, View view)
    {
        if (Statements.OpeningDay(ledger, view) is not { } opened || opened > view.AsOf)
            return BalanceState.NotOpened;
        if (Sight.LastDay(ledger.End, view) < day)
            return BalanceState.Ended;
        return Deadlines.NextInventory(ledger, day, view).FirstOrDefault()?.State switch
        {
            null => BalanceState.NotOpened,
            DueState.Due => BalanceState.InventoryDue,
            DueState.Overdue => BalanceState.InventoryOverdue,
            DueState.Ahead or DueState.Done => BalanceState.Open,
            _ => throw new InvalidOperationException("An inventory is ahead, due or overdue."),
        };
    }
}

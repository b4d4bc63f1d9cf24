using Custodia.Books;
using Custodia.Commitments.Statements;

namespace Custodia.Commitments.Queries;

/// <summary>Asks what of the register is due for the State between two days.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, at most five years on.</param>
public sealed record CalendarQuery([Meaning("First day", "首日")] DateOnly From, [Meaning("Last day", "末日")] DateOnly To);

/// <summary>Why something is due.</summary>
public enum DueSort
{
    /// <summary>A duty of an instrument that binds the State.</summary>
    Duty,

    /// <summary>The target of a promise.</summary>
    Target,

    /// <summary>A signed statement expires.</summary>
    Expiry,
}

/// <summary>What is due.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Rows">By day.</param>
public sealed record DueCalendar(DateOnly From, DateOnly To, IReadOnlyList<CalendarRow> Rows);

/// <summary>Something that is due.</summary>
/// <param name="Day">The day.</param>
/// <param name="Sort">Why.</param>
/// <param name="Id">Id of the duty, promise or indicator.</param>
/// <param name="What">What is due.</param>
/// <param name="Owner">Id of the instrument or document that asks for it; of the indicator for a statement.</param>
/// <param name="Name">Its name.</param>
/// <param name="Source">The source of the register that has it, or <c>null</c> where an entry has.</param>
/// <param name="Entry">The entry that makes it due: the State's act, its own target, its statement.</param>
public sealed record CalendarRow(DateOnly Day, DueSort Sort, string Id, Words What, string Owner, Words Name, string? Source, long? Entry);

/// <summary>What is due: worked out of the register and of what binds the State, never typed in.</summary>
public static class Calendars
{
    /// <summary>Longest span that is asked, in years.</summary>
    public const int MostYears = 5;

    private const int LastYear = 9998;

    /// <summary>Answers <see cref="CalendarQuery"/>.</summary>
    public static Answer<DueCalendar> Ask(CommitmentsBook book, CalendarQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        // The days that a duty allows are counted on from its day: there are none after the last year.
        if (query.From > query.To || query.From.Year > LastYear - MostYears || query.To > query.From.AddYears(MostYears))
            return CommitmentsRefusals.SpanWrong.In("to");
        return new DueCalendar(query.From, query.To,
        [
            .. OfDuties(book, query, view).Concat(OfTargets(book, view)).Concat(OfStatements(book, view))
                .Where(row => row.Day >= query.From && row.Day <= query.To)
                .OrderBy(row => row.Day).ThenBy(row => row.Id, StringComparer.Ordinal),
        ]);
    }

    private static IEnumerable<CalendarRow> OfDuties(CommitmentsBook book, CalendarQuery query, View view) =>
        from row in Instruments.Ask(book, new InstrumentsQuery(), view).Value!.Rows
        where row.Since is not null && IsBound(row)
        let owner = Owner(row)
        where owner is not null
        let since = row.InForce is { Length: 10 } text && Day(text) > row.Since ? Day(text) : row.Since!.Value
        from duty in owner.Value.Duties
        from day in DueDays(duty, since, query.To)
        where owner.Value.Ended is not { } ended || day <= Day(ended)
        select new CalendarRow(day, DueSort.Duty, duty.Id, duty.Text, row.Id, new Words(row.NameEn, row.NameZh), owner.Value.Source,
            row.Acts[^1].Entry);

    // An agreement that each State has for itself is in force for it without a day of its own in the register.
    private static bool IsBound(InstrumentRow row) => row.Status switch
    {
        StateStatus.InForce or StateStatus.Joined or StateStatus.AlignedNotParty => true,
        StateStatus.Ratified => row.InForce is null && Register.Instruments.Find(row.Id) is { Status: InstrumentStatus.InForce },
        _ => false,
    };

    private static (IReadOnlyList<Duty> Duties, string Source, string? Ended)? Owner(InstrumentRow row) => row.Part switch
    {
        RegisterPart.Instrument => Register.Instruments.Find(row.Id) is { } found
            ? (found.Duties, found.Source, found.Ended is { Length: 10 } ended ? ended : null) : null,
        RegisterPart.Circular => Register.Circulars.Find(row.Id) is { } found
            ? (found.Duties, RegisterEntries.Find(found.Id).First().Sources[0].Source, null) : null,
        _ => null,
    };

    /// <summary>The days on which a duty is due, from the day on which it binds: on its own day of the year where it has one, else
    /// so many months from the act and from each day before, and the days that it allows.</summary>
    internal static IEnumerable<DateOnly> DueDays(Duty duty, DateOnly since, DateOnly to)
    {
        if (duty.Recurrence == Recurrence.Once && duty.DueDays is { } once)
            yield return since.AddDays(once);
        if (duty is not { Recurrence: Recurrence.Periodic, EveryMonths: > 0 and var months })
            yield break;
        var month = new DateOnly(since.Year, since.Month, 1);
        var start = duty.DayOfYear is { } anchor ? Day($"{since.Year - 1:0000}-{anchor}") : since;
        var most = ((to.Year - start.Year) * 12) + to.Month - start.Month + 1;
        for (var k = 1; k * months <= most; k++)
        {
            var due = duty.DayOfYear is not null ? start.AddMonths(k * months)
                // A duty of each month counts calendar months: the first ends with that of the act.
                : (months == 1 ? month.AddMonths(k).AddDays(-1) : start.AddMonths(k * months)).AddDays(duty.DueDays ?? 0);
            if (due > to)
                yield break;
            if (due > since)
                yield return due;
        }
    }

    private static IEnumerable<CalendarRow> OfTargets(CommitmentsBook book, View view) =>
        from item in Register.Items.Concat(book.Documents.Known(view).Select(own => own.Item))
        let set = book.Statements.Target(item.Id, view)
        let due = set?.What.Due ?? item.Target?.Due
        where due is not null
        let own = book.Documents.Commitment(item.Id)
        where own?.Stands(view with { AsOf = due < view.AsOf ? due.Value : view.AsOf }) != false
        let document = Register.Documents.Find(item.Document)
        select new CalendarRow(due.Value, DueSort.Target, item.Id,
            set is not null ? new Words(set.What.TextEn, set.What.TextZh) : item.Target!.Text, item.Document,
            document?.Name ?? book.Documents.Latest(item.Document, view).Name, set is null ? document?.Source : null,
            (set?.Stamp ?? own?.Stamp)?.Sequence);

    private static IEnumerable<CalendarRow> OfStatements(CommitmentsBook book, View view) =>
        from row in StatementQueries.Ask(book, new StatementsQuery(), view).Value!.Rows
        where row is { WithdrawnBy: null, Expires: not null }
        let indicator = Indicators.IndicatorCatalogue.Find(row.Indicator)!
        let name = new Words(indicator.NameEn, indicator.NameZh)
        select new CalendarRow(row.Expires!.Value, DueSort.Expiry, row.Indicator, name, row.Indicator, name, null, row.Entry);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

using Custodia.ArmsControl.Facts;
using Custodia.ArmsControl.Reference;
using Custodia.ArmsControl.Treaty;
using Custodia.Books;

namespace Custodia.ArmsControl.Queries;

/// <summary>Asks how New START stands: status, limits, totals, objections.</summary>
/// <param name="Party">Totals of this party only.</param>
/// <param name="Day">On which day; left out: the last that the view counts.</param>
public sealed record NewStartQuery(
    [Meaning("Totals of this party only", "僅此締約方之總數")] Party? Party = null,
    [Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>From where totals are known.</summary>
public enum AggregateSource
{
    /// <summary>The parties published them.</summary>
    Published,

    /// <summary>Recorded in this journal.</summary>
    Recorded,

    /// <summary>Declared by this State itself.</summary>
    Declared,
}

/// <summary>How New START stands.</summary>
/// <param name="Day">The day.</param>
/// <param name="Status">What it is; null before it was signed.</param>
/// <param name="LimitsApply">Whether its limits apply.</param>
/// <param name="Limits">The limits.</param>
/// <param name="History">What became of it up to the day.</param>
/// <param name="Rows">The totals, by day of data, then party.</param>
/// <param name="Objections">What was held against them: it stands beside them and changes none.</param>
/// <param name="Own">How this State stands, where it is a party.</param>
public sealed record NewStartView(DateOnly Day, TreatyStep? Status, bool LimitsApply, IReadOnlyList<Limit> Limits,
    IReadOnlyList<StatusEvent> History, IReadOnlyList<AggregateRow> Rows, IReadOnlyList<ObjectionRow> Objections, OwnTotals? Own);

/// <summary>Totals of a party.</summary>
/// <param name="AsOf">The day of the data.</param>
/// <param name="Party">Whose.</param>
/// <param name="Source">From where they are known.</param>
/// <param name="Due">When they were due.</param>
/// <param name="Counts">The totals; null: the party provided none.</param>
/// <param name="Exceeded">The limits that they exceed, where they apply.</param>
/// <param name="Derived">The totals that follow from the notifications up to that day; null where none are recorded.</param>
/// <param name="Difference">Declared less derived.</param>
/// <param name="Mark">Of published ones: how far they were checked.</param>
/// <param name="Sent">Of recorded ones: when they were sent.</param>
/// <param name="DaysLate">Days from due to sent; less than zero where it was early.</param>
/// <param name="Entry">The entry that recorded them.</param>
/// <param name="NoteEn">What belongs to them, in English.</param>
/// <param name="NoteZh">The same in Chinese.</param>
public sealed record AggregateRow(DateOnly AsOf, Party Party, AggregateSource Source, DateOnly Due, Counts? Counts,
    IReadOnlyList<Measure> Exceeded, Counts? Derived, Counts? Difference, Mark? Mark = null, DateOnly? Sent = null, int? DaysLate = null,
    long? Entry = null, string? NoteEn = null, string? NoteZh = null);

/// <summary>What a party held against a total of the other.</summary>
/// <param name="By">Who.</param>
/// <param name="Against">Whose total.</param>
/// <param name="On">When.</param>
/// <param name="Precision">How exactly that is known.</param>
/// <param name="AsOf">The day of the data.</param>
/// <param name="Measure">Which total.</param>
/// <param name="Items">How many items should count as well.</param>
/// <param name="TextEn">What was held, in English.</param>
/// <param name="TextZh">The same in Chinese.</param>
/// <param name="Mark">Of published ones: how far it was checked.</param>
/// <param name="Entry">The entry that recorded it.</param>
public sealed record ObjectionRow(Party By, Party Against, DateOnly On, DatePrecision Precision, DateOnly AsOf, Measure Measure, int Items,
    string TextEn, string TextZh, Mark? Mark, long? Entry);

/// <summary>How this State stands, being a party.</summary>
/// <param name="Party">Which.</param>
/// <param name="AsOf">The day of its last totals; null where there are none.</param>
/// <param name="Exceeded">How many limits they exceed; null where there are none.</param>
/// <param name="Entry">The entry that recorded them, where it is this journal's.</param>
public sealed record OwnTotals(Party Party, DateOnly? AsOf, int? Exceeded, long? Entry);

/// <summary>Answers how New START stands: public facts and recorded totals side by side, none put in another's place.</summary>
public static class NewStartAnswers
{
    private const string ObligationId = "new-start-exchange";

    /// <summary>Answers <see cref="NewStartQuery"/>.</summary>
    public static Answer<NewStartView> Ask(ArmsControlBook book, NewStartQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        var at = ViewDay.Of(view, query.Day);
        List<StatusEvent> history = [.. NewStart.History.Where(step => step.On <= at.AsOf)];
        List<AggregateRow> rows = [.. Published(book, at).Concat(Recorded(book, at)).Concat(Declared(book, at))
            .OrderBy(row => row.AsOf).ThenBy(row => row.Party).ThenBy(row => row.Source).ThenBy(row => row.Entry)];
        return new NewStartView(at.AsOf, StatusOf(history), NewStart.Limits.Any(limit => limit.Applies(at.AsOf)), NewStart.Limits, history,
            [.. rows.Where(row => query.Party is null || row.Party == query.Party)], [.. Objections(book, at)], Own(book, rows, at));
    }

    private static TreatyStep? StatusOf(List<StatusEvent> history) => history
        .Select(step => (TreatyStep?)step.Step)
        .LastOrDefault(step => step is TreatyStep.Signed or TreatyStep.InForce or TreatyStep.SuspendedByOne or TreatyStep.Expired);

    private static IEnumerable<AggregateRow> Published(ArmsControlBook book, View at) =>
        from found in NewStart.Aggregates
        where found.AsOf <= at.AsOf
        select Row(book, at, found.AsOf, found.Party, AggregateSource.Published, found.Counts) with
        {
            Mark = found.Mark,
            NoteEn = found.NoteEn,
            NoteZh = found.NoteZh,
        };

    private static IEnumerable<AggregateRow> Recorded(ArmsControlBook book, View at) =>
        from exchange in book.Exchanges
        let content = exchange.Content
        where at.Sees(exchange.Stamp.Sequence, content.Sent)
        select Sent(Row(book, at, content.AsOf, content.Party, AggregateSource.Recorded,
            new Counts(content.Vehicles, content.Warheads, content.Launchers)), content.Sent, exchange.Stamp.Sequence, content.Correction);

    private static IEnumerable<AggregateRow> Declared(ArmsControlBook book, View at) =>
        from undertaking in book.Undertakings
        where undertaking.Content.Obligation == ObligationId && at.Knows(undertaking.Stamp.Sequence)
        from period in Declarations.Period.Between(DeclarationRegister.Find(ObligationId)!, undertaking.Content.From, at.AsOf)
        where period.To < undertaking.Until(at)
        from version in book.DeclarationOf(ObligationId, period.Key)?.SeenAt(at) ?? []
        select Sent(Row(book, at, period.To, undertaking.Content.Party!.Value, AggregateSource.Declared, CountsOf(version.Fields)),
            version.Sent, version.Entry, version.Reason);

    private static Counts CountsOf(IReadOnlyList<FieldValue> fields)
    {
        return new Counts(Of("vehicles"), Of("warheads"), Of("launchers"));

        int Of(string name) => int.Parse(fields.Single(field => field.Name == name).Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static AggregateRow Row(ArmsControlBook book, View at, DateOnly asOf, Party party, AggregateSource source, Counts? counts)
    {
        var derived = book.ItemsOf(party).CountsAt(at with { AsOf = asOf });
        return new AggregateRow(asOf, party, source, NewStart.DueOf(asOf), counts,
            [.. NewStart.Limits.Where(limit => counts is not null && limit.IsExceeded(counts, asOf)).Select(limit => limit.Measure)],
            derived, counts is null || derived is null ? null : new Counts(counts.Vehicles - derived.Vehicles,
                counts.Warheads - derived.Warheads, counts.Launchers - derived.Launchers));
    }

    private static AggregateRow Sent(AggregateRow row, DateOnly sent, long entry, string? note) => row with
    {
        Sent = sent,
        DaysLate = sent.DayNumber - row.Due.DayNumber,
        Entry = entry,
        NoteEn = note,
        NoteZh = note,
    };

    private static IEnumerable<ObjectionRow> Objections(ArmsControlBook book, View at) =>
        NewStart.Objections.Where(found => found.On <= at.AsOf).Select(found => new ObjectionRow(found.By, found.Against, found.On,
            found.Precision, found.AsOf, found.Measure, found.Items, found.TextEn, found.TextZh, found.Mark, null))
        .Concat(
            from found in book.Objections
            let content = found.Content
            where at.Sees(found.Stamp.Sequence, content.On)
            select new ObjectionRow(content.By, content.Against, content.On, DatePrecision.Day, content.AsOf, content.Measure, content.Items,
                content.Text, content.Text, null, found.Stamp.Sequence));

    private static OwnTotals? Own(ArmsControlBook book, List<AggregateRow> rows, View at)
    {
        var undertaking = book.Undertakings.LastOrDefault(known => known.Content.Obligation == ObligationId && known.IsHeld(at));
        if (undertaking?.Content.Party is not { } party)
            return null;
        var last = rows.LastOrDefault(row => row.Party == party);
        return new OwnTotals(party, last?.AsOf, last?.Counts is null ? null : last.Exceeded.Count, last?.Entry);
    }
}

using Custodia.ArmsControl.Queries;
using Custodia.ArmsControl.Reference;
using Custodia.Books;

namespace Custodia.ArmsControl.Declarations;

/// <summary>What the State has to declare, period by period, and how far it is.</summary>
public static class Calendars
{
    /// <summary>Answers <see cref="ObligationsQuery"/>.</summary>
    public static Answer<ObligationList> Ask(ArmsControlBook book, ObligationsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        var at = ViewDay.Of(view, query.Day);
        return new ObligationList(
        [
            .. from obligation in DeclarationRegister.Obligations
               let held = book.Undertakings.LastOrDefault(known => known.Content.Obligation == obligation.Id && known.IsHeld(at))
               select new ObligationRow(obligation, held?.Content.From, held?.Content.Party, held?.Stamp.Sequence),
        ]);
    }

    /// <summary>Answers <see cref="CalendarQuery"/>.</summary>
    public static Answer<Calendar> Ask(ArmsControlBook book, CalendarQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (query.Obligation is { } id && DeclarationRegister.Find(id) is null)
            return ArmsControlRefusals.Unknown.In("obligation", found: GivenText.Quote(id));
        var at = ViewDay.Of(view, query.Day);
        if (at.AsOf == DateOnly.MaxValue)
            return ArmsControlRefusals.DayMissing.In("day");
        return new Calendar(at.AsOf,
        [
            .. from obligation in DeclarationRegister.Obligations
               where query.Obligation is null || query.Obligation == obligation.Id
               from period in Owed(book, obligation, at)
               let row = Row(book, obligation, period, at)
               orderby row.Due descending, row.Id
               select row,
        ]);
    }

    /// <summary>Answers <see cref="DeclarationQuery"/>.</summary>
    public static Answer<DeclarationView> Ask(ArmsControlBook book, DeclarationQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        var at = ViewDay.Of(view, query.Day);
        if (at.AsOf == DateOnly.MaxValue)
            return ArmsControlRefusals.DayMissing.In("day");
        if (Find(query.Id) is not var (obligation, period) || !IsOwed(book, obligation, period, at) || period.From > at.AsOf)
            return ArmsControlRefusals.Unknown.In("id", found: GivenText.Quote(query.Id));
        var kept = book.DeclarationOf(obligation.Id, period.Key);
        var versions = kept?.SeenAt(at) ?? [];
        return new DeclarationView(Row(book, obligation, period, at), obligation,
            [.. obligation.Fields.Select(field => Field(book, field, versions, period, at))], versions,
            [.. (kept?.Acknowledgements ?? []).Where(found => at.Sees(found.Stamp.Sequence, found.Content.On))
                .Select(found => new AcknowledgementRow(found.Stamp.Sequence, found.Content.On, found.Content.By, found.Content.Document))]);
    }

    /// <summary>Answers <see cref="ExtractQuery"/>.</summary>
    public static Answer<PublicExtract> Ask(ArmsControlBook book, ExtractQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (Find(query.Id) is not var (obligation, period))
            return ArmsControlRefusals.Unknown.In("id", found: GivenText.Quote(query.Id));
        if (book.DeclarationOf(obligation.Id, period.Key)?.SeenAt(view) is not [.., var version] versions)
            return ArmsControlRefusals.NotSent.In("id", found: query.Id);
        return new PublicExtract(query.Id, obligation.NameEn, obligation.NameZh, period.Key, version.Sent, versions.Count > 1,
        [
            .. from field in obligation.Fields
               where field.Public
               from value in version.Fields
               where value.Name == field.Name
               select new ExtractField(field.LabelEn, field.LabelZh, value.Value, field.Unit),
        ]);
    }

    /// <summary>The obligation and period of an id, or <c>null</c>.</summary>
    internal static (Obligation Obligation, Period Period)? Find(string id)
    {
        foreach (var obligation in DeclarationRegister.Obligations)
        {
            if (id.StartsWith(obligation.Id + "-", StringComparison.Ordinal)
                && Period.Find(obligation, id[(obligation.Id.Length + 1)..]) is { } period)
                return (obligation, period);
        }

        return null;
    }

    /// <summary>Whether the State owes the declaration of a period, as a view knows it.</summary>
    internal static bool IsOwed(ArmsControlBook book, Obligation obligation, Period period, View view) =>
        book.Undertakings.Any(known => known.Content.Obligation == obligation.Id && view.Knows(known.Stamp.Sequence)
            && known.Content.From <= period.To && period.To < known.Until(view));

    private static IEnumerable<Period> Owed(ArmsControlBook book, Obligation obligation, View at) =>
        from known in book.Undertakings
        where known.Content.Obligation == obligation.Id && at.Sees(known.Stamp.Sequence, known.Content.From)
        from period in Period.Between(obligation, known.Content.From, at.AsOf)
        where period.To < known.Until(at)
        select period;

    private static CalendarRow Row(ArmsControlBook book, Obligation obligation, Period period, View at)
    {
        var kept = book.DeclarationOf(obligation.Id, period.Key);
        var versions = kept?.SeenAt(at) ?? [];
        var sent = versions.Count > 0 ? versions[0].Sent : (DateOnly?)null;
        var acknowledged = kept?.Acknowledgements.Where(found => at.Sees(found.Stamp.Sequence, found.Content.On))
            .Min(found => (DateOnly?)found.Content.On);
        var state = acknowledged is not null ? DeclarationState.Acknowledged
            : sent is not null ? DeclarationState.Sent
            : at.AsOf > period.Due ? DeclarationState.Overdue
            : at.AsOf < period.To ? DeclarationState.Running
            : DeclarationState.Open;
        var late = (sent ?? (state == DeclarationState.Overdue ? at.AsOf : null))?.DayNumber - period.Due.DayNumber;
        return new CalendarRow($"{obligation.Id}-{period.Key}", obligation.Id, obligation.NameEn, obligation.NameZh, period.Key, period.To,
            period.Due, state, sent, late, acknowledged, Math.Max(0, versions.Count - 1), versions.Count > 0 ? versions[^1].Entry : null);
    }

    private static FieldRow Field(ArmsControlBook book, DeclarationField field, List<DeclarationVersion> versions, Period period, View at)
    {
        var declared = versions.LastOrDefault()?.Fields.FirstOrDefault(value => value.Name == field.Name)?.Value;
        var figure = field.Book is { } selector && period.To <= at.AsOf ? book.Figures.Of(selector, period.To, at) : null;
        return new FieldRow(field.Name, declared, figure, declared is null || figure is null ? null
            : decimal.Parse(declared, System.Globalization.CultureInfo.InvariantCulture) - figure);
    }
}

using Custodia.Books;

namespace Custodia.Commitments.Law;

/// <summary>Asks what in law makes the regulator independent.</summary>
/// <param name="Day">On which day; left out: that of the view, where it has one.</param>
public sealed record IndependenceQuery([Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>The checklist on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Rows">Its items: budget, appointment, removal, reporting line, separation from promotion.</param>
public sealed record IndependenceList(DateOnly Day, IReadOnlyList<IndependenceRow> Rows);

/// <summary>An item of the checklist. Nobody answers it: a clause in force, shown to be kept, is the answer.</summary>
/// <param name="Item">Which.</param>
/// <param name="IsProvided">Whether a clause in force provides for it.</param>
/// <param name="Clauses">The clauses that provide for it, in force or not.</param>
public sealed record IndependenceRow(IndependenceItem Item, bool IsProvided, IReadOnlyList<MappedClause> Clauses);

/// <summary>Answers what in law makes the regulator independent.</summary>
public static class Independence
{
    /// <summary>Answers <see cref="IndependenceQuery"/>.</summary>
    public static Answer<IndependenceList> Ask(LawBook book, IndependenceQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        return LawDay.On<IndependenceList>(query.Day, view, day => new IndependenceList(day,
        [
            .. from item in Enum.GetValues<IndependenceItem>()
               let clauses = book.Provisions.Where(provision => provision.What.Item == item && provision.IsKnown(view))
                   .Select(provision => Row(provision, day, view)).ToList()
               select new IndependenceRow(item, clauses.Exists(clause => clause.IsInForce), clauses),
        ]));
    }

    private static MappedClause Row(Provision provision, DateOnly day, View view)
    {
        var (what, terms) = (provision.What, provision.Clause.Terms.At(day, view)?.Value);
        return new MappedClause(what.Law, what.Clause, provision.Clause.IsInForce(day, view), terms?.TextEn, terms?.TextZh, terms?.PenaltyEn,
            terms?.PenaltyZh, null, Evidence.Of(what.Document, what.Sha256, what.Entry), provision.Stamp.Sequence);
    }
}

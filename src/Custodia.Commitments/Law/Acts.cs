using Custodia.Books;

namespace Custodia.Commitments.Law;

/// <summary>Asks for the acts, regulations and standards.</summary>
/// <param name="Day">On which day; left out: that of the view, where it has one.</param>
public sealed record ActsQuery([Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>Asks for one of them, with its clauses.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Day">On which day; left out: that of the view, where it has one.</param>
public sealed record ActQuery(
    [Meaning("Id, such as NSA-2012", "識別碼，如 NSA-2012")] string Id,
    [Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>Asks for clauses.</summary>
/// <param name="Law">Only of this act, regulation or standard.</param>
/// <param name="All">Also those that are not in force.</param>
/// <param name="Day">On which day; left out: that of the view, where it has one.</param>
public sealed record ClausesQuery(
    [Meaning("Only of this act or regulation", "僅此法規")] string? Law = null,
    [Meaning("Also those that are not in force", "包括未施行者")] bool All = false,
    [Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>Whether something is in force.</summary>
public enum ForceState
{
    /// <summary>It is recorded and will be.</summary>
    ToCome,

    /// <summary>It is.</summary>
    InForce,

    /// <summary>It was.</summary>
    Ended,
}

/// <summary>How a law stands towards its cycle of review.</summary>
public enum ReviewState
{
    /// <summary>Its cycle has not run out.</summary>
    Current,

    /// <summary>Its cycle has run out without a review.</summary>
    Overdue,
}

/// <summary>Acts, regulations and standards on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Rows">By id.</param>
public sealed record ActList(DateOnly Day, IReadOnlyList<LawRow> Rows);

/// <summary>An act, regulation or standard.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Number">The number under which it was published.</param>
/// <param name="State">Whether it is in force.</param>
/// <param name="From">First day in force.</param>
/// <param name="LastDay">Last day in force, where it is recorded.</param>
/// <param name="Clauses">How many of its clauses are in force.</param>
/// <param name="Duties">How many duties those carry out.</param>
/// <param name="ReviewYears">Years from one review to the next.</param>
/// <param name="LastReview">The last review; null: none yet, and the cycle runs from the first day in force.</param>
/// <param name="ReviewDue">By when the next one is due.</param>
/// <param name="Review">How it stands towards its cycle; null where it is not in force.</param>
/// <param name="Entry">The entry that recorded it.</param>
public sealed record LawRow(string Id, LawKind Kind, string NameEn, string NameZh, string Number, ForceState State, DateOnly From,
    DateOnly? LastDay, int Clauses, int Duties, int ReviewYears, DateOnly? LastReview, DateOnly ReviewDue, ReviewState? Review, long Entry);

/// <summary>Clauses on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Rows">By law and number.</param>
public sealed record ClauseList(DateOnly Day, IReadOnlyList<ClauseRow> Rows);

/// <summary>A clause with the wording of the day; of one that ended, the last.</summary>
/// <param name="Law">Id of its act, regulation or standard.</param>
/// <param name="LawNameEn">Its name in English.</param>
/// <param name="LawNameZh">Its name in Chinese.</param>
/// <param name="Clause">Number of the clause.</param>
/// <param name="State">Whether it is in force.</param>
/// <param name="From">First day of this wording.</param>
/// <param name="LastDay">Its last day, where it is recorded.</param>
/// <param name="TextEn">What it says, in English.</param>
/// <param name="TextZh">What it says, in Chinese.</param>
/// <param name="Style">How it states what it requires; null where it requires nothing.</param>
/// <param name="PenaltyEn">The penalty in English.</param>
/// <param name="PenaltyZh">The penalty in Chinese.</param>
/// <param name="Duties">Ids of the duties that it carries out.</param>
/// <param name="Entry">The entry that recorded this wording.</param>
public sealed record ClauseRow(string Law, string LawNameEn, string LawNameZh, string Clause, ForceState State, DateOnly From,
    DateOnly? LastDay, string TextEn, string TextZh, RuleStyle? Style, string? PenaltyEn, string? PenaltyZh,
    IReadOnlyList<string> Duties, long Entry);

/// <summary>One act, regulation or standard.</summary>
/// <param name="Law">It.</param>
/// <param name="Clauses">Its clauses, in force or not.</param>
/// <param name="History">What was done to it and its clauses, the oldest first.</param>
/// <param name="Reviews">Its reviews, the newest first.</param>
public sealed record ActView(LawRow Law, IReadOnlyList<ClauseRow> Clauses, IReadOnlyList<LawEvent> History, IReadOnlyList<ReviewRow> Reviews);

/// <summary>Something that began, changed or ended.</summary>
/// <param name="Day">The first day on which it is so.</param>
/// <param name="Clause">The clause; null: the whole.</param>
/// <param name="TextEn">What it says from then on, in English; null: it ended.</param>
/// <param name="TextZh">What it says from then on, in Chinese.</param>
/// <param name="Why">By what.</param>
/// <param name="Entry">The entry that recorded it.</param>
public sealed record LawEvent(DateOnly Day, string? Clause, string? TextEn, string? TextZh, string? Why, long Entry);

/// <summary>A review.</summary>
/// <param name="On">The day.</param>
/// <param name="Document">The document that shows it.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Entry">The entry that recorded it.</param>
public sealed record ReviewRow(DateOnly On, string Document, string? Outcome, long Entry);

/// <summary>Answers what is in force, since when, and when it was reviewed.</summary>
public static class Acts
{
    /// <summary>Answers <see cref="ActsQuery"/>.</summary>
    public static Answer<ActList> Ask(LawBook book, ActsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        return LawDay.On<ActList>(query.Day, view, day =>
            new ActList(day, [.. book.Laws.Where(law => law.Law(view) is not null).Select(law => Row(book, law, day, view))]));
    }

    /// <summary>Answers <see cref="ClausesQuery"/>.</summary>
    public static Answer<ClauseList> Ask(LawBook book, ClausesQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (query.Law is not null && book.Law(query.Law)?.Law(view) is null)
            return Unknown("law", query.Law);
        return LawDay.On<ClauseList>(query.Day, view, day => new ClauseList(day,
        [
            .. from law in book.Laws
               where law.Law(view) is not null && (query.Law is null || query.Law == law.Id)
               from clause in Clauses(book, law, day, view)
               where query.All || clause.State == ForceState.InForce
               select clause,
        ]));
    }

    /// <summary>Answers <see cref="ActQuery"/>.</summary>
    public static Answer<ActView> Ask(LawBook book, ActQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (book.Law(query.Id) is not { } law || law.Law(view) is null)
            return Unknown("id", query.Id);
        return LawDay.On<ActView>(query.Day, view, day => new ActView(Row(book, law, day, view), [.. Clauses(book, law, day, view)],
            [.. History(law, view).OrderBy(found => found.Day).ThenBy(found => found.Entry)],
            [
                .. law.Reviews.Where(review => review.IsKnown(view) && review.Review.On <= day)
                    .OrderByDescending(review => review.Review.On)
                    .Select(review => new ReviewRow(review.Review.On, review.Review.Document, review.Review.Outcome, review.Stamp.Sequence)),
            ]));
    }

    private static Refusal Unknown(string field, string id) => LawRefusals.LawUnknown.In(field, found: id.Length <= 40 ? id : null);

    private static LawRow Row(LawBook book, Statute statute, DateOnly day, View view)
    {
        var law = statute.Law(view)!;
        var turns = statute.Force.Known(view);
        var state = StateOf(turns, day);
        var inForce = statute.Clauses.Values.Where(clause => clause.IsInForce(day, view)).ToHashSet();
        DateOnly? reviewed = statute.Reviews.Where(review => review.IsKnown(view) && review.Review.On <= day)
            .Select(review => (DateOnly?)review.Review.On).Max();
        var due = (reviewed ?? law.From).AddYears(law.ReviewYears);
        return new LawRow(law.Id, law.Kind, law.NameEn, law.NameZh, law.Number, state, law.From, LastDay(turns, turns[0]), inForce.Count,
            book.Mappings.Where(mapping => inForce.Contains(mapping.Clause) && mapping.Holds(day, view))
                .Select(mapping => mapping.Duty.Duty).Distinct().Count(),
            law.ReviewYears, reviewed, due,
            state == ForceState.InForce ? day <= due ? ReviewState.Current : ReviewState.Overdue : null, turns[0].Stamp.Sequence);
    }

    private static IEnumerable<ClauseRow> Clauses(LawBook book, Statute statute, DateOnly day, View view)
    {
        var law = statute.Law(view)!;
        foreach (var clause in statute.Clauses.Values)
        {
            var turns = clause.Terms.Known(view);
            // The wording of the day, else the last before it ended, else the first to come.
            var turn = turns.FindLast(found => found.Value is not null && found.Day <= day) ?? turns.Find(found => found.Value is not null);
            if (turn?.Value is not { } terms)
                continue;
            var state = StateOf(turns, day) == ForceState.InForce && !statute.IsInForce(day, view)
                ? StateOf(statute.Force.Known(view), day)
                : StateOf(turns, day);
            yield return new ClauseRow(law.Id, law.NameEn, law.NameZh, clause.Number, state, turn.Day, LastDay(turns, turn),
                terms.TextEn, terms.TextZh, terms.Style, terms.PenaltyEn, terms.PenaltyZh,
                [
                    .. book.Mappings.Where(mapping => mapping.Clause == clause && mapping.Holds(day, view))
                        .Select(mapping => mapping.Duty.Duty).Distinct(),
                ],
                turn.Stamp.Sequence);
        }
    }

    private static IEnumerable<LawEvent> History(Statute law, View view) =>
        law.Force.Known(view).Select(turn =>
            new LawEvent(turn.Day, null, turn.Value?.NameEn, turn.Value?.NameZh, turn.Why ?? turn.Value?.Number, turn.Stamp.Sequence))
        .Concat(
            from clause in law.Clauses.Values
            from turn in clause.Terms.Known(view)
            select new LawEvent(turn.Day, clause.Number, turn.Value?.TextEn, turn.Value?.TextZh, turn.Why, turn.Stamp.Sequence));

    private static ForceState StateOf<T>(List<Turn<T>> turns, DateOnly day) where T : class => turns.FindLast(turn => turn.Day <= day) switch
    {
        null => ForceState.ToCome,
        { Value: null } => ForceState.Ended,
        _ => ForceState.InForce,
    };

    private static DateOnly? LastDay<T>(List<Turn<T>> turns, Turn<T> turn) where T : class =>
        turns.SkipWhile(found => found != turn).Skip(1).FirstOrDefault()?.Day.AddDays(-1);
}

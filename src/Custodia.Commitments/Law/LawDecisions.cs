using Custodia.Books;

namespace Custodia.Commitments.Law;

/// <summary>Decides the commands of the book of law.</summary>
internal static class LawDecisions
{
    public static Decision Decide(LawBook book, EnactLaw command, DecisionContext context)
    {
        var checks = new LawChecks(book);
        checks.Form(command.Id, "id", LawChecks.LawId(), LawLimits.MaxId, $"A–Z 0–9 -, ≤ {LawLimits.MaxId}");
        if (book.Law(command.Id)?.Law(View.Everything) is not null)
            checks.Refuse(LawRefusals.LawTwice.In("id", found: command.Id));
        checks.Text(command.NameEn, "nameEn");
        checks.Text(command.NameZh, "nameZh");
        checks.Text(command.Number, "number");
        checks.Day(command.From, "from");
        if (command.ReviewYears is < 1 or > LawLimits.MaxReviewYears)
            checks.Refuse(LawRefusals.CycleOutOfRange.In("reviewYears", $"1 – {LawLimits.MaxReviewYears}", $"{command.ReviewYears}"));
        return checks.Decide(new LawEnacted(command));
    }

    public static Decision Decide(LawBook book, RepealLaw command, DecisionContext context)
    {
        var checks = new LawChecks(book);
        if (checks.Law(command.Law) is { } law)
        {
            var turns = law.Force.Known(View.Everything);
            if (turns.Count > 1)
                checks.Refuse(LawRefusals.EndedAlready.In("law", found: command.Law));
            checks.Day(command.LastDay, "lastDay", turns[0].Day);
        }

        checks.Text(command.Reason, "reason");
        return checks.Decide(new LawRepealed(command));
    }

    public static Decision Decide(LawBook book, ReviewLaw command, DecisionContext context)
    {
        var checks = new LawChecks(book);
        if (command.On > context.Today)
            checks.Refuse(LawRefusals.DayAhead.In("on", $"≤ {context.Today:yyyy-MM-dd}", $"{command.On:yyyy-MM-dd}"));
        else if (checks.Law(command.Law) is { } law)
            checks.Day(command.On, "on", law.Force.Known(View.Everything)[0].Day);
        checks.Text(command.Document, "document");
        checks.Text(command.Outcome, "outcome", isRequired: false);
        return checks.Decide(new LawReviewed(command));
    }

    public static Decision Decide(LawBook book, AddClause command, DecisionContext context)
    {
        var checks = new LawChecks(book);
        checks.Form(command.Clause, "clause", LawChecks.ClauseNumber(), LawLimits.MaxClause, $"0–9 A–Z a–z . ( ) -, ≤ {LawLimits.MaxClause}");
        if (checks.Law(command.Law) is { } law)
        {
            if (command.Clause is { } number && law.Clauses.TryGetValue(number, out var clause) && clause.Terms.IsKnown(View.Everything))
                checks.Refuse(LawRefusals.ClauseTwice.In("clause", found: command.Clause));
            checks.Day(command.From, "from", law.Force.Known(View.Everything)[0].Day);
        }

        checks.Terms(new ClauseTerms(command));
        return checks.Decide(new ClauseAdded(command));
    }

    public static Decision Decide(LawBook book, AmendClause command, DecisionContext context)
    {
        var checks = new LawChecks(book);
        if (checks.Clause(command.Law, command.Clause) is { } clause)
            AfterTheLast(checks, clause, command.From, "from");
        checks.Terms(new ClauseTerms(command));
        checks.Text(command.By, "by");
        return checks.Decide(new ClauseAmended(command));
    }

    public static Decision Decide(LawBook book, EndClause command, DecisionContext context)
    {
        var checks = new LawChecks(book);
        if (checks.Clause(command.Law, command.Clause) is { } clause)
            AfterTheLast(checks, clause, command.LastDay, "lastDay", overlap: 0);
        checks.Text(command.Reason, "reason");
        return checks.Decide(new ClauseEnded(command));
    }

    public static Decision Decide(LawBook book, MapDuty command, DecisionContext context)
    {
        var checks = new LawChecks(book);
        checks.Duty(command.Duty);
        checks.Clause(command.Law, command.Clause);
        if (command.Control is { } control)
            checks.Form(control, "control", LawChecks.ControlId(), LawLimits.MaxControl, $"a–z 0–9 -, ≤ {LawLimits.MaxControl}");
        checks.Evidence(command.Document, command.Sha256, command.Entry, isRequired: false);
        if (book.Mappings.Any(known => known.IsKnown(View.Everything) && !known.End.IsKnown(View.Everything) && known.Duty.Duty == command.Duty
            && known.Duty.Law == command.Law && known.Duty.Clause == command.Clause))
            checks.Refuse(LawRefusals.MappedTwice.In("duty", found: command.Duty));
        return checks.Decide(new DutyMapped(command));
    }

    public static Decision Decide(LawBook book, UnmapDuty command, DecisionContext context)
    {
        var checks = new LawChecks(book);
        if (checks.Standing<Mapping>(command.Entry) is { } mapping && mapping.End.IsKnown(View.Everything))
            checks.Refuse(LawRefusals.EndedAlready.In("entry", found: $"{command.Entry}"));
        checks.Day(command.LastDay, "lastDay");
        checks.Text(command.Reason, "reason");
        return checks.Decide(new DutyUnmapped(command));
    }

    public static Decision Decide(LawBook book, RecordMeasure command, DecisionContext context)
    {
        var checks = new LawChecks(book);
        checks.Duty(command.Duty);
        checks.Text(command.MeasureEn, "measureEn", max: LawLimits.MaxWording);
        checks.Text(command.MeasureZh, "measureZh", max: LawLimits.MaxWording);
        checks.Day(command.From, "from");
        if (command.Law is not null || command.Clause is not null)
            checks.Clause(command.Law, command.Clause);
        checks.Evidence(command.Document, command.Sha256, command.Entry, isRequired: true);
        return checks.Decide(new MeasureRecorded(command));
    }

    public static Decision Decide(LawBook book, EndMeasure command, DecisionContext context)
    {
        var checks = new LawChecks(book);
        if (checks.Standing<Measure>(command.Entry) is { } measure)
        {
            if (measure.End.IsKnown(View.Everything))
                checks.Refuse(LawRefusals.EndedAlready.In("entry", found: $"{command.Entry}"));
            checks.Day(command.LastDay, "lastDay", measure.What.From);
        }

        checks.Text(command.Reason, "reason");
        return checks.Decide(new MeasureEnded(command));
    }

    public static Decision Decide(LawBook book, RecordIndependence command, DecisionContext context)
    {
        var checks = new LawChecks(book);
        checks.Clause(command.Law, command.Clause);
        checks.Evidence(command.Document, command.Sha256, command.Entry, isRequired: true);
        if (book.Provisions.Any(known => known.IsKnown(View.Everything) && known.What.Item == command.Item && known.What.Law == command.Law
            && known.What.Clause == command.Clause))
            checks.Refuse(LawRefusals.MappedTwice.In("item", found: $"{command.Item}"));
        return checks.Decide(new IndependenceRecorded(command));
    }

    public static Decision Decide(LawBook book, TakeBackLaw command, DecisionContext context)
    {
        var checks = new LawChecks(book);
        if (checks.Standing<Recorded>(command.Entry) is { } recorded && IsInUse(book, recorded))
            checks.Refuse(LawRefusals.InUse.In("entry", found: $"{command.Entry}"));
        checks.Text(command.Reason, "reason");
        return checks.Decide(new LawTakenBack(command.Entry, command.Reason));
    }

    // What changes a clause comes after all that changed it before, while it stands.
    private static void AfterTheLast(LawChecks checks, Clause clause, DateOnly day, string field, int overlap = 1)
    {
        var last = clause.Terms.Known(View.Everything)[^1];
        if (last.Value is null)
            checks.Refuse(LawRefusals.EndedAlready.In("clause", found: clause.Number));
        else
            checks.Day(day, field, last.Day.AddDays(overlap));
    }

    // The first turn of a law or clause is its record: what was said of it later, and of its clauses and duties, rests on it.
    private static bool IsInUse(LawBook book, Recorded recorded) => recorded switch
    {
        Turn<EnactLaw> { Value: { } law } => book.Law(law.Id) is { } found
            && (found.Force.Known(View.Everything).Count > 1 || found.Reviews.Any(review => review.IsKnown(View.Everything))
                || found.Clauses.Values.Any(clause => clause.Terms.IsKnown(View.Everything))),
        Turn<ClauseTerms> turn => book.Laws.SelectMany(law => law.Clauses.Values)
            .First(clause => clause.Terms.Holds(turn)) is var clause && clause.Terms.Known(View.Everything) is var turns && turns[0] == turn
            && (turns.Count > 1 || IsCarrying(book, clause)),
        _ => false,
    };

    private static bool IsCarrying(LawBook book, Clause clause) =>
        book.Mappings.Any(mapping => mapping.Clause == clause && mapping.IsKnown(View.Everything))
        || book.Measures.Any(measure => measure.Clause == clause && measure.IsKnown(View.Everything))
        || book.Provisions.Any(provision => provision.Clause == clause && provision.IsKnown(View.Everything));
}

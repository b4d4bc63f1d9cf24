using Custodia.Books;
using Custodia.People.Facts;

namespace Custodia.People.Commands;

/// <summary>Decides who gets which rights, and when they end; and what is taken in an emergency.</summary>
internal static class GrantDecisions
{
    /// <summary>Longest time for which a clearance is given, in years: then need to know is judged anew.</summary>
    private const int MaxClearanceYears = 5;

    private const int MinMinutes = 5;
    private const int MaxMinutes = 240;

    public static Decision Decide(PeopleBook book, Appoint command, DecisionContext context)
    {
        var (from, until) = (command.From ?? context.Today, command.Until);
        var refusals = CheckGrant(book, command.Holder, command.Place, from, until, context);
        var role = book.RoleOf(command.Role);
        if (role is null)
            refusals.Add(PeopleRefusals.RoleUnknown.In("role", found: command.Role));
        if (refusals.Count > 0)
            return Decision.Refuse(refusals);
        var holder = book.Holders[command.Holder];
        if (role!.IsApproving && holder.Holder.Kind == HolderKind.Device)
            return Decision.Refuse(PeopleRefusals.DeviceRole.In("role", found: command.Role));
        foreach (var other in holder.Appointments.Where(grant => Overlaps(grant, from, until)))
        {
            var held = book.RoleOf(((Appointed)other.Fact).Role)!;
            if (held.Excludes.Contains(role.Id) || role.Excludes.Contains(held.Id))
                return Decision.Refuse(PeopleRefusals.RolesExclude.In("role", found: $"{held.Id} · {role.Id}"));
        }

        if (!role.SeesContent && holder.Clearances.Exists(grant => Overlaps(grant, from, until)))
            return Decision.Refuse(PeopleRefusals.NoContent.In("role", found: role.Id));
        return Decision.Accept(new Appointed(command.Holder, command.Role, command.Place, from, until));
    }

    public static Decision Decide(PeopleBook book, GrantClearance command, DecisionContext context)
    {
        var from = command.From ?? context.Today;
        var refusals = CheckGrant(book, command.Holder, command.Place, from, command.Until, context);
        var last = from.Year <= DateOnly.MaxValue.Year - MaxClearanceYears ? from.AddYears(MaxClearanceYears) : DateOnly.MaxValue;
        if (command.Until > last)
            refusals.Add(PeopleRefusals.DatesWrong.In("until", $"≤ {last:yyyy-MM-dd}", $"{command.Until:yyyy-MM-dd}"));
        if (refusals.Count > 0)
            return Decision.Refuse(refusals);
        var blind = book.Holders[command.Holder].Appointments.Where(grant => Overlaps(grant, from, command.Until))
            .Select(grant => book.RoleOf(((Appointed)grant.Fact).Role)!).FirstOrDefault(role => !role.SeesContent);
        return blind is null
            ? Decision.Accept(new ClearanceGranted(command.Holder, command.Place, from, command.Until))
            : Decision.Refuse(PeopleRefusals.NoContent.In("holder", found: blind.Id));
    }

    public static Decision Decide(PeopleBook book, EndAppointment command, DecisionContext context) =>
        End<Appointed>(book, command.Entry, command.LastDay, command.Reason, context,
            (day, reason) => new GrantEnded(command.Entry, day, reason));

    public static Decision Decide(PeopleBook book, EndClearance command, DecisionContext context) =>
        End<ClearanceGranted>(book, command.Entry, command.LastDay, command.Reason, context,
            (day, reason) => new GrantEnded(command.Entry, day, reason));

    public static Decision Decide(PeopleBook book, BreakGlass command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        if (Checks.Place(command.Place) is { } place)
            refusals.Add(place);
        if (Checks.Reason(command.Reason) is { } reason)
            refusals.Add(reason);
        if (command.Minutes is < MinMinutes or > MaxMinutes)
            refusals.Add(Books.Faces.InputRefusals.Malformed.In("minutes", $"{MinMinutes} – {MaxMinutes}", $"{command.Minutes}"));
        if (!book.Holders.TryGetValue(context.Actor, out var holder))
            refusals.Add(PeopleRefusals.HolderUnknown.In("holder", found: context.Actor));
        else if (Rights.IsBlind(book, holder, context.Today))
            refusals.Add(PeopleRefusals.NoContent.In("holder", found: context.Actor));
        return refusals.Count > 0
            ? Decision.Refuse(refusals)
            : Decision.Accept(new GlassBroken(context.Actor, command.Place, command.Reason, context.Now.AddMinutes(command.Minutes)));
    }

    public static Decision Decide(PeopleBook book, ReviewGlass command, DecisionContext context)
    {
        if (!book.Emergencies.TryGetValue(command.Entry, out var emergency) || emergency.Review is not null)
            return Decision.Refuse(PeopleRefusals.ReviewUnknown.In("entry", found: $"{command.Entry}"));
        if (emergency.Fact.Holder == context.Actor)
            return Decision.Refuse(PeopleRefusals.OwnReview.In("entry", found: $"{command.Entry}"));
        return Checks.Reason(command.Finding, "finding") is { } finding
            ? Decision.Refuse(finding)
            : Decision.Accept(new GlassReviewed(command.Entry, command.WasJustified, command.Finding));
    }

    /// <summary>Ends what an entry gave, from today at the latest.</summary>
    public static Decision End<T>(PeopleBook book, long entry, DateOnly? lastDay, string reason, DecisionContext context,
        Func<DateOnly, string, Fact> fact)
        where T : Fact
    {
        if (book.GrantOf(entry) is not { Fact: T, End: null } grant)
            return Decision.Refuse(PeopleRefusals.GrantUnknown.In("entry", found: $"{entry}"));
        if (Checks.Reason(reason) is { } missing)
            return Decision.Refuse(missing);
        var day = lastDay ?? context.Today.AddDays(-1);
        return day.DayNumber < grant.From.DayNumber - 1 || (grant.Until is { } until && day > until)
            ? Decision.Refuse(PeopleRefusals.DatesWrong.In("lastDay", $"{grant.From:yyyy-MM-dd} – {grant.Until:yyyy-MM-dd}", $"{day:yyyy-MM-dd}"))
            : Decision.Accept(fact(day, reason));
    }

    private static List<Refusal> CheckGrant(
        PeopleBook book, string holder, string place, DateOnly from, DateOnly? until, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        if (!book.Holders.TryGetValue(holder, out var known) || known.Left is not null)
            refusals.Add(PeopleRefusals.HolderUnknown.In("holder", found: holder));
        // Neither who gives a right nor who approves it is the one who gets it.
        if (holder == context.Actor || holder == context.Approver)
            refusals.Add(PeopleRefusals.OwnRights.In("holder", found: holder));
        if (Checks.Place(place) is { } malformed)
            refusals.Add(malformed);
        if (until < from)
            refusals.Add(PeopleRefusals.DatesWrong.In("until", $"≥ {from:yyyy-MM-dd}", $"{until:yyyy-MM-dd}"));
        return refusals;
    }

    private static bool Overlaps(Grant grant, DateOnly from, DateOnly? until) =>
        (grant.Until is not { } last || last >= from) && (grant.End is not { } end || end.LastDay >= from)
        && (until is not { } given || grant.From <= given);
}

using Custodia.Books;
using Custodia.People.Facts;

namespace Custodia.People.Commands;

/// <summary>Decides commands on organisations, roles and those who hold them.</summary>
internal static class PeopleDecisions
{
    public static Decision Decide(PeopleBook book, Organisation command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        Checks.Id(command.Id, Checks.OrganisationId(), "A–Z 0–9 -, 1–24", refusals);
        Checks.Names(command.NameEn, command.NameZh, refusals);
        refusals.AddRange(command.Places.Select(place => Checks.OwnPlace(place, "places")).OfType<Refusal>());
        return refusals.Count > 0 ? Decision.Refuse(refusals) : Decision.Accept(new OrganisationRegistered(command));
    }

    /// <summary>
    /// Whether rights and clearances that were given at an organisation come to reach further: it is known, or something was
    /// given there before it was, and it gains a place.
    /// </summary>
    public static bool Widens(PeopleBook book, Organisation command)
    {
        var isKnown = book.Organisations.TryGetValue(command.Id, out var known);
        return (isKnown || book.HasGrantsAt(PeopleTargets.PlaceOf(command.Id)))
            && command.Places.Except(isKnown ? known.Organisation.Places : [], StringComparer.Ordinal).Any();
    }

    public static Decision Decide(PeopleBook book, AdoptRole command, DecisionContext context)
    {
        var role = command.Role;
        var refusals = new List<Refusal>();
        Checks.Id(role.Id, Checks.RoleId(), "a–z 0–9 -, 3–40", refusals);
        Checks.Names(role.NameEn, role.NameZh, refusals);
        refusals.AddRange(role.Permissions.Where(permission => !book.Permissions.Contains(permission))
            .Select(permission => PeopleRefusals.PermissionUnknown.In("role.permissions", found: permission)));
        return refusals.Count > 0 ? Decision.Refuse(refusals) : Decision.Accept(new RoleAdopted(role));
    }

    public static Decision Decide(PeopleBook book, Holder command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        Checks.Id(command.Id, Checks.HolderId(), "a–z 0–9 . -, 3–32", refusals);
        Checks.Names(command.NameEn, command.NameZh, refusals);
        if (!book.Organisations.ContainsKey(command.Organisation))
            refusals.Add(PeopleRefusals.OrganisationUnknown.In("organisation", found: command.Organisation));
        if (book.Holders.ContainsKey(command.Id))
            refusals.Add(PeopleRefusals.IdTaken.In("id", found: command.Id));
        return refusals.Count > 0 ? Decision.Refuse(refusals) : Decision.Accept(new HolderRegistered(command));
    }

    public static Decision Decide(PeopleBook book, Post command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        Checks.Id(command.Id, Checks.RoleId(), "a–z 0–9 -, 3–40", refusals);
        Checks.Names(command.NameEn, command.NameZh, refusals);
        if (!book.Organisations.ContainsKey(command.Organisation))
            refusals.Add(PeopleRefusals.OrganisationUnknown.In("organisation", found: command.Organisation));
        if (book.PostOf(command.Id) is { } known && known.Organisation != command.Organisation)
            refusals.Add(PeopleRefusals.IdTaken.In("id", found: command.Id));
        if (command.Course is { } course && !Checks.RoleId().IsMatch(course))
            refusals.Add(PeopleRefusals.IdMalformed.In("course", "a–z 0–9 -, 3–40"));
        if (command.LastDay < command.From)
            refusals.Add(PeopleRefusals.DatesWrong.In("lastDay", $"≥ {command.From:yyyy-MM-dd}", $"{command.LastDay:yyyy-MM-dd}"));
        if (command.Holder is { } id && Unfit(book, id, command) is { } unfit)
            refusals.Add(unfit.In("holder", found: id));
        return refusals.Count > 0 ? Decision.Refuse(refusals) : Decision.Accept(new PostSet(command));
    }

    // Somebody of another organisation is answered as nobody: who sets posts of one is not told of the others.
    private static RefusalCode? Unfit(PeopleBook book, string holder, Post post) =>
        !book.Holders.TryGetValue(holder, out var file) || file.Left is not null || file.Holder.Organisation != post.Organisation
            ? PeopleRefusals.HolderUnknown
            : file.Holder.Kind == HolderKind.Device ? PeopleRefusals.PostHolder : null;

    public static Decision Decide(PeopleBook book, Leave command, DecisionContext context)
    {
        if (!book.Holders.TryGetValue(command.Holder, out var holder) || holder.Left is not null)
            return Decision.Refuse(PeopleRefusals.HolderUnknown.In("holder", found: command.Holder));
        if (Checks.Reason(command.Reason) is { } reason)
            return Decision.Refuse(reason);
        return command.LastDay < holder.Holder.From
            ? Decision.Refuse(PeopleRefusals.DatesWrong.In("lastDay", $"≥ {holder.Holder.From:yyyy-MM-dd}", $"{command.LastDay:yyyy-MM-dd}"))
            : Decision.Accept(new HolderLeft(command.Holder, command.LastDay, command.Reason));
    }

    public static Decision Decide(PeopleBook book, RecordCertificate command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        if (!book.Holders.ContainsKey(command.Holder))
            refusals.Add(PeopleRefusals.HolderUnknown.In("holder", found: command.Holder));
        if (command.Holder == context.Actor)
            refusals.Add(PeopleRefusals.OwnRights.In("holder", found: command.Holder));
        Checks.Id(command.Course, Checks.RoleId(), "a–z 0–9 -, 3–40", refusals);
        if (command.ValidUntil < command.Issued || command.Issued > context.Today)
            refusals.Add(PeopleRefusals.DatesWrong.In("validUntil", $"≥ {command.Issued:yyyy-MM-dd}", $"{command.ValidUntil:yyyy-MM-dd}"));
        if (Checks.Reason(command.Issuer, "issuer") is { } issuer)
            refusals.Add(issuer);
        return refusals.Count > 0
            ? Decision.Refuse(refusals)
            : Decision.Accept(new CertificateRecorded(
                command.Holder, command.Course, command.Issued, command.ValidUntil, command.Issuer));
    }

    public static Decision Decide(PeopleBook book, WithdrawCertificate command, DecisionContext context) =>
        GrantDecisions.End<CertificateRecorded>(book, command.Entry, command.LastDay, command.Reason, context,
            (day, reason) => new CertificateWithdrawn(command.Entry, day, reason));
}

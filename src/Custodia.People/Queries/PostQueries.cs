using Custodia.Books;
using Custodia.People.Facts;

namespace Custodia.People.Queries;

/// <summary>Asks for the funded posts.</summary>
public sealed record PostsQuery([property: Meaning("Only this organisation", "僅此機構")] string? Organisation = null);

/// <summary>The funded posts, by id.</summary>
/// <param name="Rows">Those that are funded on the day.</param>
public sealed record PostList(IReadOnlyList<PostRow> Rows);

/// <summary>A funded post.</summary>
/// <param name="Entry">The entry that set it.</param>
/// <param name="Post">Which.</param>
/// <param name="IsRegulators">Whether it is of an authority or inspectorate.</param>
/// <param name="IsFilled">Whether somebody who has not left fills it.</param>
/// <param name="IsQualified">Whether it takes no certificate, or who fills it has one that is valid.</param>
public sealed record PostRow(long Entry, Post Post, bool IsRegulators, bool IsFilled, bool IsQualified);

/// <summary>Asks who has access to what is sealed, and whether they are cleared.</summary>
public sealed record TrustQuery;

/// <summary>The persons with access, by id.</summary>
/// <param name="Rows">Those that hold a role with access on the day.</param>
public sealed record TrustList(IReadOnlyList<TrustRow> Rows);

/// <summary>A person with access.</summary>
/// <param name="Entry">The entry of the clearance; without one, that which ended the last, or that of the person.</param>
/// <param name="Holder">Who.</param>
/// <param name="IsCleared">Whether a clearance holds on the day.</param>
/// <param name="Until">Last day of the clearance that holds longest.</param>
public sealed record TrustRow(long Entry, Holder Holder, bool IsCleared, DateOnly? Until);

/// <summary>Answers questions on posts and on trust: only of organisations that the asker's right reaches.</summary>
internal static class PostQueries
{
    public static Answer<PostList> Ask(PeopleBook book, PostsQuery query, View view)
    {
        var day = HolderQueries.Today(view);
        HolderQueries.Opened(view);
        return new PostList(
        [
            .. from post in book.PostsIn(view with { AsOf = day })
               where (query.Organisation is null || query.Organisation == post.Post.Organisation)
                   && view.Covers(PeopleTargets.PlaceOf(post.Post.Organisation)) && !(post.Post.LastDay < day)
               orderby post.Post.Id
               let holder = post.Post.Holder is { } id && book.Holders.TryGetValue(id, out var file) && file.IsActive(day, view) ? file : null
               select new PostRow(post.Stamp.Sequence, post.Post, IsRegulators(book, post.Post.Organisation, view), holder is not null,
                   post.Post.Course is not { } course || holder?.Certificates.Exists(grant =>
                       grant.Holds(day, view) && ((CertificateRecorded)grant.Fact).Course == course) == true),
        ]);
    }

    public static Answer<TrustList> Ask(PeopleBook book, TrustQuery query, View view)
    {
        var day = HolderQueries.Today(view);
        HolderQueries.Opened(view);
        return new TrustList(
        [
            .. from file in book.Holders.Values
               where file.Holder.Kind == HolderKind.Person && HolderQueries.IsShown(file, view)
                   && Rights.Held(book, file, day, view).Any(held => held.Role.SeesContent && held.Role.Permissions.Count > 0)
               orderby file.Holder.Id
               let clearance = file.Clearances.Where(grant => grant.Holds(day, view)).MaxBy(grant => LastDay(grant, view))
               select new TrustRow(clearance?.Stamp.Sequence ?? Ended(file, day, view) ?? file.Stamp.Sequence, file.Holder, clearance is not null,
                   clearance is null ? null : LastDay(clearance, view)),
        ]);
    }

    private static long? Ended(HolderFile file, DateOnly day, View view) =>
        file.Clearances.Where(grant => grant.From <= day).Select(grant => grant.EndIn(view)?.Stamp.Sequence).Max();

    private static DateOnly? LastDay(Grant grant, View view) => grant.EndIn(view)?.LastDay ?? grant.Until;

    private static bool IsRegulators(PeopleBook book, string organisation, View view) =>
        book.OrganisationsIn(view).FirstOrDefault(known => known.Id == organisation)?.Kind
            is OrganisationKind.Authority or OrganisationKind.Inspectorate;
}

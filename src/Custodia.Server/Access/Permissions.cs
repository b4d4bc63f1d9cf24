using System.Collections.Frozen;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Approvals;
using Custodia.Books.Keeping;
using Custodia.Materials;
using Custodia.People;
using Custodia.People.Access;

namespace Custodia.Server.Access;

/// <summary>Every permission that a command, a query or the journal states: a role may hold no other.</summary>
public static class Permissions
{
    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } = Of(
        [MaterialsCatalogue.Instance, PeopleCatalogue.Instance, JournalCatalogue.Instance, new ApprovalsBook().Catalogue, new AccessBook().Catalogue])
        .Append(EntrySight.JournalRead)
        .Where(permission => permission != Places.SignedIn).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> Of(IEnumerable<Catalogue> catalogues) => catalogues.SelectMany(catalogue =>
        catalogue.Commands.SelectMany(command => new[] { command.Permission, command.ApprovalPermission }.OfType<string>())
            .Concat(catalogue.Queries.Select(query => query.Permission)));
}

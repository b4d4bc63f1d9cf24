using System.Collections.Frozen;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Approvals;
using Custodia.Materials;
using Custodia.People;
using Custodia.People.Access;
using Custodia.Server.Api;

namespace Custodia.Server.Access;

/// <summary>Every permission that a command, a query or the journal states: a role may hold no other.</summary>
public static class Permissions
{
    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } = Of(
        [MaterialsCatalogue.Instance, PeopleCatalogue.Instance, new ApprovalsBook().Catalogue, new AccessBook().Catalogue])
        .Concat([JournalPermissions.Read, JournalPermissions.Keys, JournalPermissions.Approve])
        .Where(permission => permission != Places.SignedIn).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> Of(IEnumerable<Catalogue> catalogues) => catalogues.SelectMany(catalogue =>
        catalogue.Commands.SelectMany(command => new[] { command.Permission, command.ApprovalPermission }.OfType<string>())
            .Concat(catalogue.Queries.Select(query => query.Permission)));
}

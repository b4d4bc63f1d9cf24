using System.Collections.Frozen;
using Custodia.Books;
using Custodia.Books.Access;

namespace Custodia.Server.Access;

/// <summary>Every permission that a command, a query or the journal states: a role may hold no other.</summary>
public static class Permissions
{
    private static readonly FrozenSet<string> OfQueries = Catalogues()
        .SelectMany(catalogue => catalogue.Queries).Select(query => query.Permission)
        .Append(EntrySight.JournalRead).Where(permission => permission != Places.SignedIn).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OfCommands = Catalogues()
        .SelectMany(catalogue => catalogue.Commands)
        .SelectMany(command => new[] { command.Permission, command.ApprovalPermission }.OfType<string>())
        .Where(permission => permission != Places.SignedIn).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } = OfQueries.Union(OfCommands).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a token of these scopes may use: <c>read</c>, what queries state; <c>write</c>, what commands state.</summary>
    public static IReadOnlySet<string> OfScopes(IEnumerable<string> scopes) => scopes.SelectMany(scope => scope switch
    {
        "read" => OfQueries,
        "write" => OfCommands,
        _ => FrozenSet<string>.Empty,
    }).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<Catalogue> Catalogues() => BookCatalogues.All.Values;
}

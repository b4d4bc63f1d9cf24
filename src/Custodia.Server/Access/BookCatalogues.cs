using System.Collections.Frozen;
using Custodia.ArmsControl;
using Custodia.Books;
using Custodia.Books.Approvals;
using Custodia.Books.Keeping;
using Custodia.Commitments;
using Custodia.Commitments.Cooperation;
using Custodia.Commitments.Law;
using Custodia.Commitments.Missions;
using Custodia.Materials;
using Custodia.People;
using Custodia.People.Access;

namespace Custodia.Server.Access;

/// <summary>The catalogues of all books, by the name of the book: known before a folder is open.</summary>
public static class BookCatalogues
{
    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, Catalogue> All { get; } = new Dictionary<string, Catalogue>
    {
        ["materials"] = MaterialsCatalogue.Instance,
        ["commitments"] = CommitmentsCatalogue.Instance,
        ["law"] = LawCatalogue.Instance,
        ["cooperation"] = CooperationCatalogue.Instance,
        ["missions"] = MissionsCatalogue.Instance,
        ["arms-control"] = ArmsControlCatalogue.Instance,
        ["people"] = PeopleCatalogue.Instance,
        [JournalBook.BookName] = JournalCatalogue.Instance,
        ["approvals"] = ApprovalsCatalogue.Instance,
        ["access"] = AccessCatalogue.Instance,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}

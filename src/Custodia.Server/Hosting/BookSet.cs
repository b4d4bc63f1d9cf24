using Custodia.ArmsControl;
using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Cooperation;
using Custodia.Commitments.Law;
using Custodia.Commitments.Missions;
using Custodia.Materials;
using Custodia.People;
using Custodia.Server.Access;

namespace Custodia.Server.Hosting;

/// <summary>The books of a State's subjects, each new and empty: the one place that says which there are.</summary>
internal sealed class BookSet : IDisposable
{
    /// <summary>The question that every indicator answers.</summary>
    public const string Wall = "commitments/wall";

    /// <param name="keepsFile">Whether a file of that SHA-256 is kept; null: none is.</param>
    public BookSet(Func<string, bool>? keepsFile = null)
    {
        Cooperation = new CooperationBook([Materials], id => Commitments!.HasOwnPromise(id));
        ArmsControl = new ArmsControlBook([Materials]);
        Commitments = new CommitmentsBook([Materials, People, Law, Missions, Cooperation, ArmsControl], keepsFile);
    }

    public MaterialsBook Materials { get; } = new();

    public PeopleBook People { get; } = new(Permissions.All);

    public LawBook Law { get; } = new();

    public MissionsBook Missions { get; } = new();

    public CooperationBook Cooperation { get; }

    public ArmsControlBook ArmsControl { get; }

    public CommitmentsBook Commitments { get; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<Book> All => [Materials, Commitments, Law, Missions, Cooperation, ArmsControl, People];

    /// <summary>
    /// Names of the books on which a figure rests: those that its formula asks, those that they ask, and that of commitments, where
    /// persons state and set what judges it.
    /// </summary>
    public IReadOnlySet<string> Behind(IndicatorFormula? formula)
    {
        HashSet<string> names = [Commitments.Name];
        foreach (var question in formula?.Ask.Values ?? [])
        {
            names.Add(question.Query.Split('/')[0]);
            // A campaign is held against the ledger, and the promises are judged by every book. Which queries ask another book is said
            // one by one, for most of their books do not: a test holds this to the sample State.
            if (question.Query is "cooperation/campaigns" or "cooperation/reactors")
                names.Add(Materials.Name);
            else if (question.Query == Wall)
                names.UnionWith(All.Select(book => book.Name));
        }

        return names;
    }

    public void Dispose()
    {
        foreach (var book in All)
            book.Dispose();
    }
}

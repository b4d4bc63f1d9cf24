using Custodia.ArmsControl;
using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Law;
using Custodia.Commitments.Cooperation;
using Custodia.Commitments.Missions;
using Custodia.Materials;
using Custodia.People;
using Custodia.Server.Access;

namespace Custodia.Server.Hosting;

/// <summary>The books of a State's subjects, each new and empty: the one place that says which there are.</summary>
internal sealed class BookSet : IDisposable
{
    public MaterialsBook Materials { get; } = new();

    public PeopleBook People { get; } = new(Permissions.All);

    public LawBook Law { get; } = new();

    public CommitmentsBook Commitments { get; }

    public BookSet() => Commitments = new CommitmentsBook([Materials, People, Law]);

    /// <summary>All of them.</summary>
    public IReadOnlyList<Book> All => [Materials, Commitments, Law, People];
    public CooperationBook Cooperation { get; }

    public BookSet()
    {
        Cooperation = new CooperationBook([Materials]);
        Commitments = new CommitmentsBook([Materials, People, Cooperation]);
    }

    public IReadOnlyList<Book> All => [Materials, Commitments, Cooperation, People];
    public MissionsBook Missions { get; } = new();


    public BookSet() => Commitments = new CommitmentsBook([Materials, Missions, People]);

    public IReadOnlyList<Book> All => [Materials, Commitments, Missions, People];
    public ArmsControlBook ArmsControl { get; }


    {
        ArmsControl = new ArmsControlBook([Materials]);
        Commitments = new CommitmentsBook([Materials, People, ArmsControl]);
    }

    public IReadOnlyList<Book> All => [Materials, Commitments, ArmsControl, People];

    public void Dispose()
    {
        foreach (var book in All)
            book.Dispose();
    }
}

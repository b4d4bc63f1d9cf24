using Custodia.Books;
using Custodia.Commitments;
using Custodia.Materials;
using Custodia.People;
using Custodia.Server.Access;

namespace Custodia.Server.Hosting;

/// <summary>The books of a State's subjects, each new and empty: the one place that says which there are.</summary>
internal sealed class BookSet : IDisposable
{
    public MaterialsBook Materials { get; } = new();

    public PeopleBook People { get; } = new(Permissions.All);

    public CommitmentsBook Commitments { get; }

    /// <param name="keepsFile">Whether a file of that SHA-256 is kept; null: none is.</param>
    public BookSet(Func<string, bool>? keepsFile = null) => Commitments = new CommitmentsBook([Materials, People], keepsFile);

    /// <summary>All of them.</summary>
    public IReadOnlyList<Book> All => [Materials, Commitments, People];

    public void Dispose()
    {
        foreach (var book in All)
            book.Dispose();
    }
}

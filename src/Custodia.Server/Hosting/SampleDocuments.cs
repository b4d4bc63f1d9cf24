using System.Text;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Faces;
using Custodia.Commitments;
using Custodia.Commitments.Documents;
using Custodia.Server.Api;

namespace Custodia.Server.Hosting;

/// <summary>What the sample State said for itself at a summit, and what it promised there: invented, like the State itself.</summary>
internal sealed class SampleDocuments(DataFolder folder, Caller house)
{
    private const string Id = "XA-2016";

    private const string Statement = """
        National statement of Zedland

        1. Zedland brought its treaties on the physical protection of nuclear material into force, and invites its
        neighbours to do the same. We will ratify the convention against acts of nuclear terrorism by the end of 2018.

        2. Our research reactor was designed for highly enriched uranium. We will convert it, and send what is no longer
        needed back to where it came from, until none is left in our country.

        3. We thank all who came.
        """;

    private static readonly DateOnly On = new(2016, 4, 1);

    private static readonly AddCommitment[] Promises =
    [
        new(Id + "-1", Id, "icsant", ItemType.Commitment, "Ratify the convention against acts of nuclear terrorism by the end of 2018.",
            "於 2018 年底前批准制止核恐怖主義行為國際公約。", ["IND-T03"], On, new DateOnly(2018, 12, 31), "IND-T03"),
        new(Id + "-2", Id, "heu-pu", ItemType.Commitment, "Convert the research reactor and hold no highly enriched uranium any more.",
            "完成研究用反應器轉換，不再持有高濃縮鈾。", ["IND-M01"], On),
    ];

    /// <summary>Keeps the statement and records its promises.</summary>
    public async Task Bring(CancellationToken cancellation)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Statement));
        var request = new DocumentRequest("xa-statement-2016.txt", content, Preview: false, Id: Id, NameEn: "National statement of Zedland 2016",
            NameZh: "澤國 2016 年國家聲明", Date: On, Kind: KeptKind.NationalStatement);
        var answer = await new DocumentFace(folder, new CatalogueFace(folder.Node)).Import(request, house, cancellation);
        if (answer.Status != FaceStatus.Ok)
            throw new InvalidOperationException($"The sample's statement was not kept: {Encoding.UTF8.GetString(answer.Content.Span)}");
        var definition = folder.Commitments.Catalogue.Commands.Single(command => command.Input == typeof(AddCommitment));
        foreach (var promise in Promises)
        {
            var outcome = await folder.Node.Execute(folder.Commitments, definition, promise, house, Guid.NewGuid(), cancellation: cancellation);
            if (outcome is not Outcome.Recorded)
                throw new InvalidOperationException($"The sample's promise '{promise.Id}' was not taken.");
        }
    }
}

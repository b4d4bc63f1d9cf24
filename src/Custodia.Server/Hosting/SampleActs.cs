using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Commitments.Facts;

namespace Custodia.Server.Hosting;

/// <summary>What the sample State did with treaties, regimes and joint statements: invented, like the State itself.</summary>
internal sealed class SampleActs(DataFolder folder, Caller house)
{
    private static readonly (string Id, ActType Act, string On)[] All =
    [
        ("npt", ActType.Accede, "1975-03-20"), ("comprehensive-safeguards-agreement", ActType.Ratify, "1977-06-01"),
        ("additional-protocol", ActType.Sign, "2000-11-14"), ("additional-protocol", ActType.Ratify, "2003-04-08"),
        ("cppnm", ActType.Accede, "1994-05-12"), ("cppnm-amendment", ActType.Ratify, "2013-09-02"), ("icsant", ActType.Sign, "2006-01-17"),
        ("ctbt", ActType.Sign, "1996-09-24"), ("ctbt", ActType.Ratify, "1999-11-05"), ("early-notification", ActType.Accede, "1990-02-26"),
        ("assistance-convention", ActType.Accede, "1990-02-26"), ("code-of-conduct-sources", ActType.Join, "2005-02-14"),
        ("guidance-import-export", ActType.Join, "2006-03-30"), ("gicnt", ActType.Join, "2007-10-01"), ("psi", ActType.Join, "2010-05-31"),
        ("itdb", ActType.Join, "1998-07-01"), ("IC869", ActType.Join, "2014-12-01"), ("IC908", ActType.Join, "2017-03-01"),
    ];

    /// <summary>Records them, the oldest of each first.</summary>
    public async Task Bring(CancellationToken cancellation)
    {
        var definition = folder.Commitments.Catalogue.Commands.Single(command => command.Name == "record-act");
        foreach (var (id, act, on) in All)
        {
            var command = new RecordAct(id, act, DateOnly.ParseExact(on, "yyyy-MM-dd"), $"XA-{on[..4]}-{id}");
            var outcome = await folder.Node.Execute(folder.Commitments, definition, command, house, Guid.NewGuid(), cancellation: cancellation);
            if (outcome is not Outcome.Recorded)
                throw new InvalidOperationException($"The sample's act '{id}' was not taken.");
        }
    }
}

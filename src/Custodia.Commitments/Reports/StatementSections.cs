using Custodia.Books;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;

namespace Custodia.Commitments.Reports;

/// <summary>A statement to be made at a conference: what was promised, what is so, what is behind, and what cannot be shown.</summary>
internal static class StatementSections
{
    /// <summary>Its sections.</summary>
    public static Answer<List<ReportSection>> Of(CommitmentsBook book, ReportBasis basis, ReportChanges changes)
    {
        var view = basis.Now.View;
        var instruments = Queries.Instruments.Ask(book, new InstrumentsQuery(null, view.AsOf), view);
        if (!instruments.IsGiven)
            return Answer<List<ReportSection>>.Refuse(instruments.Refusals);
        return (List<ReportSection>)
        [
            new(ReportWords.Of("summary.title"),
            [
                ReportWords.Of("statement.opening", ReportWords.Of("statement.us"), ReportWords.Same(ReportWords.Day(view.AsOf))),
                ProgressSections.Lead(basis), ReportWords.Of("summary.rule"),
            ]),
            Law(instruments.Value),
            Promises(basis, Standing.Met), Promises(basis, Standing.OnTrack), Promises(basis, Standing.OffTrack), Unshown(basis),
            ChangeSections.Of(changes),
            ProgressSections.Figures(basis, basis.Known),
            new(ReportWords.Of("statement.check"),
                [ReportWords.Of("statement.checkLine", ReportWords.Entry(view.Count - 1))]),
        ];
    }

    private static ReportSection Law(InstrumentList instruments)
    {
        List<Words> lines =
        [
            .. from row in instruments.Rows
               where row.Status != StateStatus.None && row.Since is not null
               select ReportWords.Of("statement.lawLine", new Words(row.NameEn, row.NameZh), ReportWords.Of("status", row.Status),
                   ReportWords.Same(ReportWords.Day(row.Since!.Value))),
        ];
        return new ReportSection(ReportWords.Of("statement.law"),
        [
            .. instruments.DepositaryEligible ? Array.Empty<Words>() : [ReportWords.Of("statement.notParty")],
            .. lines.Count > 0 ? Array.Empty<Words>() : [ReportWords.Of("statement.lawNone")],
        ])
        {
            Lines = lines,
        };
    }

    private static ReportSection Promises(ReportBasis basis, Standing standing)
    {
        List<PromiseRow> rows = [.. basis.Now.Items.Values.Where(item => item.Standing == standing).Select(basis.Promise)];
        return new ReportSection(ReportWords.Of("statement", standing), rows.Count > 0 ? [] : [ReportWords.Of("statement.none")]) { Promises = rows };
    }

    private static ReportSection Unshown(ReportBasis basis)
    {
        List<string> ids = [.. basis.Now.Items.Values.Where(item => item.Standing == Standing.NoEvidence).Select(item => item.Id)];
        return new ReportSection(ReportWords.Of("statement.noEvidence"),
        [
            ids.Count > 0
                ? ReportWords.Of("statement.noEvidenceLine", ReportWords.Number(ids.Count), string.Join(", ", ids))
                : ReportWords.Of("statement.none"),
        ]);
    }
}

using Custodia.Commitments.Cooperation.Facts;
using Custodia.Commitments.Cooperation.Matrix;
using Custodia.Commitments.Law;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Statements;
using Custodia.Commitments.Tests.Cooperation;
using Custodia.Commitments.Tests.Law;
using Custodia.Commitments.Tests.Missions;

namespace Custodia.Commitments.Tests;

/// <summary>An entry that is given as evidence is in the journal when the command is decided, wherever evidence is taken.</summary>
public sealed class EvidenceTests
{
    private static readonly DateOnly Day = new(2026, 1, 5);
    private static readonly string Digest = new('a', 64);

    [Fact]
    public async Task Law_takes_no_entry_that_is_not_there()
    {
        using var state = new LawState();
        await state.Enact();
        var last = await state.Add("7");
        string[] refused = ["evidence-unknown"];
        Assert.Equal(refused, await state.Refused(new MapDuty("CPPNM-8", LawState.Act, "7", Entry: last + 1)));
        Assert.Equal(refused, await state.Refused(new RecordMeasure("ICSANT-18", "Safe", "妥善", Day, LawState.Act, "7", Entry: last + 1)));
        await state.Do(new MapDuty("CPPNM-8", LawState.Act, "7", Entry: last));
    }

    [Fact]
    public async Task Actions_and_answers_name_no_entry_that_is_not_there()
    {
        using var journal = new MissionsJournal();
        var entry = await journal.Open("ex-01", "2026-12-31");
        Assert.Equal(["evidence-unknown evidence"], await journal.Refused(new ReportAction("ex-01", Day, "entry 99")));
        Assert.Equal(["evidence-unknown evidence"], await journal.Refused(new ReportAction("ex-01", Day, "見分錄 99")));
        await journal.Do(new OpenAssessment("self-2026", Day, ["su"]));
        Assert.Equal(["evidence-unknown evidence"],
            await journal.Refused(new AnswerQuestion("self-2026", "su-01", AnswerChoice.Yes, Day, "Entry no. 99")));
        await journal.Do(new ReportAction("ex-01", Day, $"entry {entry}"));
    }

    [Fact]
    public async Task Cells_and_steps_name_no_entry_that_is_not_there()
    {
        using var journal = await CooperationJournal.WithReactor();
        var cell = MatrixTemplate.Current.Cells[0].Id;
        FillMatrix Filled(long entry) => new(MatrixTemplate.Current.Id, [new FilledCell(cell, MatrixValue.Yes, Day, Entry: entry)]);
        Assert.Equal(["evidence-unknown"], await journal.Refused(Filled(journal.Count)));
        await journal.Do(Filled(journal.Count - 1));
    }

    [Fact]
    public async Task A_signed_statement_names_no_entry_that_is_not_there()
    {
        using var journal = new StateJournal();
        var entry = await journal.Act("psi", Facts.ActType.Join, "2014-05-31");
        AttestIndicator Stated(long number) => new("IND-S01", "12", Day, Day.AddYears(1), "Office", $"Letter 4, entry {number}", Digest);
        Assert.Equal(["evidence-unknown"], await journal.Refused(Stated(entry + 1)));
        await journal.Do(Stated(entry));
    }
}

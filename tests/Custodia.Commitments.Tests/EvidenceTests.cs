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
    public async Task What_words_mention_is_not_taken_for_an_entry()
    {
        using var journal = new MissionsJournal();
        await journal.Open("ex-01", "2026-12-31");
        await journal.Do(new ReportAction("ex-01", Day, "Entry 99 of the gate's log, 見分錄 99"));
        using var state = new StateJournal();
        await state.Do(new AttestIndicator("IND-S01", "12", Day, Day.AddYears(1), "Office", "Register of entries 4711", Digest));
    }

    [Fact]
    public async Task Cells_and_steps_name_no_entry_that_is_not_there()
    {
        using var journal = await CooperationJournal.WithReactor();
        var cell = MatrixTemplate.Current.Cells[0].Id;
        FillMatrix Filled(long entry) => new(MatrixTemplate.Current.Id, [new FilledCell(cell, MatrixValue.Yes, Day, Entry: entry)]);
        Assert.Equal(["evidence-unknown"], await journal.Refused(Filled(journal.Count)));
        await journal.Do(Filled(journal.Count - 1));
        var measure = await journal.Do(new AnnounceMeasure("Publish", Day, "Statement 1", ["WP10-6.5"]));
        var step = new RecordStep(measure, StepKind.Evidenced, Day, "Entry 999", Evidence: measure + 1);
        Assert.Equal(["evidence-unknown"], await journal.Refused(step));
        await journal.Do(step with { Evidence = measure });
    }
}

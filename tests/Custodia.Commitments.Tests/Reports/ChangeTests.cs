using Custodia.Commitments.Facts;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Reports;
using Custodia.Commitments.Tests.Statements;

namespace Custodia.Commitments.Tests.Reports;

/// <summary>What changed between two days, with the reason.</summary>
public sealed class ChangeTests : IDisposable
{
    private static readonly DateOnly Summit = new(2012, 3, 27);
    private static readonly DateOnly Next = new(2014, 3, 25);

    private readonly StateJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_treaty_that_was_ratified_between_two_summits_names_its_entry_and_the_promises_that_it_moved()
    {
        await _journal.Act("cppnm", ActType.Accede, "1994-05-12");
        await _journal.Act("cppnm-amendment", ActType.Sign, "2006-01-17");
        var entry = await _journal.Act("cppnm-amendment", ActType.Ratify, "2013-09-02");
        var changes = Ask(Summit, Next);
        var change = changes.Indicators.Single(found => found.Id == "IND-T02");
        Assert.Equal(("signed", Standing.OnTrack, "ratified", Standing.Met), (change.Was, change.WasStanding, change.Now, change.NowStanding));
        Assert.Equal([ChangeCause.EntriesCame, ChangeCause.ThresholdCrossed], change.Reasons.Select(reason => reason.Cause));
        Assert.Equal([entry], change.Reasons[0].Entries);
        Assert.Contains(changes.Promises, promise => promise.Because.Contains("IND-T02"));
        Assert.All(changes.Promises, promise => Assert.NotEqual(promise.Was, promise.Now));
    }

    [Fact]
    public async Task Nothing_that_came_after_both_days_changes_anything()
    {
        await _journal.Act("icsant", ActType.Ratify, "2015-01-01");
        var changes = Ask(Summit, Next);
        Assert.Empty(changes.Indicators);
        Assert.Empty(changes.Promises);
    }

    [Fact]
    public async Task A_first_act_and_a_withdrawn_one_are_told_apart()
    {
        await _journal.Act("psi", ActType.Join, "2013-01-01");
        await _journal.Act("cppnm", ActType.Accede, "2013-06-01");
        var changes = Ask(Summit, Next);
        Assert.Equal(ChangeCause.FirstRecorded, changes.Indicators.Single(found => found.Id == "IND-T01").Reasons[0].Cause);
        Assert.Equal(ChangeCause.EntriesCame, changes.Indicators.Single(found => found.Id == "IND-C03").Reasons[0].Cause);
    }

    [Fact]
    public async Task An_entry_that_came_late_is_named_as_what_changes_the_earlier_day()
    {
        var known = await _journal.Act("gicnt", ActType.Join, "2008-01-01");
        await _journal.Act("psi", ActType.Join, "2010-01-01");
        var same = Ask(Summit, Next);
        Assert.DoesNotContain(same.Indicators, found => found.Id == "IND-C03");
        var late = Ask(Summit, Next, known).Indicators.Single(found => found.Id == "IND-C03");
        Assert.Equal(("1", "2"), (late.Was, late.Now));
        Assert.Contains(late.Reasons, reason => reason.Cause == ChangeCause.Restated
            && reason.Text.Zh.Contains("2012-03-27", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_taken_back_counts_no_more()
    {
        var entry = await _journal.Act("psi", ActType.Join, "2010-01-01");
        await _journal.Do(new TakeBackAct(entry, "another State's"));
        var change = Ask(Summit, Next, entry).Indicators.Single(found => found.Id == "IND-C03");
        Assert.Contains(change.Reasons, reason => reason.Cause == ChangeCause.EntriesGone && reason.Entries.SequenceEqual([entry]));
    }

    [Fact]
    public async Task A_statement_that_was_made_and_one_that_expired_are_reasons()
    {
        var entry = await _journal.Do(Given.Attestation("IND-S01", "100", "2013-01-01", "2014-12-31"));
        var made = Ask(Summit, Next).Indicators.Single(found => found.Id == "IND-S01");
        Assert.Contains(made.Reasons, reason => reason.Cause == ChangeCause.StatementRecorded
            && reason.Text.En.Contains($"{entry}", StringComparison.Ordinal));
        var expired = Ask(Next, new(2015, 1, 1)).Indicators.Single(found => found.Id == "IND-S01");
        Assert.Contains(expired.Reasons, reason => reason.Cause == ChangeCause.StatementExpired);
        Assert.Equal(Standing.NoEvidence, expired.NowStanding);
    }

    [Fact]
    public async Task Each_change_has_a_reason_in_both_languages()
    {
        await GivenReport.Acts(_journal);
        var changes = Ask(new DateOnly(1990, 1, 1), GivenReport.Day);
        Assert.True(changes.Indicators.Count > 4);
        Assert.All(changes.Indicators, change => Assert.NotEmpty(change.Reasons));
        Assert.All(changes.Indicators.SelectMany(change => change.Reasons), reason => Assert.Equal(
            GivenReport.Figures(reason.Text.En), GivenReport.Figures(reason.Text.Zh)));
    }

    private ReportChanges Ask(DateOnly from, DateOnly day, long? knownAt = null) =>
        Changes.Ask(_journal.Book, new ReportChangesQuery(from, day, knownAt), _journal.Now).Value!;
}

using Custodia.Commitments.Facts;
using Custodia.Commitments.Queries;
using static Custodia.Commitments.Tests.StateJournal;

namespace Custodia.Commitments.Tests;

/// <summary>Where a State stands follows from its acts: nobody types it in.</summary>
public sealed class InstrumentTests : IDisposable
{
    private readonly StateJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_treaty_is_signed_then_ratified_then_in_force_when_it_is_itself()
    {
        Assert.Equal((StateStatus.None, null), Status("cppnm-amendment", "2026-01-01"));
        await _journal.Act("cppnm-amendment", ActType.Sign, "2010-02-01");
        await _journal.Act("cppnm-amendment", ActType.Ratify, "2012-03-04");
        Assert.Equal((StateStatus.None, null), Status("cppnm-amendment", "2010-01-31"));
        Assert.Equal((StateStatus.Signed, new DateOnly(2010, 2, 1)), Status("cppnm-amendment", "2012-03-03"));
        Assert.Equal((StateStatus.Ratified, new DateOnly(2012, 3, 4)), Status("cppnm-amendment", "2016-05-07"));
        Assert.Equal((StateStatus.InForce, new DateOnly(2012, 3, 4)), Status("cppnm-amendment", "2016-05-08"));
    }

    [Fact]
    public async Task What_was_known_earlier_is_told_as_it_was_known()
    {
        var entry = await _journal.Act("icsant", ActType.Accede, "2015-06-01");
        await _journal.Do(new TakeBackAct(entry, "another State's"));
        Assert.Equal(StateStatus.None, Status("icsant", "2026-01-01").Status);
        var list = Instruments.Ask(_journal.Book, new InstrumentsQuery("icsant"), _journal.Now with { Count = entry + 1 }).Value!;
        Assert.Equal((StateStatus.InForce, entry), (list.Rows[0].Status, list.Rows[0].Acts.Single().Entry));
    }

    [Fact]
    public async Task A_State_whose_instruments_depositaries_do_not_take_carries_out_and_is_never_a_party()
    {
        await _journal.Do(new SetProfile(false, "Not a member since 1971"));
        Assert.Equal(["not-eligible"], await _journal.Refused(new RecordAct("cppnm", ActType.Ratify, Today, "Letter 1")));
        await _journal.Act("cppnm", ActType.Align, "2011-01-01");
        Assert.Equal(StateStatus.AlignedNotParty, Status("cppnm", "2026-01-01").Status);
    }

    [Fact]
    public async Task Regimes_bodies_and_circulars_are_joined_and_left()
    {
        await _journal.Act("gicnt", ActType.Join, "2008-01-01");
        await _journal.Act("gicnt", ActType.Withdraw, "2020-01-01");
        Assert.Equal(StateStatus.Joined, Status("gicnt", "2019-12-31").Status);
        Assert.Equal(StateStatus.Withdrawn, Status("gicnt", "2020-01-01").Status);
    }

    [Fact]
    public void Each_of_them_is_listed_once()
    {
        var rows = Instruments.Ask(_journal.Book, new InstrumentsQuery(), _journal.Now).Value!.Rows;
        Assert.Equal(rows.Count, rows.DistinctBy(row => row.Id).Count());
        Assert.True(rows.Count > 70, $"{rows.Count}");
    }

    [Fact]
    public async Task Bad_acts_are_refused_with_their_reason()
    {
        Assert.Equal(["unknown", "day-ahead", "text-missing"], await _journal.Refused(new RecordAct("no-such", ActType.Sign, Today.AddDays(1), " ")));
        var entry = await _journal.Act("npt", ActType.Ratify, "1970-01-27");
        Assert.Equal(["act-twice"], await _journal.Refused(new RecordAct("npt", ActType.Ratify, new DateOnly(1970, 1, 27), "Again")));
        Assert.Equal(["act-unknown", "text-missing"], await _journal.Refused(new TakeBackAct(entry + 1, "")));
        Assert.Equal(["text-missing"], await _journal.Refused(new SetProfile(true, new string('x', 501))));
        Assert.Equal("commitments.unknown", Instruments.Ask(_journal.Book, new InstrumentsQuery("x"), _journal.Now).Refusals.Single().Code);
    }

    private (StateStatus Status, DateOnly? Since) Status(string id, string day)
    {
        var row = Instruments.Ask(_journal.Book, new InstrumentsQuery(id, DateOnly.ParseExact(day, "yyyy-MM-dd")), _journal.Now).Value!.Rows.Single();
        return (row.Status, row.Since);
    }
}

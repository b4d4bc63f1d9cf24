using Custodia.ArmsControl.Facts;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;
using static Custodia.ArmsControl.Tests.StateJournal;

namespace Custodia.ArmsControl.Tests;

/// <summary>The indicators on arms control, as the book of commitments works them out.</summary>
public sealed class IndicatorTests : IDisposable
{
    private readonly StateJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void The_limits_do_not_apply_to_a_State_that_is_no_party()
    {
        Assert.Equal((Standing.NotApplicable, "notParty"), Of("IND-A01", "2026-06-30"));
        Assert.Equal("arms-control", IndicatorCatalogue.Find("IND-A01")!.Keeper);
        Assert.Equal("arms-control", IndicatorCatalogue.Find("IND-A02")!.Keeper);
    }

    [Fact]
    public async Task A_party_keeps_its_limits_as_long_as_they_apply()
    {
        await _journal.Do(new Undertake("new-start-exchange", Day("2011-02-05"), "Treaty", Party.Ru));
        Assert.Equal((Standing.NotApplicable, "notInForce"), Of("IND-A01", "2018-02-04"));
        Assert.Equal((Standing.Met, "0"), Of("IND-A01", "2018-02-05"));
        // Not provided: nothing shows how it stands.
        Assert.Equal((Standing.NoEvidence, null), Of("IND-A01", "2023-03-01"));
        await _journal.Do(new RecordExchange(Party.Ru, Day("2023-09-01"), Day("2023-10-01"), 701, 1551, 800, "Note"));
        Assert.Equal((Standing.OffTrack, "2"), Of("IND-A01", "2023-10-01"));
        Assert.Equal((Standing.NoEvidence, null), Of("IND-A01", "2023-09-30"));
        Assert.Equal((Standing.NotApplicable, "notInForce"), Of("IND-A01", "2026-02-05"));
    }

    [Fact]
    public async Task Timeliness_is_the_median_over_what_fell_due_in_a_year()
    {
        Assert.Equal((Standing.NoEvidence, null), Of("IND-A02", "2026-06-30"));
        await _journal.Do(new Undertake("hcoc", Day("2025-01-01"), "Note"));
        await _journal.Do(new Undertake("bwc-cbm", Day("2025-01-01"), "Note"));
        Assert.Equal((Standing.NoEvidence, null), Of("IND-A02", "2026-03-31"));
        // Both are overdue: by ten days since 31 March, and not yet since 15 April.
        Assert.Equal((Standing.OffTrack, "10"), Of("IND-A02", "2026-04-10"));
        await _journal.Do(new SendDeclaration("hcoc", "2025", Day("2026-03-21"), [new("policy", "None"), new("launches", "0")], "Note"));
        Assert.Equal((Standing.Met, "-10"), Of("IND-A02", "2026-04-10"));
        // Early by ten days, and 15 days overdue.
        Assert.Equal((Standing.OffTrack, "2.5"), Of("IND-A02", "2026-04-30"));
    }

    private (Standing, string?) Of(string id, string day)
    {
        var value = Measures.Ask(_journal.Commitments, new IndicatorQuery(id, Day(day), 0), _journal.Now).Value!.Value;
        return (value.Standing, value.Value);
    }
}

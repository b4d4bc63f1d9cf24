using Custodia.Commitments.Cooperation.Facts;
using Custodia.Commitments.Cooperation.Queries;
using Custodia.Commitments.Indicators;
using Custodia.Materials;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Structure;
using Custodia.Quantities;
using static Custodia.Commitments.Tests.Cooperation.CooperationJournal;

namespace Custodia.Commitments.Tests.Cooperation;

/// <summary>What is made of material and planned with it, who is lent, and what lies idle.</summary>
public sealed class UseTests : IAsyncLifetime
{
    private CooperationJournal _journal = null!;

    public async ValueTask InitializeAsync() => _journal = await WithReactor();

    public ValueTask DisposeAsync()
    {
        _journal.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_share_of_isotopes_without_highly_enriched_uranium_is_of_the_last_year()
    {
        Assert.Equal(MissingReason.NothingToCount, _journal.Value("IND-M05", "2026-07-20").Missing);
        var heu = await _journal.Do(new RecordProduction("Mo-99", IsotopeRoute.HighEnriched, 30, Day("2026-01-31"), "XA-RR"));
        var leu = await _journal.Do(new RecordProduction("Mo-99", IsotopeRoute.LowEnriched, 50.5m, Day("2026-06-30")));
        var free = await _journal.Do(new RecordProduction("Tc-99m", IsotopeRoute.NoUranium, 9.5m, Day("2026-06-30")));
        await _journal.Do(new RecordProduction("Mo-99", IsotopeRoute.HighEnriched, 500, Day("2025-06-30")));
        Assert.Equal(60m * 100 / 90,
            decimal.Parse(_journal.Value("IND-M05", "2026-07-20").Value!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.All(new[] { heu, leu, free }, entry => Assert.Contains(entry, _journal.Value("IND-M05", "2026-07-20").Entries));
        await _journal.Do(new TakeBack(heu, "another reactor's"));
        Assert.Equal("100", _journal.Value("IND-M05", "2026-07-20").Value);
    }

    [Fact]
    public async Task Plutonium_is_held_against_what_was_planned_last_for_the_five_years_to_come()
    {
        await _journal.Do(new InventoryChange("XAST", Day("2024-01-10"), "RF", "PU-1", 1, "PHDF", "N", [Weight.Of('P', Mass.FromGrams(30_000))],
            "1", "XB", null, "PU-1"));
        Assert.Equal(MissingReason.NothingToCount, _journal.Value("IND-M10", "2026-07-20").Missing);
        await _journal.Do(new PlanPlutonium(2026, 100, Day("2026-01-01"), "Plan 1"));
        var first = await _journal.Do(new PlanPlutonium(2027, 20, Day("2026-01-01"), "Plan 1"));
        var last = await _journal.Do(new PlanPlutonium(2031, 40, Day("2026-01-01"), "Plan 1"));
        await _journal.Do(new PlanPlutonium(2032, 100, Day("2026-01-01"), "Plan 1"));
        Assert.Equal("0.5", _journal.Value("IND-M10", "2026-07-20").Value);
        Assert.Equal([first, last], _journal.Value("IND-M10", "2026-07-20").Entries);
        await _journal.Do(new PlanPlutonium(2031, 0, Day("2026-07-01"), "Plan 2"));
        Assert.Equal(("1.5", "0.5"), (_journal.Value("IND-M10", "2026-07-20").Value, _journal.Value("IND-M10", "2026-06-30").Value));
    }

    [Fact]
    public void What_would_tell_the_plutonium_that_is_held_is_not_shown_to_all() =>
        Assert.Equal(Disclosure.Status, IndicatorCatalogue.Find("IND-M10")!.Disclosure);

    [Fact]
    public async Task Days_of_experts_are_summed_over_the_last_year()
    {
        await _journal.Do(new LendExperts(ExpertPurpose.Mission, "IPPAS mission to another State", 20, Day("2025-11-14")));
        var entry = await _journal.Do(new LendExperts(ExpertPurpose.Drafting, "Implementing guide", 7.5m, Day("2026-03-06")));
        await _journal.Do(new LendExperts(ExpertPurpose.Mission, "Course", 90, Day("2025-07-20")));
        Assert.Equal("27.5", _journal.Value("IND-I06", "2026-07-20").Value);
        await _journal.Do(new TakeBack(entry, "was a visit"));
        Assert.Equal("20", _journal.Value("IND-I06", "2026-07-20").Value);
    }

    [Fact]
    public async Task Idle_material_is_weighed_and_only_inventories_confirm_places()
    {
        Assert.Equal(MissingReason.NothingToCount, _journal.Value("IND-M07", "2026-07-20").Missing);
        var entry = await _journal.Do(new FacilityLicence("XA-RR", "L-1", Day("2020-01-01"), Day("2026-06-30")));
        Assert.Equal(("0", "0.6"), (_journal.Value("IND-M07", "2026-06-30").Value, _journal.Value("IND-M07", "2026-07-01").Value));
        Assert.Equal([entry], _journal.Value("IND-M07", "2026-07-01").Entries);
        Assert.Equal("0", _journal.Value("IND-M09", "2026-07-01").Value);
        var taken = await _journal.Do(new TakeInventory("XARR", Day("2026-06-30"),
            [new(2, new InventoryItem("H1", "A", 1, "EASI", "M", [Weight.Enriched(Mass.FromGrams(300), Mass.FromGrams(279))]))]));
        Assert.Equal("50", _journal.Value("IND-M09", "2026-07-01").Value);
        Assert.True(_journal.Value("IND-M09", "2026-07-01").Entries.Single() >= taken);
    }

    [Fact]
    public async Task Bad_uses_are_refused_with_their_reason()
    {
        Assert.Equal(["text-missing", "amount-wrong", "day-ahead"],
            await _journal.Refused(new RecordProduction("molybdenum-99", IsotopeRoute.LowEnriched, -1, Today.AddDays(1))));
        Assert.Equal(["amount-wrong", "amount-wrong", "text-missing"], await _journal.Refused(new PlanPlutonium(20, -1, Today, " ")));
        Assert.Equal(["text-missing", "amount-wrong"], await _journal.Refused(new LendExperts(ExpertPurpose.Mission, "", 1e10m, Today)));
        Assert.Equal("cooperation.day-missing", Uses.Ask(_journal.Book, new PlutoniumPlanQuery(), _journal.Now).Refusals.Single().Code);
    }
}

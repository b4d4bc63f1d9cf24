using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Queries;
using Custodia.Materials.Structure;
using static Custodia.Materials.Tests.Scenario;

namespace Custodia.Materials.Tests.Queries;

/// <summary>What lies where no licence lets it be used, and what a physical inventory found where the book has it.</summary>
public sealed class LicenceTests
{
    [Fact]
    public void Material_is_idle_from_the_day_after_the_licence_ended_until_another_begins()
    {
        using var s = WithCylinder();
        Assert.Equal((0, 0), (Idle(s, "2026-03-01").Licensed, Idle(s, "2026-03-01").Rows.Count));
        var entry = s.Do(new FacilityLicence("XA-F", "L-1", Day("2020-01-01"), Day("2026-02-27")));
        Assert.Empty(Idle(s, "2026-02-27").Rows);
        var row = Assert.Single(Idle(s, "2026-03-01").Rows);
        Assert.Equal(("XA-F", "L-1", 2, 1_000_000m, entry), (row.Facility, row.Licence, row.Days, row.Element.Grams, row.Entry));
        s.Do(new FacilityLicence("XA-F", "L-2", Day("2026-06-01"), Day("2030-05-31")));
        Assert.Single(Idle(s, "2026-05-31").Rows);
        Assert.Empty(Idle(s, "2026-06-01").Rows);
    }

    [Fact]
    public void A_licence_recorded_again_stands_as_said_then_and_an_earlier_entry_shows_it_as_it_was()
    {
        using var s = WithCylinder();
        s.Do(new FacilityLicence("XA-F", "L-1", Day("2020-01-01"), Day("2026-02-27")));
        var before = s.Now;
        s.Do(new FacilityLicence("XA-F", "L-1", Day("2020-01-01"), Day("2027-02-27")));
        Assert.Empty(Idle(s, "2026-03-01").Rows);
        Assert.Single(Idle(s, "2026-03-01", before).Rows);
    }

    [Fact]
    public void A_place_without_material_is_not_idle()
    {
        using var s = Small();
        s.Do(new FacilityLicence("XA-F", "L-1", Day("2020-01-01"), Day("2026-02-27")));
        Assert.Equal((1, 0), (Idle(s, "2026-03-01").Licensed, Idle(s, "2026-03-01").Rows.Count));
    }

    [Fact]
    public void A_location_is_confirmed_for_twelve_months_after_it_was_listed()
    {
        using var s = WithCylinder();
        Assert.Equal((1, 0, null), Found(s, "2026-06-29"));
        s.Do(new TakeInventory("XAFB", Day("2026-06-30"), [new(2, new("CYL", "A", 2, "U6CF", "T", Cylinder().Weights))]));
        Assert.Equal((1, 1, "2026-06-30"), Found(s, "2026-12-30"));
        Assert.Equal((1, 0, null), Found(s, "2026-06-29"));
        Assert.Equal((1, 1, "2026-06-30"), Found(s, "2027-06-29"));
        Assert.Equal((1, 0, null), Found(s, "2027-06-30"));
        s.Do(Cylinder() with { Batch = "CYL2", ShipperBatch = "S-2", Date = Day("2026-07-02") });
        Assert.Equal((2, 1, "2026-06-30"), Found(s, "2026-12-30"));
    }

    private static IdleMaterial Idle(Scenario s, string day, View? view = null) =>
        IdleMaterials.Ask(s.Book, new IdleQuery(Day(day)), view ?? s.Now).Value!;

    private static (int Batches, int Confirmed, string? Last) Found(Scenario s, string day)
    {
        var row = LocationChecks.Ask(s.Book, new LocationsQuery(Day(day)), s.Now).Value!.Rows.Single();
        return (row.Batches, row.Confirmed, row.Last?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }
}

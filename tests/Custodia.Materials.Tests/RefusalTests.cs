using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Reports;
using Custodia.Materials.Rules;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;
using static Custodia.Materials.Tests.Scenario;

namespace Custodia.Materials.Tests;

/// <summary>Each refusal of the book, by the input that produces it: one bad variant of a good command each.</summary>
public sealed class RefusalTests
{
    private static readonly Dictionary<string, Func<Scenario, object>> Cases = new()
    {
        ["state-named-already"] = _ => new NameState("XB", "Other", "其他"),
        ["code-malformed"] = _ => new Facility("xa f", "A", "甲", FacilityKind.Storage, Day("2020-01-01")),
        ["code-taken"] = _ => new Facility("XA-F", "Another", "另一", FacilityKind.Storage, Day("2020-01-01")),
        ["name-missing"] = _ => new Facility("XA-Z", " ", "甲", FacilityKind.Storage, Day("2020-01-01")),
        ["facility-unknown"] = _ => Area() with { Facility = "XA-Q" },
        ["licence-malformed"] = _ => new FacilityLicence("XA-F", " ", Day("2020-01-01"), Day("2020-01-01")),
        ["enrichment-limit-range"] = _ => Area() with { EnrichmentLimit = 101 },
        ["end-too-early"] = _ => new EndStructure("XAFB", Day("2026-01-01")),
        ["tables-malformed"] = _ => new AdoptCodeTables(CodeTablesFile.Shipped with { Edition = "x", ChangeCodes = [] }),
        ["mba-unknown"] = _ => Cylinder2() with { Mba = "XAZZ" },
        ["mba-not-in-force"] = _ => Cylinder2() with { Date = Day("2019-12-31") },
        ["kmp-unknown"] = _ => Cylinder2() with { Kmp = "A" },
        ["code-not-at-kmp"] = s => AtNarrowKmp(s) with { Code = "RN" },
        ["description-not-at-kmp"] = s => AtNarrowKmp(s) with { Description = "PHDF" },
        ["tables-missing"] = WithoutTables,
        ["change-code-unknown"] = _ => Cylinder2() with { Code = "QQ" },
        ["description-unknown"] = _ => Cylinder2() with { Description = "ZZZZ" },
        ["basis-unknown"] = _ => Cylinder2() with { Basis = "?" },
        ["basis-contradicts"] = _ => Cylinder2() with { Basis = "T" },
        ["date-in-future"] = _ => Cylinder2() with { Date = Day("2027-01-01") },
        ["date-before-opening"] = _ => Cylinder2() with { Date = Day("2025-06-30") },
        ["period-closed"] = s => Closed(s, Cylinder2() with { Date = Day("2025-07-03") }),
        ["period-open"] = _ => new RecordLateChanges([Cylinder2()], "found in the archive"),
        ["reason-missing"] = _ => new RecordLateChanges([Cylinder2()], " "),
        ["batch-name-malformed"] = _ => Cylinder2() with { Batch = "cyl#2" },
        ["batch-unknown"] = _ => Shipment() with { Batch = "NONE" },
        ["batch-name-used"] = _ => Cylinder2() with { Batch = "CYL" },
        ["batch-short"] = _ => Shipment() with { Weights = [Weight.Enriched(G(1_000_001), G(44_000))] },
        ["items-short"] = _ => Shipment() with { Items = 3 },
        ["items-missing"] = _ => Cylinder2() with { Items = 0 },
        ["weights-missing"] = _ => Cylinder2() with { Weights = [] },
        ["weight-negative"] = _ => Cylinder2() with { Weights = [Weight.Enriched(G(-1), G(0))] },
        ["isotope-exceeds-element"] = _ => Cylinder2() with { Weights = [Weight.Enriched(G(1), G(2))] },
        ["enrichment-outside"] = _ => Cylinder2() with { Weights = [Weight.Enriched(G(1_000), G(51))] },
        ["category-change-unbalanced"] = _ => Depletion(),
        ["rebatching-unbalanced"] = _ => Unbalanced(),
        ["field-missing"] = _ => Cylinder2() with { ShipperBatch = null },
        ["consent-missing"] = _ => Shipment() with { Code = "TW", To = null },
        ["special-report-missing"] = _ => Shipment() with { Code = "LA", To = null },
        ["partner-wrong"] = _ => Shipment() with { To = "FR" },
        ["difference-without-receipt"] = s => Difference(s),
        ["production-without-loss"] = s => Production(s),
        ["irradiated-without-production"] = s => Irradiated(s),
        ["exemption-limit"] = s => Exemption(s),
        ["counter-ledger-short"] = _ => Cylinder2() with { Batch = "CYL", Code = "FW", Basis = "L" },
        ["reference-used"] = Referenced,
        ["opened-already"] = _ => new OpenBook("XAFB", Day("2025-06-30"), []),
        ["not-opened"] = s => NotOpened(s),
        ["listed-twice"] = _ => new TakeInventory("XAFB", Day("2026-06-30"), [new(2, Listed()), new(3, Listed())]),
        ["listed-unknown"] = _ => new TakeInventory("XAFB", Day("2026-06-30"), [new(2, Listed() with { Batch = "X" })]),
        ["inventory-missing"] = _ => new CloseBalance("XAFB", Day("2026-06-30")),
        ["item-difference"] = s => ItemDifference(s),
        ["closing-overdraws"] = s => Overdrawn(s),
        ["target-unknown"] = _ => new CorrectChanges([new(0)], "no such line"),
        ["target-superseded"] = s => Superseded(s),
        ["correction-empty"] = s => new CorrectChanges([new(s.Last, Cylinder())], "nothing"),
        ["correction-moves-mba"] = s => new CorrectChanges([new(s.Last, Cylinder() with { Mba = "XACA" })], "moved"),
        ["report-period-wrong"] = s => Reported(s),
        ["report-nothing"] = _ => new PrepareReport("XAFB", ReportType.Mbr, Day("2026-06-30")),
        ["report-date-wrong"] = _ => new PrepareReport("XAFB", ReportType.Icr, Day("2025-07-31"), Day("2025-07-30")),
        ["report-unknown"] = _ => new DispatchReport("XAFB", ReportType.Icr, 9, "letter 1"),
        ["report-dispatched-already"] = s => Dispatched(s),
        ["reference-missing"] = s => Prepared(s, new DispatchReport("XAFB", ReportType.Icr, 1, " ")),
        ["too-many-rows"] = _ => new RecordLateChanges([.. Enumerable.Repeat(Cylinder2(), 200_001)], "many"),
        ["no-rows"] = _ => new RecordChanges([]),
    };

    /// <summary>Refused by queries, whose tests produce them.</summary>
    private static readonly string[] OfQueries = ["profile-unknown"];

    public static TheoryData<string> Codes => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Is_produced_by_a_bad_variant_of_a_good_command(string code)
    {
        using var scenario = WithCylinder();
        var command = Cases[code](scenario);
        var before = scenario.Last;
        Assert.Contains(code, scenario.Refused(command));
        Assert.Equal(before, scenario.Last);
    }

    [Theory]
    [InlineData("two\nlines", true)]
    [InlineData("a\0b", false)]
    public void A_reason_has_lines_but_no_control_characters(string reason, bool isTaken)
    {
        using var scenario = WithCylinder();
        Assert.Equal(!isTaken, scenario.Refused(new RecordLateChanges([Cylinder2()], reason)).Contains("reason-missing"));
    }

    [Fact]
    public void A_reason_has_500_characters_at_most()
    {
        using var scenario = WithCylinder();
        Assert.DoesNotContain("reason-missing", scenario.Refused(new RecordLateChanges([Cylinder2()], new string('x', 500))));
        Assert.Contains("reason-missing", scenario.Refused(new RecordLateChanges([Cylinder2()], new string('x', 501))));
    }

    [Fact]
    public void Every_declared_code_has_a_case_and_both_languages()
    {
        var declared = RefusalCatalogue.Of(typeof(MaterialsRefusals));
        Assert.All(declared, c => Assert.All(
            new[] { c.Message.En, c.Message.Zh, c.Remedy.En, c.Remedy.Zh }, text => Assert.NotEmpty(text)));
        Assert.Equal(
            declared.Select(c => c.Code["materials.".Length..]).Order(),
            Cases.Keys.Concat(OfQueries).Order());
    }

    [Fact]
    public void The_good_commands_that_the_cases_vary_are_taken()
    {
        using var scenario = WithCylinder();
        scenario.Do(Cylinder2());
        scenario.Do(Shipment());
        scenario.Do(Area());
    }

    private static MaterialBalanceArea Area() =>
        new("XAST", "XA-F", "Store", "貯存區", AccountingKind.Item, 20m, Day("2021-01-01"));

    private static InventoryChange Cylinder2() => Cylinder() with { Batch = "CYL2", Date = Day("2025-07-03") };

    private static InventoryChange Shipment() => new("XAFB", Day("2025-08-01"), "SD", "CYL", 1, "U6CF", "L",
        [Weight.Enriched(G(10), G(0.44m))], "2", "XAFB", "XARA");

    private static InventoryChange Depletion() => Shipment() with
    {
        Code = "ED",
        To = null,
        Weights = [Weight.Enriched(G(1_000), G(44)), Weight.Of('D', G(999))],
    };

    private static RecordChanges Unbalanced()
    {
        var minus = Shipment() with { Code = "RM", To = null, Operation = "OP1" };
        var plus = minus with { Code = "RP", Batch = "NEW", Basis = "M", Weights = [Weight.Enriched(G(9), G(0.4m))] };
        return new([new(2, minus), new(3, plus)]);
    }

    private static InventoryItem Listed() => new("CYL", "A", 2, "U6CF", "L", [Weight.Enriched(G(1_000_000), G(44_000))]);

    private static InventoryChange AtNarrowKmp(Scenario s)
    {
        s.Do(new KeyMeasurementPoint("XAFB", "9", KmpKind.Flow, "Narrow", "窄", Day("2020-01-01"), ["RD"], ["U6C?"]));
        return Cylinder2() with { Kmp = "9" };
    }

    private static object WithoutTables(Scenario s)
    {
        s.Do(new Facility("XA-O", "Old", "舊", FacilityKind.Storage, Day("1950-01-01")));
        s.Do(new MaterialBalanceArea("XAOL", "XA-O", "Old", "舊", AccountingKind.Item, 5m, Day("1950-01-01")));
        return new OpenBook("XAOL", Day("1960-01-01"), []);
    }

    private static DispatchReport Dispatched(Scenario s)
    {
        var dispatch = new DispatchReport("XAFB", ReportType.Icr, 1, "letter 1");
        Prepared(s, dispatch);
        s.Do(dispatch);
        return dispatch;
    }

    private static DispatchReport Prepared(Scenario s, DispatchReport dispatch)
    {
        Reported(s);
        return dispatch;
    }

    private static object Closed(Scenario s, object command)
    {
        s.Do(new TakeInventory("XAFB", Day("2026-06-30"), [new(2, Listed())]));
        s.Do(new CloseBalance("XAFB", Day("2026-06-30")));
        return command;
    }

    private static InventoryChange Difference(Scenario s)
    {
        var minus = Shipment() with { Code = "RM", To = null, Operation = "O" };
        s.Do(new RecordChanges([new(2, minus), new(3, minus with { Code = "RP", Batch = "PART", Basis = "M" })]));
        return Shipment() with { Code = "DI", Batch = "PART", From = "XACA", To = null, ShipperBatch = "CYL0417" };
    }

    private static void FuelAtReactor(Scenario s)
    {
        s.Do(new InventoryChange("XARA", Day("2025-09-01"), "RF", "FA1", 1, "EASF", "N",
            [Weight.Enriched(G(460_000), G(20_240))], "1", "FR"));
    }

    private static InventoryChange Production(Scenario s)
    {
        FuelAtReactor(s);
        return new("XARA", Day("2026-01-01"), "NP", "FA1", 1, "EASI", "T", [Weight.Of('P', G(5_000))], "2");
    }

    private static InventoryChange Irradiated(Scenario s)
    {
        FuelAtReactor(s);
        return new("XARA", Day("2026-01-01"), "SF", "FA1", 1, "EASI", "L",
            [Weight.Enriched(G(460_000), G(20_240))], "3", null, "FR");
    }

    private static InventoryChange Exemption(Scenario s)
    {
        s.Do(new InventoryChange("XAFB", Day("2025-07-05"), "RF", "TH", 1, "T2DF", "N", [Weight.Of('T', G(30_000_000))], "1", "FR"));
        return new("XAFB", Day("2025-07-06"), "EQ", "TH", 1, "T2DF", "L", [Weight.Of('T', G(20_000_001))], "2",
            Consent: "IAEA 2025/7");
    }

    private static InventoryChange Referenced(Scenario s)
    {
        s.Do(Cylinder2() with { Reference = "R-1" });
        return Cylinder2() with { Reference = "R-1", Batch = "CYL3" };
    }

    private static InventoryChange NotOpened(Scenario s)
    {
        s.Do(Area());
        return Cylinder2() with { Mba = "XAST" };
    }

    private static object ItemDifference(Scenario s)
    {
        FuelAtReactor(s);
        s.Do(new TakeInventory("XARA", Day("2026-06-30"), []));
        return new CloseBalance("XARA", Day("2026-06-30"));
    }

    private static object Overdrawn(Scenario s)
    {
        s.Do(Shipment() with { Date = Day("2026-07-01"), Weights = [Weight.Enriched(G(1_000_000), G(44_000))], Items = 2 });
        s.Do(new TakeInventory("XAFB", Day("2026-06-30"),
            [new(2, Listed() with { Weights = [Weight.Enriched(G(999_000), G(43_956))] })]));
        return new CloseBalance("XAFB", Day("2026-06-30"));
    }

    private static object Superseded(Scenario s)
    {
        var entry = s.Last;
        s.Do(new CorrectChanges([new(entry, Cylinder() with { Note = "seen" })], "a remark"));
        return new CorrectChanges([new(entry)], "again");
    }

    private static object Reported(Scenario s)
    {
        s.Do(new PrepareReport("XAFB", ReportType.Icr, Day("2025-07-31"), Day("2025-08-20")));
        return new PrepareReport("XAFB", ReportType.Icr, Day("2025-07-31"), Day("2025-08-21"));
    }
}

using System.Globalization;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Commitments.Law;
using Custodia.Commitments.Missions.Commands;
using Custodia.Materials;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Measurement;
using Custodia.Materials.Reports;
using Custodia.Materials.Structure;
using Custodia.Quantities;
using Custodia.Server.Hosting;
using Custodia.Server.Reading;

namespace Custodia.Browser.Tests;

/// <summary>
/// A State small enough to be checked by hand: a conversion plant, a fuel plant with a closed balance and a late
/// difference, a reactor, and a shipment that nobody received.
/// </summary>
internal sealed class SmallState(DataFolder folder)
{
    private readonly Desk _desk = new(folder, () => Caller.House("registrar"));

    public async Task Fill()
    {
        await FirstContent.Fill(folder, withSample: false, _ => { });
        await Do(new NameState("ZL", "State of Zedland", "澤德蘭國"));
        await Structure();
        await Openings();
        await PlantYear();
        await Reactor();
        await Close();
        await Reports();
        await Law();
        await Missions();
        await Methods();
    }

    /// <summary>Corrects a stock by 220 kg: more is missing than measurement explains.</summary>
    public async Task Lose()
    {
        var line = folder.Materials.Mbas["ZLFB"].Inventories[0].Lines.Find(line => line.Item.Batch == "UF6-STOCK")!;
        await Do(new CorrectInventory("ZLFB", Day("2026-06-30"), line.Stamp.Sequence, "Weighed again",
            line.Item with { Weights = [Weight.Enriched(G(8_900_000), G(391_600))] }));
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Mass G(decimal grams) => Mass.FromGrams(grams);

    private async Task Structure()
    {
        await Do(new Facility("ZL-C", "Northmoor Conversion Plant", "北原轉化廠",
            FacilityKind.Conversion, Day("2020-01-01")));
        await Do(new Facility("ZL-F", "Eastholm Fuel Plant", "東洲燃料廠", FacilityKind.Fabrication, Day("2020-01-01")));
        await Do(new Facility("ZL-R", "Lakeside Power Station", "湖畔核能發電廠",
            FacilityKind.PowerReactor, Day("2020-01-01")));
        await Mba("ZLCA", "ZL-C", "Conversion", "轉化區", AccountingKind.Bulk);
        await Mba("ZLFB", "ZL-F", "Fuel fabrication", "燃料製造區", AccountingKind.Bulk);
        await Mba("ZLRA", "ZL-R", "Reactor and pools", "反應器與燃料池", AccountingKind.Item);
    }

    private async Task Mba(string code, string facility, string en, string zh, AccountingKind kind)
    {
        var from = Day("2020-01-01");
        await Do(new MaterialBalanceArea(code, facility, en, zh, kind, 5m, from));
        await Do(new KeyMeasurementPoint(code, "1", KmpKind.Flow, "Receipts", "接收", from));
        await Do(new KeyMeasurementPoint(code, "2", KmpKind.Flow, "Shipments", "發貨", from));
        await Do(new KeyMeasurementPoint(code, "3", KmpKind.Flow, "Other changes", "其他變動", from));
        await Do(new KeyMeasurementPoint(code, "A", KmpKind.Inventory, "Store", "貯存區", from));
        await Do(new KeyMeasurementPoint(code, "B", KmpKind.Inventory, "Process", "製程區", from));
        await Do(new KeyMeasurementPoint(code, "C", KmpKind.Inventory, "Scrap and waste", "廢料區", from));
    }

    private async Task Methods()
    {
        async Task Method(string code, string en, string zh, MeasuredQuantity measures, decimal random, decimal systematic, params string[] forms) =>
            await Do(new MeasurementMethod("ZLFB", code, en, zh, measures, random, systematic, "certificate 7", Day("2025-06-30"),
                ["1", "2", "3", "A", "B", "C"], forms, PerItem: measures is not MeasuredQuantity.Sampling));
        await Method("SCALE", "Plant scale", "廠區磅秤", MeasuredQuantity.Bulk, 0.05m, 0.05m, "U6CF", "PHDF", "EASF");
        await Method("SAMPLE", "Sampling", "取樣", MeasuredQuantity.Sampling, 0.1m, 0.05m, "U6CF", "PHDF", "EASF");
        await Method("COUNTER", "Scrap counter", "廢料計測器", MeasuredQuantity.Nda, 5, 2, "SNDF", "AMDW");
        await Do(new RecalibrateMethod("ZLFB", "SCALE", Day("2026-07-01"), "certificate 7", SystematicPercent: 0.04m));
    }

    private async Task Law()
    {
        await Do(new EnactLaw("NSA-2012", LawKind.Act, "Nuclear Security Act", "核子保安法", "12/2012", Day("2012-07-01"), 5));
        await Do(new AddClause("NSA-2012", "7", Day("2012-07-01"), "Theft of nuclear material", "竊取核物料", RuleStyle.Prescriptive, "5 years", "五年"));
        await Do(new AmendClause("NSA-2012", "7", Day("2016-01-01"), "Theft or robbery of nuclear material", "竊盜或強盜核物料", "9/2015",
            RuleStyle.PerformanceBased, "9 years", "九年"));
        await Do(new MapDuty("ACPPNM-7.1b", "NSA-2012", "7", "gv-04", Entry: 60));
        await Do(new ReviewLaw("NSA-2012", Day("2017-06-15"), "4/2017"));
    }

    private async Task Openings()
    {
        var day = Day("2025-06-30");
        await Do(new OpenBook("ZLCA", day,
        [
            new(2, new("CYL-R", "A", 20, "U6CF", "M", [Weight.Enriched(G(30_400_000), G(1_337_600))])),
            new(3, new("UNH-1", "B", 3, "LNTF", "M", [Weight.Of('N', Mass.FromKilograms(18_250))])),
            new(4, new("TAILS-1", "A", 12, "U6CF", "M", [Weight.Of('D', Mass.FromKilograms(96_400))])),
        ]));
        await Do(new OpenBook("ZLFB", day,
        [
            new(2, new("UF6", "A", 5, "U6CF", "N", [Weight.Enriched(G(7_600_000), G(334_400))])),
            new(3, new("POWDER", "B", 60, "PHDF", "M", [Weight.Enriched(G(1_200_000), G(52_800))])),
            new(4, new("SCRAP", "C", 40, "SNDF", "M", [Weight.Enriched(G(200_000), G(8_800))])),
        ]));
        await Do(new OpenBook("ZLRA", day,
            [new(2, new("FA2401-07", "A", 4, "EASF", "N", [Weight.Enriched(G(1_841_200), G(81_013))]))]));
    }

    private async Task PlantYear()
    {
        await Do(Change("ZLCA", "SD", "CYL-R", 20, "U6CF", "T", "2", "2025-07-14", 30_400_000, 1_337_600, to: "ZLFB"));
        await Do(Change("ZLFB", "RD", "CYL-R", 20, "U6CF", "N", "1", "2025-07-15",
            30_400_000, 1_337_600, from: "ZLCA"));
        await Do(Rebatch("CYL-R", "FA2601", "EASF", 60, "2026-01-10", 27_600_000, 1_214_400));
        await Do(Change("ZLFB", "SD", "FA2601", 60, "EASF", "T", "2", "2026-02-01", 27_600_000, 1_214_400, to: "ZLRA"));
        await Do(Rebatch("SCRAP", "WASTE-1", "AMDW", 200, "2026-03-01", 15_000, 660));
        var waste = Change("ZLFB", "TW", "WASTE-1", 200, "AMDW", "T", "3", "2026-03-02", 14_000, 616,
            from: "ZLFB", to: "ZLFB");
        var entry = await Do(waste with { Consent = "waste arrangement 3" });
        var corrected = Change("ZLFB", "TW", "WASTE-1", 200, "AMDW", "T", "3", "2026-03-02", 15_000, 660,
            from: "ZLFB", to: "ZLFB");
        await Do(new CorrectChanges([new(entry, corrected with { Consent = "waste arrangement 3" })],
            "Weight misread on the ticket"));
        await Do(Rebatch("POWDER", "FA2606", "EASF", 1, "2026-07-03", 460_000, 20_240, taken: 20));
        await Do(Change("ZLFB", "SD", "FA2606", 1, "EASF", "T", "2", "2026-07-05", 460_000, 20_240, to: "ZLRA"));
    }

    private async Task Reactor()
    {
        await Do(Change("ZLRA", "RD", "FA2601", 60, "EASF", "N", "1", "2026-02-02",
            27_600_000, 1_214_400, from: "ZLFB"));
        InventoryChange Burnt(string code, Weight weight) =>
            new("ZLRA", Day("2026-05-20"), code, "FA2401-07", 4, "EASI", "T",
            [weight], "3", Operation: "DISCHARGE-1", BurnUp: 45_000);
        await Do(new RecordChanges(
        [
            new(2, Burnt("LN", Weight.Enriched(G(109_250), G(67_113)))),
            new(3, Burnt("NP", Weight.Of('P', G(17_940)))),
        ]));
    }

    private async Task Close()
    {
        var day = Day("2026-06-30");
        await Do(new TakeInventory("ZLFB", day,
        [
            new(2, new("UF6-STOCK", "A", 6, "U6CF", "M", [Weight.Enriched(G(9_120_000), G(401_280))])),
            new(3, new("POW-2606", "B", 122, "PHDF", "M", [Weight.Enriched(G(1_983_200), G(87_261))])),
            new(4, new("POWDER", "B", 20, "PHDF", "M", [Weight.Enriched(G(460_000), G(20_240))])),
            new(5, new("SCR-2606", "C", 43, "SNDF", "M", [Weight.Enriched(G(215_000), G(9_460))])),
        ]));
        await Do(new CloseBalance("ZLFB", day));
        await Do(new RecordLateChanges(
            [Change("ZLFB", "DI", "CYL-R", 20, "U6CF", "L", "1", "2026-06-20", 900, 40, from: "ZLCA", to: "ZLFB")],
            "Found when the weighing was evaluated"));
    }

    private async Task Reports()
    {
        await Do(new PrepareReport("ZLFB", ReportType.Icr, Day("2025-07-31"), Day("2025-08-20")));
        await Do(new PrepareReport("ZLFB", ReportType.Icr, Day("2026-01-31"), Day("2026-03-12")));
        await Do(new PrepareReport("ZLFB", ReportType.Pil, Day("2026-06-30")));
        await Do(new PrepareReport("ZLFB", ReportType.Mbr, Day("2026-06-30")));
    }

    private async Task Missions()
    {
        await Do(new RequestMission("ippas-2021", "ippas", Day("2020-02-03"), ["1", "2"], Document: "L-1"));
        await Do(new HoldMission("ippas-2021", Day("2021-04-05"), Day("2021-04-16")));
        await Do(new RecordFinding("ippas-2021", "R1", FindingKind.Recommendation, Day("2021-09-01"), "Mend the second gate", "1",
            Owner: "ZL", Due: Day("2026-07-01")));
        await Do(new RecordFinding("ippas-2021", "G1", FindingKind.GoodPractice, Day("2021-09-01"), "Mend the second gate"));
        await Do(new OpenAction("ex-2026-01", "Mend the second gate", "ZL", Day("2026-05-04"), Day("2026-08-01"), "EX-1"));
        await Do(new ReportAction("ex-2026-01", Day("2026-06-01"), "D-1"));
        await Do(new AdoptPlan("2013", "2006", Day("2013-04-15"), "D-2"));
        await Do(new AddPlanAction("inssp-01", "3", "Mend the second gate", ActionPriority.High, "ZL", Day("2013-04-15"), Day("2015-01-01")));
        await Do(new AdoptPlan("2020", "2018", Day("2020-09-21"), "D-3"));
        await Do(new ReviewPlan(Day("2024-09-21"), "D-4"));
        await Do(new OpenAssessment("self-2026", Day("2026-06-01"), ["th", "fo"]));
        await Do(new AnswerQuestion("self-2026", "th-01", AnswerChoice.Yes, Day("2026-06-02"), "D-5"));
        await Do(new AnswerQuestion("self-2026", "th-02", AnswerChoice.No, Day("2026-06-02"), Note: "Mend the second gate"));
        await Do(new AssessGuidance("nss-13", Day("2020-06-02"), "D-6", 1));
    }

    private static InventoryChange Change(string mba, string code, string batch, int items, string description,
        string basis,
        string kmp, string day, decimal uranium, decimal fissile, string? from = null, string? to = null) =>
        new(mba, Day(day), code, batch, items, description, basis, [Weight.Enriched(G(uranium), G(fissile))], kmp,
            from ?? mba, to ?? mba, code is "RD" or "DI" ? batch : null);

    private static RecordChanges Rebatch(
        string from, string to, string description, int items, string day, decimal uranium, decimal fissile,
        int taken = 1)
    {
        IReadOnlyList<Weight> weights = [Weight.Enriched(G(uranium), G(fissile))];
        return new(
        [
            new(2, new("ZLFB", Day(day), "RM", from, taken, "U6CF", "T", weights, "3", Operation: $"OP-{to}")),
            new(3, new("ZLFB", Day(day), "RP", to, items, description, "M", weights, "3", Operation: $"OP-{to}")),
        ]);
    }

    /// <summary>Gives a command that must be taken; returns the number of its first entry.</summary>
    private async Task<long> Do(object command) => await _desk.Do(command, Guid.NewGuid()) switch
    {
        Outcome.Recorded recorded => recorded.First,
        Outcome.Refused refused =>
            throw new InvalidOperationException($"{command}: {string.Join("\n", refused.Refusals)}"),
        _ => throw new InvalidOperationException("Neither taken nor refused."),
    };
}

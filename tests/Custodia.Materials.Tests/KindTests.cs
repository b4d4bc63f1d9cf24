using System.Text;
using System.Text.Json;
using Custodia.Books;
using Custodia.Materials.Evaluation;
using Custodia.Materials.Ledger;
using Custodia.Materials.Measurement;
using Custodia.Materials.Reports;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;
using Custodia.Statistics.Balances;
using Custodia.Testing;
using static Custodia.Materials.Tests.Scenario;

namespace Custodia.Materials.Tests;

/// <summary>What stands in a journal lives for ever: each kind and version against its golden file.</summary>
public sealed class KindTests
{
    private static readonly Fact[] Facts =
    [
        new StateNamed("XA", "Xanadu", "仙那度"),
        new CodeTablesAdopted(new CodeTables("iaea", "e1", "test", Day("1970-03-05"),
            [new("RD", "Receipt", "接收", ChangeEffect.Increase, true, ["from"], "domestic", null)],
            [new("U6", "UF6", "六氟化鈾")], [new("C", "Cylinder", "鋼瓶")], [new("F", "Fresh", "新鮮")], [new("M", "Measured", "量測")])),
        new FacilityRegistered(new("XA-F", "Fuel plant", "燃料廠", FacilityKind.Fabrication, Day("2020-01-01"))),
        new LicenceRecorded(new("XA-F", "L-7 執照", Day("2020-01-01"), Day("2029-12-31"))),
        new MbaRegistered(new("XAFB", "XA-F", "Process", "製程區", AccountingKind.Bulk, 4.95m, Day("2020-01-01"))),
        new KmpRegistered(new("XAFB", "1", KmpKind.Flow, "Receipt", "接收", Day("2020-01-01"), ["RD"], ["U6C?"])),
        new StructureEnded("XAFB", "1", Day("2026-01-01")),
        new FileReceived(new("a.csv", new string('a', 64), 120), "changes", 3, 2, []),
        new InitialInventoryListed("XAFB", Day("2025-06-30"), Item(), SourceRow.Of(new string('a', 64), 2)),
        new BookOpened("XAFB", Day("2025-06-30"), 1),
        new InventoryChanged(Change(), SourceRow.Of(new string('a', 64), 3), "found in the archive"),
        new ChangeCorrected(7, "XAFB", Change(), "misread"),
        new InventoryItemListed("XAFB", Day("2026-06-30"), Item(), null),
        new InventoryTaken("XAFB", Day("2026-06-30"), 1),
        new InventoryItemCorrected(9, "XAFB", Day("2026-06-30"), Item(), "misread"),
        new BalanceClosed("XAFB", Day("2025-07-01"), Day("2026-06-30"), [new("MF", Item().Weights[0])], "SR 1"),
        new ReportPrepared("XAFB", ReportType.Icr, 1, Day("2025-07-01"), Day("2025-07-31"), Day("2025-08-20"), [new(7, 3)]),
        new ReportDispatched("XAFB", ReportType.Icr, 1, Day("2025-08-21"), "letter 7"),
        new MethodRegistered(new("XAFB", "SCALE-A", "Scale A", "A 號磅秤", MeasuredQuantity.Bulk, 0.05m, 0.03m, "certificate 7",
            Day("2025-07-01"), ["1", "A"], ["U6C?"], true, 0.5m, 0.25m)),
        new MethodRecalibrated("XAFB", "SCALE-A", Day("2025-12-01"), new(0.05m, 0.02m, 0.5m, 0.25m), "certificate 8"),
        new MethodWithdrawn("XAFB", "SCALE-A", Day("2026-01-31"), "broken"),
        new AlarmClosed("XAFB", new('E', 'G'), Day("2026-06-30"), "a drum was listed twice", [AlarmTest.Sitmuf, AlarmTest.Page], true, 0.25m, 0.01m,
            RandomErrorModel.Total, true),
        new AlarmReopened("XAFB", 31, "the drum was not listed twice"),
    ];

    public static TheoryData<string> Names => [.. MaterialsKinds.Table.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_version_that_was_ever_written_is_read_and_the_newest_is_written_byte_for_byte(string name) =>
        GoldenKinds.Check(MaterialsKinds.Table.Find(name)!, Facts);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_body_with_a_property_that_no_version_has_is_refused(string name) =>
        GoldenKinds.CheckStrange(MaterialsKinds.Table.Find(name)!);

    [Fact]
    public void A_damaged_change_is_refused_with_a_json_error_and_nothing_else()
    {
        var kind = MaterialsKinds.Table.Find("inventory-changed")!;
        var good = Encoding.UTF8.GetBytes(GoldenKinds.Write(kind, Facts.OfType<InventoryChanged>().Single()));
        var random = new Random(7);
        for (var run = 0; run < 20_000; run++)
        {
            var bad = good.ToArray();
            bad[random.Next(bad.Length)] = (byte)random.Next(256);
            if (random.Next(4) == 0)
                bad = bad[..random.Next(bad.Length)];
            var exception = Record.Exception(() => kind.Read(bad, 1));
            Assert.True(exception is null or JsonException or InvalidOperationException or FormatException, exception?.ToString());
        }
    }

    private static InventoryChange Change() => new("XAFB", Day("2026-06-04"), "RD", "CYL0417", 2, "U6CF", "N",
        [Weight.Enriched(G(3_040_000), G(133_760.5m)), Weight.Of('P', G(0.000001m))], "1", "XACA", "XAFB", "CYL0417", "OP-1",
        "consent 1", "special 1", 45_000.5m, "R-1", "line\n\"two\" 批次", Day("2026-06-05"));

    private static InventoryItem Item() =>
        new("CYL", "A", 2, "U6CF", "L", [Weight.Enriched(G(1_000), G(44))], "note");
}

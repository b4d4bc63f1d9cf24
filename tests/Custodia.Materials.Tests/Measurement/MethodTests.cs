using System.Text;
using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Measurement;
using Custodia.Testing;
using static Custodia.Materials.Tests.Scenario;

namespace Custodia.Materials.Tests.Measurement;

public sealed class MethodTests
{
    private static readonly Dictionary<string, Func<Scenario, object>> Cases = new()
    {
        ["method-errors-outside"] = _ => Scale() with { RandomPercent = 101 },
        ["method-source-missing"] = _ => Scale() with { Source = "a\nb" },
        ["method-pattern-malformed"] = _ => Scale() with { Descriptions = ["U6"] },
        ["method-ambiguous"] = s => Registered(s, Scale() with { Code = "OTHER", Descriptions = ["???F"] }),
        ["method-unknown"] = _ => Cylinder() with { Batch = "CYL2", Methods = ["NONE"] },
        ["methods-outside"] = s => Registered(s, Cylinder() with { Batch = "CYL2", Methods = ["SCALE-A", "SCALE-A"] }),
        ["method-date-outside"] = s => Registered(s, new RecalibrateMethod("XAFB", "SCALE-A", Day("2025-07-01"), "same day")),
        ["method-reason-missing"] = s => Registered(s, new RecalibrateMethod("XAFB", "SCALE-A", Day("2025-12-01"), " ")),
        ["mba-unknown"] = _ => Scale() with { Mba = "XAZZ" },
        ["code-malformed"] = _ => Scale() with { Code = "scale a" },
        ["code-taken"] = s => Registered(s, Scale() with { Kmps = null }),
        ["name-missing"] = _ => Scale() with { NameZh = " " },
        ["kmp-unknown"] = _ => Scale() with { Kmps = ["Z"] },
        ["mba-not-in-force"] = _ => Scale() with { From = Day("2019-12-31") },
    };

    public static TheoryData<string> Codes => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Is_refused_whole(string code)
    {
        using var s = WithCylinder();
        var command = Cases[code](s);
        var before = s.Last;
        Assert.Contains(code, s.Refused(command));
        Assert.Equal(before, s.Last);
    }

    [Fact]
    public void Every_declared_code_has_a_case_and_both_languages()
    {
        var declared = RefusalCatalogue.Of(typeof(MethodRefusals));
        Assert.All(declared, c => Assert.All(
            new[] { c.Message.En, c.Message.Zh, c.Remedy.En, c.Remedy.Zh }, text => Assert.NotEmpty(text)));
        Assert.Empty(declared.Select(c => c.Code["materials.".Length..]).Except(Cases.Keys));
    }

    [Theory]
    [InlineData("-0.1", "0", "0", "0")]
    [InlineData("0.1234567", "0", "0", "0")]
    [InlineData("0", "100.1", "0", "0")]
    [InlineData("0", "0", "1000000001", "0")]
    [InlineData("0", "0", "0", "-1")]
    [InlineData("0", "0", "0", "0")]
    [InlineData("1", "0", "0", "7")]
    public void Errors_that_cannot_be_are_refused(string random, string systematic, string randomGrams, string systematicGrams)
    {
        using var s = Small();
        var bad = Scale() with
        {
            RandomPercent = Number(random),
            SystematicPercent = Number(systematic),
            RandomGrams = Number(randomGrams),
            SystematicGrams = Number(systematicGrams),
            PerItem = systematicGrams == "7",
        };
        Assert.Equal(["method-errors-outside"], s.Refused(bad));
    }

    [Fact]
    public void A_calibration_keeps_the_errors_that_it_does_not_name_and_is_seen_from_its_day_and_entry_on()
    {
        using var s = Small();
        s.Do(Scale());
        var before = s.Now;
        s.Do(new RecalibrateMethod("XAFB", "SCALE-A", Day("2025-12-01"), "weights replaced", SystematicPercent: 0.03m));
        s.Do(new RecalibrateMethod("XAFB", "SCALE-A", Day("2026-02-01"), "yearly"));
        var row = Assert.Single(MethodQueries.Ask(s.Book, new("XAFB"), s.Now).Value!.Methods);
        Assert.Equal([0.05m, 0.03m, 0.03m], row.Calibrations.Select(one => one.Errors.SystematicPercent));
        Assert.All(row.Calibrations, one => Assert.Equal(0.05m, one.Errors.RandomPercent));
        Assert.Equal(["certificate 7", "weights replaced", "yearly"], row.Calibrations.Select(one => one.Reason));
        var asOf = MethodQueries.Ask(s.Book, new("XAFB"), s.Now with { AsOf = Day("2026-01-31") }).Value!.Methods[0];
        Assert.Equal(2, asOf.Calibrations.Count);
        Assert.Single(MethodQueries.Ask(s.Book, new("XAFB"), before).Value!.Methods[0].Calibrations);
        Assert.Empty(MethodQueries.Ask(s.Book, new("XAFB"), before with { AsOf = Day("2025-06-30") }).Value!.Methods);
        Assert.Contains("materials.mba-unknown", MethodQueries.Ask(s.Book, new("XAZZ"), s.Now).Refusals.Select(r => r.Code));
    }

    [Fact]
    public void A_withdrawn_method_may_be_named_until_its_last_day_and_makes_room_for_another()
    {
        using var s = Small();
        s.Do(Scale());
        s.Do(new WithdrawMethod("XAFB", "SCALE-A", Day("2025-12-31"), "broken"));
        s.Do(Cylinder() with { Methods = ["SCALE-A"] });
        var late = Cylinder() with { Batch = "CYL2", Date = Day("2026-01-01"), Methods = ["SCALE-A"] };
        Assert.Equal(["method-unknown"], s.Refused(late));
        Assert.Equal(["method-unknown"], s.Refused(new WithdrawMethod("XAFB", "SCALE-A", Day("2026-01-31"), "twice")));
        Assert.Equal(["method-ambiguous"], s.Refused(Scale() with { Code = "SCALE-B", From = Day("2025-12-31") }));
        s.Do(Scale() with { Code = "SCALE-B", From = Day("2026-01-01") });
        Assert.Equal(["code-taken"], s.Refused(Scale() with { From = Day("2026-06-01"), Kmps = null }));
    }

    [Fact]
    public void A_method_serves_the_lines_of_its_KMPs_and_descriptions()
    {
        using var s = Small();
        s.Do(Scale() with { Kmps = ["1", "A"], Descriptions = ["U6C?", "PHDF"] });
        var method = s.Book.Mbas["XAFB"].Methods[0];
        Assert.True(method.Serves("1", "U6CF"));
        Assert.True(method.Serves("A", "PHDF"));
        Assert.False(method.Serves("B", "PHDF"));
        Assert.False(method.Serves("1", "EASF"));
        Assert.False(method.Serves(null, "U6CF"));
        Assert.False(method.IsInForce(Day("2025-06-30"), View.Everything));
    }

    [Fact]
    public void Lines_keep_the_methods_that_they_name_in_the_journal_too()
    {
        using var s = WithCylinder();
        s.Do(Scale() with { Kmps = null });
        var entry = s.Do(Cylinder() with { Batch = "CYL2", Methods = ["SCALE-A"] });
        s.Do(new TakeInventory("XAFB", Day("2026-06-30"), [new(2, new("CYL2", "A", 2, "U6CF", "L",
            [Weight.Enriched(G(1_000_000), G(44_000))], Methods: ["SCALE-A"]))]));
        Assert.Equal(["SCALE-A"], s.Book.LineOf(entry)!.Change.Methods!);
        foreach (var fact in s.Recorded.Select(r => r.Fact).Where(f => f is InventoryChanged or InventoryItemListed))
        {
            var kind = MaterialsKinds.Table.Of(fact);
            var written = GoldenKinds.Write(kind, fact);
            Assert.Equal(written, GoldenKinds.Write(kind, kind.Read(Encoding.UTF8.GetBytes(written), kind.Version)));
        }

        Assert.Contains("\"methods\":[\"SCALE-A\"]", GoldenKinds.Write(
            MaterialsKinds.Table.Find("inventory-changed")!, s.Recorded[(int)entry].Fact), StringComparison.Ordinal);
        // The same record with other methods is another record.
        var again = Cylinder() with { Batch = "CYL3", Reference = "R-1", Methods = ["SCALE-A"] };
        s.Do(again);
        Assert.Equal(["reference-used"], s.Refused(new RecordChanges([new(2, again with { Methods = null })])));
    }

    private static MeasurementMethod Scale() => new("XAFB", "SCALE-A", "Scale A", "A 號磅秤", MeasuredQuantity.Bulk,
        0.05m, 0.05m, "certificate 7", Day("2025-07-01"), ["1", "A"], PerItem: true);

    private static object Registered(Scenario scenario, object command)
    {
        scenario.Do(Scale());
        return command;
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

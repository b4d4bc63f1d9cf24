using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;
using Custodia.Quantities;

namespace Custodia.Materials.Tests;

/// <summary>A book that tests give commands to, without a journal: what is decided is folded.</summary>
internal sealed class Scenario : IDisposable
{
    private readonly List<(Stamp Stamp, Fact Fact)> _recorded = [];

    public static DateTimeOffset Clock { get; } = new(2026, 12, 31, 12, 0, 0, TimeSpan.Zero);

    public MaterialsBook Book { get; } = new();

    /// <summary>Everything that was folded, for replays.</summary>
    public IReadOnlyList<(Stamp Stamp, Fact Fact)> Recorded => _recorded;

    /// <summary>The number of the last entry.</summary>
    public long Last => _recorded.Count - 1;

    /// <summary>Everything.</summary>
    public View Now => new(_recorded.Count, DateOnly.MaxValue);

    public static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public static Mass G(decimal grams) => Mass.FromGrams(grams);

    /// <summary>State XA with the shipped tables, a bulk plant XAFB, its supplier XACA, a reactor XARA; books open and empty.</summary>
    public static Scenario Small()
    {
        var scenario = new Scenario();
        scenario.Do(new NameState("XA", "Xanadu", "仙那度"));
        scenario.Do(new AdoptCodeTables(CodeTablesFile.Shipped));
        scenario.Do(new Facility("XA-F", "Fuel plant", "燃料廠", FacilityKind.Fabrication, Day("2020-01-01")));
        scenario.Do(new Facility("XA-C", "Conversion plant", "轉化廠", FacilityKind.Conversion, Day("2020-01-01")));
        scenario.Do(new Facility("XA-R", "Reactor", "反應器", FacilityKind.PowerReactor, Day("2020-01-01")));
        scenario.Mba("XAFB", "XA-F", AccountingKind.Bulk, 5m);
        scenario.Mba("XACA", "XA-C", AccountingKind.Bulk, 5m);
        scenario.Mba("XARA", "XA-R", AccountingKind.Item, 5m);
        foreach (var mba in new[] { "XAFB", "XACA", "XARA" })
            scenario.Do(new OpenBook(mba, Day("2025-06-30"), []));
        return scenario;
    }

    /// <summary><see cref="Small"/>, with batch CYL of enriched uranium (1,000 kg at 4.4 %) received from XACA.</summary>
    public static Scenario WithCylinder()
    {
        var scenario = Small();
        scenario.Do(Cylinder());
        return scenario;
    }

    public static InventoryChange Cylinder() => new("XAFB", Day("2025-07-02"), "RD", "CYL", 2, "U6CF", "N",
        [Weight.Enriched(G(1_000_000), G(44_000))], "1", "XACA", "XAFB", "CYL0417");

    public void Dispose() => Book.Dispose();

    public void Mba(string code, string facility, AccountingKind kind, decimal limit)
    {
        Do(new MaterialBalanceArea(code, facility, code, code, kind, limit, Day("2020-01-01")));
        foreach (var kmp in "123")
            Do(new KeyMeasurementPoint(code, $"{kmp}", KmpKind.Flow, "Flow", "流動", Day("2020-01-01")));
        foreach (var kmp in "ABC")
            Do(new KeyMeasurementPoint(code, $"{kmp}", KmpKind.Inventory, "Store", "庫存", Day("2020-01-01")));
    }

    /// <summary>Gives a command that must be taken; returns the number of its first entry.</summary>
    public long Do(object command)
    {
        var first = _recorded.Count;
        switch (Decide(command))
        {
            case Decision.Accepted accepted:
                Fold(accepted.Facts);
                break;
            case Decision.Refused refused:
                Assert.Fail(string.Join("\n", refused.Refusals));
                break;
        }

        return first;
    }

    /// <summary>Gives a command that must be refused; returns the codes, without the book's name.</summary>
    public IReadOnlyList<string> Refused(object command)
    {
        var refused = Assert.IsType<Decision.Refused>(Decide(command));
        Assert.All(refused.Refusals, r => Assert.StartsWith("materials.", r.Code, StringComparison.Ordinal));
        return [.. refused.Refusals.Select(r => r.Code["materials.".Length..])];
    }

    public Decision Decide(object command) =>
        Book.Catalogue.Commands.Single(c => c.Input == command.GetType())
            .Decide(Book, command, new DecisionContext(Clock, "tester"));

    public void Fold(IReadOnlyList<Fact> facts)
    {
        foreach (var fact in facts)
        {
            var stamp = new Stamp(_recorded.Count, Clock.AddSeconds(_recorded.Count), "tester");
            _recorded.Add((stamp, fact));
            Assert.True(Book.Fold(stamp, fact), Book.Fault?.Reason);
        }
    }

    /// <summary>What a view sees in the book of an MBA, in grams of element and isotope.</summary>
    public (decimal Element, decimal Fissile) Balance(string mba, string material, View? view = null)
    {
        Assert.True(MaterialCode.TryParse(material, out var code));
        var amount = Book.Mbas[mba].Find(LedgerKind.Book, code)?.Balance(view ?? Now) ?? Amount.Zero;
        return (amount.Element.Grams, amount.Fissile.Grams);
    }
}

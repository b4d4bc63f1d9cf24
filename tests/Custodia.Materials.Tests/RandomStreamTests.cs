using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Queries;
using Custodia.Quantities;
using static Custodia.Materials.Tests.Scenario;

namespace Custodia.Materials.Tests;

/// <summary>What holds whatever is recorded: random commands, legal and not, against a bulk plant and its partners.</summary>
public sealed class RandomStreamTests
{
    private const int Streams = 60;

    [Fact]
    public void Balances_are_the_sums_of_batches_and_nothing_falls_below_zero()
    {
        for (var seed = 0; seed < Streams; seed++)
        {
            using var s = Random(seed);
            foreach (var ledger in s.Book.Mbas.Values)
            {
                foreach (var (material, account) in ledger.Accounts(LedgerKind.Book))
                {
                    var batches = ledger.Batches.Values.Aggregate(Amount.Zero,
                        (sum, batch) => sum + batch.Contents(s.Now).GetValueOrDefault(material));
                    Assert.True(account.Balance(s.Now) == batches, $"seed {seed}, {ledger.Area.Code} {material}");
                }

                Assert.All(ledger.Batches.Values, batch => Assert.Null(batch.FirstShortage(out _)));
            }
        }
    }

    [Fact]
    public void Every_balance_obeys_its_equation_and_opens_with_the_inventory_before_it()
    {
        for (var seed = 0; seed < Streams; seed++)
        {
            using var s = Random(seed);
            foreach (var ledger in s.Book.Mbas.Values)
            {
                var before = new Dictionary<MaterialCode, Amount>();
                foreach (var closing in ledger.Closings)
                {
                    var statement = Statements.Strike(ledger, closing.Fact.To, s.Now);
                    foreach (var balance in statement.Materials)
                    {
                        var flows = balance.Lines.Where(l => l.Effect != 0 && l.Name != "DI")
                            .Aggregate(Amount.Zero, (sum, l) => l.Effect > 0 ? sum + l.Amount : sum - l.Amount);
                        Assert.Equal(balance["PB"] + flows, balance["BE"]);
                        Assert.Equal(balance["BE"] - balance["DI"], balance["BA"]);
                        Assert.Equal(balance["BA"] - balance["PE"], balance["MF"]);
                        Assert.Equal(before.GetValueOrDefault(balance.Material), balance["PB"]);
                    }

                    before = statement.Materials.ToDictionary(b => b.Material, b => b["PE"]);
                }
            }
        }
    }

    [Fact]
    public void What_was_known_at_an_entry_is_what_a_book_folded_only_so_far_knows()
    {
        for (var seed = 0; seed < Streams / 4; seed++)
        {
            using var full = Random(seed);
            using var partial = new MaterialsBook();
            foreach (var (stamp, fact) in full.Recorded)
            {
                Assert.True(partial.Fold(stamp, fact));
                if (stamp.Sequence % 7 != 0)
                    continue;
                var view = new View(stamp.Sequence + 1, DateOnly.MaxValue);
                foreach (var ledger in partial.Mbas.Values)
                {
                    foreach (var (material, account) in ledger.Accounts(LedgerKind.Book))
                        Assert.Equal(account.Current, full.Book.Mbas[ledger.Area.Code].Find(LedgerKind.Book, material)!.Balance(view));
                    var day = Day("2026-12-31");
                    Assert.Equal(
                        Statements.Strike(ledger, day, view).Lines,
                        Statements.Strike(full.Book.Mbas[ledger.Area.Code], day, view).Lines);
                }
            }
        }
    }

    [Fact]
    public void What_is_held_on_a_day_is_the_same_whether_it_was_kept_or_is_worked_out_anew()
    {
        var random = new Random(7);
        for (var seed = 0; seed < Streams / 4; seed++)
        {
            using var full = Random(seed);
            using var growing = new MaterialsBook();
            foreach (var (stamp, fact) in full.Recorded)
            {
                growing.Fold(stamp, fact);
                var view = new View(stamp.Sequence + 1, Day("2025-06-01").AddDays(random.Next(600)));
                Assert.Equal(Stocks.Ask(full.Book, new StockQuery(), view).Value!.Rows, Stocks.Ask(growing, new StockQuery(), view).Value!.Rows);
            }
        }
    }

    [Fact]
    public void What_is_held_names_every_line_of_what_is_held_and_no_entry_that_is_not_known()
    {
        for (var seed = 0; seed < Streams / 4; seed++)
        {
            using var full = Random(seed);
            var view = new View(full.Recorded.Count * 2 / 3, Day("2026-06-01"));
            var rows = Stocks.Ask(full.Book, new StockQuery(), view).Value!.Rows;
            foreach (var type in Enum.GetValues<MaterialType>())
            {
                var trace = Traces.Ask(full.Book, new TraceQuery([type]), view).Value!;
                Assert.Equal(rows.Any(row => row.Type == type), trace.Count > 0);
                Assert.All(trace.Entries, entry => Assert.True(view.Knows(entry)));
                var parts = new[] { true, false }.Select(isIrradiated => Traces.Ask(full.Book, new TraceQuery([type], isIrradiated), view).Value!);
                Assert.Equal(trace.Digest, EntryTrace.Of(parts.SelectMany(part => part.Entries)).Digest);
                var held = full.Book.Mbas.Values.SelectMany(ledger => ledger.Batches.Values)
                    .Where(batch => batch.Contents(view).Any(weight => MaterialTypes.Of(weight.Key, weight.Value) == type));
                Assert.All(held.SelectMany(batch => batch.Postings).Where(posting => view.Sees(posting.Sequence, posting.Day)),
                    posting => Assert.Contains(posting.Sequence, trace.Entries));
            }
        }
    }

    [Fact]
    public void No_entry_changes_an_answer_as_of_a_day_before_the_one_it_names()
    {
        var random = new Random(8);
        for (var seed = 0; seed < Streams / 6; seed++)
        {
            using var full = Random(seed);
            using var growing = new MaterialsBook();
            var named = 0;
            foreach (var (stamp, fact) in full.Recorded)
            {
                growing.Fold(stamp, fact);
                if (growing.ChangedSince(stamp.Sequence) is var day && day == DateOnly.MinValue)
                    continue;
                named++;
                var before = new View(stamp.Sequence, day.AddDays(-1 - random.Next(60)));
                var after = before with { Count = stamp.Sequence + 1 };
                Assert.Equal(Stocks.Ask(growing, new StockQuery(), before).Value!.Rows, Stocks.Ask(growing, new StockQuery(), after).Value!.Rows);
                Assert.Equal(Deadlines.Ask(growing, new DueQuery(IncludeDone: true), before).Value!.Items,
                    Deadlines.Ask(growing, new DueQuery(IncludeDone: true), after).Value!.Items);
            }

            Assert.True(named > 20);
        }
    }

    [Fact]
    public void A_decision_changes_nothing_and_is_the_same_again()
    {
        using var s = Random(1);
        var command = Cylinder() with { Batch = "AGAIN", Date = Day("2026-12-01") };
        var before = s.Balance("XAFB", "E/G");
        var (first, second) = (s.Decide(command), s.Decide(command));
        Assert.Equal(Assert.IsType<Decision.Accepted>(first).Facts, Assert.IsType<Decision.Accepted>(second).Facts);
        Assert.Equal(before, s.Balance("XAFB", "E/G"));
    }

    /// <summary>A book after 120 random commands, of which a part is refused.</summary>
    private static Scenario Random(int seed)
    {
        var random = new Random(seed);
        var s = WithCylinder();
        var taken = 0;
        for (var step = 0; step < 120; step++)
        {
            var day = Day("2025-07-02").AddDays((step * 4) + random.Next(-20, 4));
            if (s.Decide(Command(s, random, day, step)) is Decision.Accepted accepted)
            {
                s.Fold(accepted.Facts);
                taken++;
            }
        }

        Assert.InRange(taken, 30, 119);
        return s;
    }

    private static object Command(Scenario s, Random random, DateOnly day, int step)
    {
        var ledger = s.Book.Mbas["XAFB"];
        var batches = ledger.Batches.Values.ToList();
        var batch = batches[random.Next(batches.Count)];
        var uranium = random.Next(1, 200_000);
        IReadOnlyList<Weight> weights = [Weight.Enriched(G(uranium), G(uranium * 0.044m))];
        var line = new InventoryChange("XAFB", day, "LD", batch.Name, 1, "U6CF", "T", weights, "2", Operation: $"OP{step}");
        return random.Next(10) switch
        {
            0 or 1 => Cylinder() with { Batch = $"C{step}", Date = day, Items = random.Next(1, 30), Weights = weights },
            2 or 3 => new RecordChanges(
                [new(2, line with { Code = "RM" }), new(3, line with { Code = "RP", Batch = $"P{step}", Basis = "M" })]),
            4 => line with { Code = "SD", To = "XARA" },
            5 => line with { Code = "TW", Consent = "c" },
            6 => line with { Code = "DI", From = "XACA", Weights = [Weight.Enriched(G(random.Next(-50, 50)), G(1))] },
            7 => Correct(ledger, random, weights),
            8 => new RecordLateChanges([line], "late"),
            _ => random.Next(3) == 0 ? new CloseBalance("XAFB", Last(ledger)) : Take(ledger, random, day),
        };
    }

    private static DateOnly Last(MbaLedger ledger) =>
        ledger.Inventories.Count > 0 ? ledger.Inventories[^1].Date : Day("2025-12-31");

    private static CorrectChanges Correct(MbaLedger ledger, Random random, IReadOnlyList<Weight> weights)
    {
        var line = ledger.Lines[random.Next(ledger.Lines.Count)];
        return new CorrectChanges(
            [new(line.Stamp.Sequence, random.Next(3) == 0 ? null : line.Change with { Weights = weights })], "checked again");
    }

    private static TakeInventory Take(MbaLedger ledger, Random random, DateOnly day)
    {
        var view = new View(long.MaxValue, day);
        return new TakeInventory("XAFB", day,
        [
            .. from batch in ledger.Batches.Values
               let contents = batch.Contents(view)
               where contents.Count > 0 && batch.Items(view) > 0
               let found = contents.Select(c => new Weight(c.Key,
                   new(c.Value.Element - Mass.FromGrams(random.Next(0, 3)), c.Value.Fissile))).ToList()
               select new FileRow<InventoryItem>(2, new(batch.Name, "A", batch.Items(view), "U6CF", "M", found)),
        ]);
    }
}

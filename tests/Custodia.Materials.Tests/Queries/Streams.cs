using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using static Custodia.Materials.Tests.Scenario;

namespace Custodia.Materials.Tests.Queries;

/// <summary>Streams of facts made from a seed: commands that the book takes, over two MBAs and two closed
/// periods.</summary>
internal static class Streams
{
    public static readonly DateOnly FirstPit = Day("2026-03-31");
    public static readonly DateOnly SecondPit = Day("2026-09-30");

    /// <summary>A scenario made from a seed.</summary>
    public static Scenario Random(int seed)
    {
        var random = new Random(seed);
        var s = Small();
        Activity(s, random, Day("2025-07-01"), FirstPit, "A");
        Close(s, random, FirstPit);
        Correct(s, random);
        Activity(s, random, FirstPit.AddDays(1), SecondPit, "B");
        Close(s, random, SecondPit);
        Correct(s, random);
        Activity(s, random, SecondPit.AddDays(1), Day("2026-12-01"), "C");
        Correct(s, random);
        return s;
    }

    /// <summary>The book folded from the first so many facts only.</summary>
    public static MaterialsBook Folded(Scenario scenario, long count)
    {
        var book = new MaterialsBook();
        foreach (var (stamp, fact) in scenario.Recorded.Take((int)count))
            Assert.True(book.Fold(stamp, fact), book.Fault?.Reason);
        return book;
    }

    /// <summary>Gives a command; it may be refused.</summary>
    public static bool Try(Scenario s, object command)
    {
        if (s.Decide(command) is not Decision.Accepted accepted)
            return false;
        s.Fold(accepted.Facts);
        return true;
    }

    private static void Activity(Scenario s, Random random, DateOnly from, DateOnly to, string prefix)
    {
        for (var i = 0; i < 12; i++)
        {
            var day = from.AddDays(random.Next(to.DayNumber - from.DayNumber));
            var name = $"{prefix}{i}";
            Try(s, Receipt(name, random.Next(1, 9) * 100_000 + random.Next(1_000), day));
            var later = day.AddDays(random.Next(1 + Math.Min(20, to.DayNumber - day.DayNumber)));
            var grams = random.Next(1, 90_000);
            IReadOnlyList<Weight> part = [Enriched(grams)];
            Try(s, new RecordChanges(
            [
                new(2, new("XAFB", later, "RM", name, 1, "U6CF", "T", part, "3", Operation: $"OP-{name}")),
                new(3, new("XAFB", later, "RP", $"{name}-P", 1, "EASF", "M", part, "3", Operation: $"OP-{name}")),
            ]));
            if (random.Next(2) == 0 && Try(s, new InventoryChange("XAFB", later, "SD", $"{name}-P", 1, "EASF", "T", part, "2",
                    "XAFB", "XARA")) && random.Next(3) > 0)
                Try(s, new InventoryChange("XARA", later, "RD", $"{name}-R", 1, "EASF", "N",
                    [Enriched(grams - random.Next(2))], "1", "XAFB", "XARA", $"{name}-P"));
            if (random.Next(3) == 0)
                Try(s, new InventoryChange("XAFB", later, "DI", name, 2, "U6CF", "L", [Enriched(random.Next(1, 500))], "1",
                    "XACA", "XAFB", name));
        }
    }

    /// <summary>Lists what the book holds, a little less of some batches, and closes.</summary>
    private static void Close(Scenario s, Random random, DateOnly pit)
    {
        var ledger = s.Book.Mbas["XAFB"];
        var view = s.Now with { AsOf = pit };
        var rows = new List<FileRow<InventoryItem>>();
        foreach (var batch in ledger.Batches.Values.OrderBy(batch => batch.Name, StringComparer.Ordinal))
        {
            var items = batch.Items(view);
            if (items < 1 || batch.Contents(view) is not { Count: 1 } contents)
                continue;
            var found = contents.Single().Value.Element.Grams - (random.Next(3) == 0 ? random.Next(50) : 0);
            rows.Add(new(rows.Count + 2, new(batch.Name, "A", items, "U6CF", "T", [Enriched(found)])));
        }

        Assert.True(Try(s, new TakeInventory("XAFB", pit, rows)), "The listing was refused.");
        Assert.True(Try(s, new CloseBalance("XAFB", pit)), "The closing was refused.");
    }

    private static void Correct(Scenario s, Random random)
    {
        var candidates = s.Book.Mbas["XAFB"].Lines.Where(line => line.IsEffective(s.Now) && line.Change.Code == "RD").ToList();
        for (var i = 0; i < 4; i++)
        {
            var line = candidates[random.Next(candidates.Count)];
            var change = line.Change;
            Try(s, new CorrectChanges([new(line.Stamp.Sequence, random.Next(3) switch
            {
                0 => null,
                1 => change with { Date = change.Date.AddDays(-random.Next(3)) },
                _ => change with { Weights = [Enriched(change.Weights[0].Amount.Element.Grams + random.Next(1, 900))] },
            })], "checked again"));
        }
    }

    private static InventoryChange Receipt(string batch, decimal grams, DateOnly day) => new("XAFB", day, "RD", batch, 2,
        "U6CF", "N", [Enriched(grams)], "1", "XACA", "XAFB", batch);

    private static Weight Enriched(decimal grams) => Weight.Enriched(G(grams), G(decimal.Round(grams * 0.044m, 3)));
}

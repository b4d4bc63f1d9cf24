using System.Globalization;
using Custodia.Commitments.Indicators;

namespace Custodia.Commitments.Tests.Indicators;

/// <summary>What is shown of sums to those who may not see what they are made of.</summary>
public sealed class SuppressionTests
{
    private static readonly Indicator Heu = IndicatorCatalogue.Find("IND-M01")!;

    [Fact]
    public void A_sum_of_three_sites_is_shown_as_its_band_and_of_two_not_at_all()
    {
        Assert.Equal("10 – 100", Public([("A", 20, null), ("B", 20, null), ("C", 20, null)]).Value);
        Assert.Null(Public([("A", 30, null), ("B", 30, null), ("B", 5, null)]).Value);
        Assert.Equal("0", Public([("A", 0, null)]).Value);
    }

    [Fact]
    public void A_sum_that_one_site_makes_nearly_alone_is_not_shown()
    {
        Assert.Null(Public([("A", 40, null), ("B", 40, null), ("C", 9, null)]).Value);
        Assert.NotNull(Public([("A", 40, null), ("B", 40, null), ("C", 10, null)]).Value);
    }

    [Fact]
    public void Where_one_part_is_not_shown_the_least_of_the_others_is_not_either()
    {
        var value = Public(
        [
            ("A", 20, "fresh"), ("B", 20, "fresh"), ("C", 20, "fresh"), ("A", 5, "spent"), ("D", 9, "waste"), ("E", 9, "waste"), ("F", 9, "waste"),
        ]);
        Assert.Equal("10 – 100", value.Value);
        Assert.Equal([("fresh", "10 – 100"), ("spent", null), ("waste", null)], value.Parts!.Skip(1).Select(part => (part.Part, part.Value)));
    }

    [Fact]
    public void Parts_of_a_whole_that_is_not_shown_are_not_shown()
    {
        var value = Public([("A", 90, "spent"), ("A", 1, "fresh"), ("B", 1, "fresh"), ("C", 1, "fresh")]);
        Assert.All(value.Parts!, part => Assert.Null(part.Value));
    }

    [Fact]
    public void What_is_shown_says_neither_why_nor_of_how_many_nor_a_digest_of_what_was_asked()
    {
        var value = Public([("A", 90, null), ("B", 1, null)]) with { Asked = [] };
        Assert.All(value.Parts!, part => Assert.Equal((null, null, Suppression.Complement), (part.Sites, part.Largest, part.Hidden)));
        Assert.Empty(Sight.Reduced(Value([("A", 1, null)]) with { Asked = [new("materials/stock", "{}", "ab")] }, Heu).Asked);
    }

    [Fact]
    public void A_figure_that_is_open_tells_on_how_many_entries_it_rests_and_no_digest_of_their_few_numbers()
    {
        var met = Value([]) with
        {
            Asked = [new("people/trust", "{}", "ab")],
            Entries = [3, 8],
            EntryCount = 2,
            EntryDigest = "cd",
        };
        var shown = Sight.Reduced(met, IndicatorCatalogue.Find("IND-P06")!);
        Assert.Equal((2, null), (shown.EntryCount, shown.EntryDigest));
        Assert.Empty(shown.Entries);
    }

    [Fact]
    public void What_was_stated_of_masses_is_not_shown_for_nothing_says_how_many_sites_it_is()
    {
        var stated = Value([]) with { Value = "12", Parts = null, Grade = Grade.Attested };
        Assert.Null(Sight.Reduced(stated, Heu).Value);
        Assert.Equal("0", Sight.Reduced(stated with { Value = "0" }, Heu).Value);
    }

    /// <summary>
    /// One who holds a site, knows all others by name, hears when one of them changes, and keeps every public output of five years,
    /// finds for no other site bounds closer together than a quarter of what it holds.
    /// </summary>
    [Fact]
    public void No_public_output_through_time_recovers_what_a_site_holds()
    {
        var (shown, least) = (0, decimal.MaxValue);
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var held = new decimal[random.Next(1, 9), 2];
            var adversary = new Adversary(held.GetLength(0));
            for (var month = 0; month < 60; month++)
            {
                for (var change = month == 0 ? held.Length * 2 : random.Next(3); change > 0; change--)
                {
                    var (site, part) = (random.Next(held.GetLength(0)), random.Next(2));
                    held[site, part] = random.Next(4) == 0 ? 0 : Math.Round((decimal)Math.Pow(10, (random.NextDouble() * 5) - 1), 3);
                    adversary.Hears(site, part);
                }

                var value = Public([.. from site in Enumerable.Range(0, held.GetLength(0)) from part in new[] { 0, 1 }
                    where held[site, part] > 0
                    select ($"S{site}", held[site, part], (string?)(part == 0 ? "False" : "True"))]);
                shown += value.Value is null or "0" ? 0 : 1;
                adversary.Learns(value, held);
                for (var site = 1; site < held.GetLength(0); site++)
                {
                    for (var part = 0; part < 2; part++)
                    {
                        var (truth, (lower, upper)) = (held[site, part], adversary.Bounds(site, part));
                        Assert.True(lower <= truth && truth <= upper, $"seed {seed}: the adversary reckons wrongly");
                        if (truth > 0)
                            least = Math.Min(least, (upper - lower) / truth);
                    }
                }
            }
        }

        Assert.True(shown > 10_000, "Nothing is shown: the adversary has nothing to go by.");
        Assert.InRange(least, 0.25m, 10m);
    }

    /// <summary>Keeps what can be the case of each site and part, from all that he saw while it stayed as it is.</summary>
    private sealed class Adversary(int sites)
    {
        private readonly decimal[,] _upper = new decimal[sites, 2];
        private readonly decimal[,] _lower = new decimal[sites, 2];

        public (decimal Lower, decimal Upper) Bounds(int site, int part) => (_lower[site, part], _upper[site, part]);

        public void Hears(int site, int part) => (_upper[site, part], _lower[site, part]) = (1_000_000, 0);

        public void Learns(IndicatorValue value, decimal[,] held)
        {
            for (var part = 0; part < 2; part++)
            {
                if (Ends(value.Parts!.FirstOrDefault(found => found.Part == (part == 0 ? "False" : "True"))?.Value) is var (low, high))
                    Narrow([.. Enumerable.Range(1, sites - 1).Select(site => (site, part))], low - held[0, part], high - held[0, part]);
            }

            if (Ends(value.Value) is var (least, most))
            {
                var own = held[0, 0] + held[0, 1];
                Narrow([.. Enumerable.Range(1, sites - 1).SelectMany(site => new[] { (site, 0), (site, 1) })], least - own, most - own);
            }
        }

        // The sum of these lies between two bounds: so each lies between what the others leave of them.
        private void Narrow(IReadOnlyList<(int Site, int Part)> cells, decimal least, decimal most)
        {
            foreach (var (site, part) in cells)
            {
                var others = cells.Where(cell => cell != (site, part)).ToList();
                _upper[site, part] = Math.Min(_upper[site, part], Math.Max(0, most - others.Sum(cell => _lower[cell.Site, cell.Part])));
                _lower[site, part] = Math.Max(_lower[site, part], least - others.Sum(cell => _upper[cell.Site, cell.Part]));
            }
        }

        private static (decimal Least, decimal Most)? Ends(string? band)
        {
            if (band is null)
                return null;
            var numbers = band.Split(' ').Where(word => char.IsAsciiDigit(word[0]))
                .Select(word => decimal.Parse(word, CultureInfo.InvariantCulture)).ToList();
            return band[0] switch
            {
                '≤' => (0, numbers[0]),
                '>' => (numbers[0], 1_000_000),
                _ => (numbers[0], numbers[^1]),
            };
        }
    }

    private static IndicatorValue Public(IReadOnlyList<(string Site, decimal Amount, string? Part)> rows) => Sight.Reduced(Value(rows), Heu);

    private static IndicatorValue Value(IReadOnlyList<(string Site, decimal Amount, string? Part)> rows)
    {
        var whole = rows.Sum(row => row.Amount);
        return new IndicatorValue(Heu.Id, new(2026, 1, 1), 0, Standing.Measured, Grade.Computed, whole.ToString(CultureInfo.InvariantCulture),
            "kg", 1, MissingReason.None, [], [], Parts: Parts.Of(rows, whole));
    }
}

using Custodia.Materials.Structure;
using Custodia.Sample;

namespace Custodia.Materials.Tests.Sample;

[Collection(nameof(WrittenSample))]
public sealed class SampleRulesTests(WrittenSample sample)
{
    private static readonly string[] Creating = ["RF", "RD", "RP"];

    [Fact]
    public void No_batch_ever_holds_less_than_nothing()
    {
        foreach (var mba in sample.Areas.Keys)
            Replay.To(sample, mba, SampleState.To, (replay, day) => Assert.Empty(replay.Short));
    }

    [Fact]
    public void A_batch_that_is_used_up_has_no_items_left()
    {
        foreach (var mba in sample.Areas.Keys)
        {
            Replay.To(sample, mba, SampleState.To, (replay, day) =>
            {
                var stock = replay.Stock;
                Assert.All(replay.Items, i => Assert.Equal(stock.ContainsKey(i.Key), i.Value > 0));
            });
        }
    }

    [Fact]
    public void A_batch_name_is_given_once_in_an_MBA_and_known_before_it_is_used()
    {
        var names = sample.Initial.Select(i => (i.Mba, i.Item.Batch)).ToHashSet();
        Assert.Equal(sample.Initial.Count, names.Count);
        foreach (var change in sample.AsSent)
            Assert.Equal(Creating.Contains(change.Code), names.Add((change.Mba, change.Batch)));
        Assert.All(names, n => Assert.Matches("^[A-Z0-9-]{1,16}$", n.Batch));
    }

    [Fact]
    public void The_measurement_basis_says_whether_the_batch_was_reported_before()
    {
        var reported = sample.Initial.Select(i => (i.Mba, i.Item.Batch)).ToHashSet();
        Assert.All(sample.Initial, i => Assert.Contains(i.Item.Basis, "MN"));
        foreach (var change in sample.AsSent)
        {
            var isNew = reported.Add((change.Mba, change.Batch));
            // A shipper/receiver difference rests on a new measurement.
            Assert.Contains(change.Basis, isNew ? "MN" : change.Code == "DI" ? "M" : "TL");
        }

        foreach (var listing in sample.Listed.GroupBy(l => (l.Mba, l.Date)))
        {
            var book = Replay.To(sample, listing.Key.Mba, listing.Key.Date).Stock;
            Assert.All(listing.Select(l => l.Item), item =>
            {
                Assert.Contains((listing.Key.Mba, item.Batch), reported);
                var isMeasured = book[item.Batch] != Replay.Text(item.Items, item.Weights);
                Assert.Contains(item.Basis, isMeasured ? "M" : "TL");
            });
        }
    }

    [Fact]
    public void Rebatching_nets_to_zero_for_each_operation_and_day()
    {
        var operations = sample.AsSent.Where(c => c.Code is "RM" or "RP").GroupBy(c => (c.Mba, c.Operation)).ToList();
        Assert.True(operations.Count > 2_000);
        foreach (var operation in operations)
        {
            Assert.NotNull(operation.Key.Operation);
            Assert.Single(operation.Select(c => c.Date).Distinct());
            var net = new Dictionary<MaterialCode, Amount>();
            foreach (var change in operation)
            {
                foreach (var (material, amount) in change.Weights)
                    net[material] = net.GetValueOrDefault(material) + (change.Code == "RP" ? amount : -amount);
            }

            Assert.All(net.Values, amount => Assert.True(amount.IsZero));
        }
    }

    [Fact]
    public void Production_comes_with_loss_and_before_irradiated_fuel_leaves()
    {
        var burnt = sample.Initial.Where(i => i.Item.Weights.Any(w => w.Material.Element == 'P'))
            .Select(i => (i.Mba, i.Item.Batch)).ToHashSet();
        var burns = sample.AsSent.Where(c => c.Code is "LN" or "NP").GroupBy(c => (c.Mba, c.Batch, c.Date)).ToList();
        Assert.True(burns.Count > 3 * 52);
        foreach (var burn in burns)
        {
            Assert.Equal(["LN", "NP"], burn.Select(c => c.Code).Order());
            Assert.All(burn, c => Assert.EndsWith("I", c.Description, StringComparison.Ordinal));
            Assert.All(burn, c => Assert.NotNull(c.BurnUp));
        }

        var burntOn = burns.ToDictionary(b => (b.Key.Mba, b.Key.Batch), b => b.Key.Date);
        var leaving = sample.AsSent.Where(c => c.Code is "SD" or "SF" && c.Description[3] == 'I').ToList();
        Assert.Contains(leaving, c => c.Mba == "XARR");
        Assert.Contains(leaving, c => c.Mba == "XARA");
        Assert.All(leaving, c => Assert.True(burnt.Contains((c.Mba, c.Batch)) || burntOn[(c.Mba, c.Batch)] < c.Date));
    }

    [Fact]
    public void The_heavy_metal_that_vanishes_agrees_with_the_burn_up_of_the_power_reactor()
    {
        foreach (var burn in sample.AsCorrected.Where(c => c.Mba == "XARA" && c.Code is "LN" or "NP")
            .GroupBy(c => c.Batch))
        {
            var loss = burn.Single(c => c.Code == "LN");
            var plutonium = burn.Single(c => c.Code == "NP").Weights[0].Amount.Element;
            var fresh = sample.Initial.Where(i => i.Mba == "XARA").Select(i => (i.Item.Batch, i.Item.Weights))
                .Concat(sample.AsSent.Where(c => c.Mba == "XARA" && c.Code == "RD").Select(c => (c.Batch, c.Weights)))
                .Single(b => b.Batch == burn.Key).Weights[0].Amount.Element;
            var fissioned = loss.BurnUp!.Value * fresh.Grams / 1_000_000m / 0.95m;
            Assert.InRange((loss.Weights[0].Amount.Element - plutonium).Grams / fissioned, 0.9m, 1.1m);
        }
    }

    [Fact]
    public void Every_domestic_shipment_is_received_as_it_was_sent()
    {
        var shipments = sample.AsSent.Where(c => c.Code == "SD").OrderBy(c => c.Batch, StringComparer.Ordinal).ToList();
        var receipts = sample.AsSent.Where(c => c.Code == "RD").OrderBy(c => c.ShipperBatch, StringComparer.Ordinal)
            .ToList();
        Assert.Equal(shipments.Count, receipts.Count);
        Assert.All(shipments.Zip(receipts), pair =>
        {
            var (sent, received) = pair;
            Assert.Equal((sent.Mba, sent.To, sent.Batch), (received.From, received.Mba, received.ShipperBatch));
            Assert.Equal(sent.Weights, received.Weights);
            Assert.InRange(received.Date.DayNumber - sent.Date.DayNumber, 0, 7);
        });
        Assert.Contains(shipments.Zip(receipts), pair => pair.First.Date.Month != pair.Second.Date.Month);
    }

    [Fact]
    public void The_one_difference_is_the_receivers_and_follows_the_receipt()
    {
        var difference = Assert.Single(sample.AsSent, c => c.Code == "DI");
        var receipt = Assert.Single(sample.AsSent, c => c.Code == "RD" && c.Mba == difference.Mba
            && c.Batch == difference.Batch);
        Assert.True(receipt.Date < difference.Date);
        Assert.Equal(receipt.From, difference.From);
    }

    [Fact]
    public void Item_MBAs_list_exactly_what_their_book_holds()
    {
        foreach (var listing in sample.Listed.Where(l => sample.Areas[l.Mba].Accounting == AccountingKind.Item)
            .GroupBy(l => (l.Mba, l.Date)))
        {
            var found = listing.ToDictionary(l => l.Item.Batch, l => Replay.Text(l.Item.Items, l.Item.Weights));
            Assert.Equal(Replay.To(sample, listing.Key.Mba, listing.Key.Date).Stock.OrderBy(s => s.Key),
                found.OrderBy(s => s.Key));
        }
    }

    [Fact]
    public void The_bulk_MBA_finds_a_little_less_than_its_book_holds()
    {
        var listings = sample.Listed.Where(l => l.Mba == "XAFB").GroupBy(l => l.Date).ToList();
        Assert.Equal(3, listings.Count);
        foreach (var listing in listings)
        {
            var replay = Replay.To(sample, "XAFB", listing.Key);
            Assert.Equal(replay.Stock.Keys.Order(), listing.Select(l => l.Item.Batch).Order());
            var book = replay.Book()[new('E', 'G')].Element.Grams;
            var found = listing.SelectMany(l => l.Item.Weights).Where(w => w.Material.Element == 'E')
                .Sum(w => w.Amount.Element.Grams);
            Assert.InRange(book - found, 100m, 10_000m);
        }
    }

    [Fact]
    public void Isotopes_and_enrichments_are_within_their_limits()
    {
        foreach (var change in sample.AsCorrected)
        {
            foreach (var (material, amount) in change.Weights)
            {
                Assert.True(material.IsValid && !amount.Element.IsZero && !amount.IsNegative);
                Assert.True(amount.Fissile <= amount.Element);
                if (material.Element == 'E' && change.Code != "LN")
                    Assert.InRange(Percent(amount), 0.7111m, sample.Areas[change.Mba].EnrichmentLimit);
            }
        }

        foreach (var row in sample.Initial.Concat(sample.Listed))
        {
            foreach (var weight in row.Item.Weights.Where(w => w.Material.Element == 'E'))
                Assert.InRange(Percent(weight.Amount), 0.7111m, sample.Areas[row.Mba].EnrichmentLimit);
        }
    }

    [Fact]
    public void Every_record_stands_at_a_flow_KMP_that_takes_it_and_every_listed_batch_at_an_inventory_KMP()
    {
        foreach (var change in sample.AsSent)
        {
            var point = sample.Points[(change.Mba, change.Kmp!)];
            Assert.Equal(KmpKind.Flow, point.Kind);
            Assert.True(char.IsAsciiDigit(point.Code[0]));
            Assert.True(point.Codes is null || point.Codes.Contains(change.Code), $"{change}");
        }

        foreach (var row in sample.Initial.Concat(sample.Listed))
        {
            var point = sample.Points[(row.Mba, row.Item.Kmp)];
            Assert.Equal(KmpKind.Inventory, point.Kind);
            Assert.True(char.IsAsciiLetterUpper(point.Code[0]));
            Assert.True(point.Descriptions is null || point.Descriptions.Contains(row.Item.Description), $"{row}");
        }
    }

    [Fact]
    public void Every_record_brings_what_its_code_needs()
    {
        Assert.All(sample.AsSent, c =>
        {
            Assert.True(c.Items >= 1);
            Assert.Matches("^[A-Z0-9]{3}[FIW]$", c.Description);
            Assert.Equal(c.Code is "RF" or "RD" or "DI", c.From is not null);
            Assert.Equal(c.Code is "SF" or "SD", c.To is not null);
            Assert.Equal(c.Code is "RF" or "RD" or "DI", c.ShipperBatch is not null);
            Assert.Equal(c.Code is "TW" or "EQ" or "DQ", c.Consent is not null);
            Assert.Equal(c.Code is "LA", c.SpecialReport is not null);
        });
        Assert.Equal(sample.AsSent.Count, sample.AsSent.Select(c => (c.Mba, c.Reference)).Distinct().Count());
        Assert.DoesNotContain(sample.AsSent, c => c.Reference is null);
    }

    [Fact]
    public void The_rarer_codes_all_occur()
    {
        string[] codes = ["DI", "DQ", "EQ", "LA", "LD", "LN", "ND", "NP", "RD", "RF", "RM", "RP", "SD", "SF", "TW"];
        Assert.Equal(codes, sample.AsSent.Select(c => c.Code).Distinct().Order());
    }

    [Fact]
    public void All_high_enriched_uranium_of_the_research_reactor_has_gone_home_at_the_end()
    {
        static bool IsHigh(Weight w) => w.Material.Element == 'E' && Percent(w.Amount) >= 20m;
        Assert.Equal(38, sample.Initial.Count(i => i.Mba == "XARR" && i.Item.Weights.Any(IsHigh)));
        Assert.Equal(38, sample.AsSent.Count(c => c is { Mba: "XARR", Code: "SF", To: SampleState.Supplier }
            && c.Weights.Any(IsHigh)));
        Assert.DoesNotContain(sample.Listed, l => l is { Mba: "XARR", Date.Year: 2025 } && l.Item.Weights.Any(IsHigh));
    }

    private static decimal Percent(Amount amount) => 100m * amount.Fissile.Micrograms / amount.Element.Micrograms;
}

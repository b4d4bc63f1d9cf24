using System.Globalization;
using System.Text.Json;
using Custodia.ArmsControl.Facts;
using Custodia.ArmsControl.Queries;
using Custodia.ArmsControl.Reference;
using Custodia.ArmsControl.Treaty;
using Custodia.Testing;

namespace Custodia.ArmsControl.Tests;

/// <summary>The public facts that ship with the program are those of the sources, with their marks.</summary>
public sealed class PublishedFactsTests
{
    /// <summary>Day of data; vehicles, warheads and launchers of the United States, then of Russia; how far they were checked.</summary>
    private const string Facts =
        """
        2011-02-05,882,1800,1124,521,1537,865,yes
        2011-09-01,822,1790,1043,516,1566,871,yes
        2012-03-01,812,1737,1040,494,1492,881,yes
        2012-09-01,806,1722,1034,491,1499,884,recalled
        2013-03-01,792,1654,1028,492,1480,900,partly
        2013-09-01,809,1688,1015,473,1400,894,yes
        2014-03-01,778,1585,952,498,1512,906,yes
        2014-09-01,794,1642,912,528,1643,911,yes
        2015-03-01,785,1597,898,515,1582,890,yes
        2015-09-01,762,1538,898,526,1648,877,recalled
        2016-03-01,741,1481,878,521,1735,856,recalled
        2016-09-01,681,1367,848,508,1796,847,recalled
        2017-03-01,673,1411,820,523,1765,816,recalled
        2017-09-01,660,1393,800,501,1561,790,yes
        2018-02-05,652,1350,800,527,1444,779,yes
        2018-09-01,659,1398,800,517,1420,775,yes
        2019-03-01,656,1365,800,524,1461,760,recalled
        2019-09-01,668,1376,800,513,1426,757,yes
        2020-03-01,655,1373,800,485,1326,754,yes
        2020-09-01,675,1457,800,510,1447,764,yes
        2021-03-01,651,1357,800,517,1456,767,yes
        2021-09-01,665,1389,800,527,1458,742,yes
        2022-03-01,686,1515,800,526,1474,761,yes
        2022-09-01,659,1420,800,540,1549,759,US yes; RU recalled
        2023-03-01,662,1419,800,,,,yes
        """;

    [Fact]
    public void The_totals_are_those_of_the_fact_sheets()
    {
        var expected = Facts.Split('\n').Select(line => line.Trim().Split(',')).SelectMany(Rows).ToList();
        Assert.Equal(25 * 2, expected.Count);
        Assert.Equal(expected, NewStart.Aggregates.Select(row => (row.AsOf, row.Party, row.Counts, row.Mark)));
    }

    [Fact]
    public void No_published_total_exceeds_a_limit_while_it_applies_and_earlier_ones_do_lawfully()
    {
        var counted = NewStart.Aggregates.Where(row => row.Counts is not null).ToList();
        Assert.DoesNotContain(counted, row => NewStart.Limits.Any(limit => limit.IsExceeded(row.Counts!, row.AsOf)));
        Assert.Contains(counted, row => row.AsOf < NewStart.LimitsFrom && row.Counts!.Warheads > 1_550);
        Assert.Equal(1_549, counted.Where(row => row.AsOf >= NewStart.LimitsFrom).Max(row => row.Counts!.Warheads));
    }

    [Fact]
    public void Each_total_is_of_a_day_of_data_and_vehicles_are_launchers_or_bombers()
    {
        Assert.All(NewStart.Aggregates, row => Assert.True(NewStart.IsDataDay(row.AsOf), $"{row.AsOf}"));
        Assert.All(NewStart.Aggregates, row => Assert.True(row.Counts is null || row.Counts.Vehicles <= row.Counts.Launchers));
    }

    [Fact]
    public void What_was_not_provided_is_neither_zero_nor_missing()
    {
        var row = Assert.Single(NewStart.Aggregates, row => row.Counts is null);
        Assert.Equal((new DateOnly(2023, 3, 1), Party.Ru), (row.AsOf, row.Party));
    }

    [Fact]
    public void The_first_exchange_was_due_45_days_after_entry_into_force()
    {
        Assert.Equal(new DateOnly(2011, 3, 22), NewStart.DueOf(NewStart.InForce));
        Assert.Equal(new DateOnly(2022, 10, 1), NewStart.DueOf(new DateOnly(2022, 9, 1)));
        Assert.False(NewStart.IsDataDay(new DateOnly(2011, 3, 1)));
        Assert.False(NewStart.IsDataDay(new DateOnly(2026, 3, 1)));
    }

    [Fact]
    public void The_objections_add_up_to_the_101_that_were_stated()
    {
        Assert.Equal(101, NewStart.Objections.Sum(row => row.Items));
        var counts = NewStart.Aggregates.Single(row => row.Party == Party.Us && row.AsOf == new DateOnly(2022, 3, 1)).Counts!;
        Assert.Equal(901, counts.Launchers + NewStart.Objections.Sum(row => row.Items));
    }

    [Fact]
    public void A_limit_is_kept_by_as_many_as_it_is_and_applies_on_its_days_only()
    {
        var full = new Counts(700, 1_550, 800);
        foreach (var limit in NewStart.Limits)
        {
            var more = limit.Measure switch
            {
                Measure.Vehicles => full with { Vehicles = 701 },
                Measure.Warheads => full with { Warheads = 1_551 },
                _ => full with { Launchers = 801 },
            };
            Assert.False(limit.IsExceeded(full, NewStart.LimitsFrom));
            Assert.True(limit.IsExceeded(more, NewStart.LimitsFrom));
            Assert.False(limit.IsExceeded(more, NewStart.LimitsFrom.AddDays(-1)));
            Assert.True(limit.IsExceeded(more, NewStart.Expired.AddDays(-1)));
            Assert.False(limit.IsExceeded(more, NewStart.Expired));
        }
    }

    [Theory]
    [InlineData("2010-04-07", null)]
    [InlineData("2010-04-08", TreatyStep.Signed)]
    [InlineData("2011-02-04", TreatyStep.Signed)]
    [InlineData("2011-02-05", TreatyStep.InForce)]
    [InlineData("2023-02-27", TreatyStep.InForce)]
    [InlineData("2023-02-28", TreatyStep.SuspendedByOne)]
    [InlineData("2026-02-04", TreatyStep.SuspendedByOne)]
    [InlineData("2026-02-05", TreatyStep.Expired)]
    public void The_status_is_the_one_of_the_day(string day, TreatyStep? expected)
    {
        using var journal = new StateJournal();
        Assert.Equal(expected, NewStartAnswers.Ask(journal.Book, new NewStartQuery(), journal.On(day)).Value!.Status);
    }

    [Fact]
    public void The_stockpile_went_down_by_84_then_88_of_a_hundred()
    {
        var values = DeclarationRegister.Statements.Where(row => row is { State: "US", Value: not null }).Select(row => row.Value!.Value).ToList();
        Assert.Equal([5113, 4804, 4717, 3822, 3785, 3805, 3750, 3748], values);
        Assert.Equal(84, Math.Round(100 - (values[0] * 100m / 31_255)));
        Assert.Equal(88, Math.Round(100 - (values[^1] * 100m / 31_255)));
    }

    [Fact]
    public void Chinese_is_written_as_in_Taiwan()
    {
        var texts = typeof(NewStart).Assembly.GetManifestResourceNames().SelectMany(Texts).ToList();
        Assert.True(texts.Count > 200, $"{texts.Count}");
        var chinese = texts.Where(ChineseWriting.IsChinese).ToList();
        Assert.Empty(chinese.SelectMany(ChineseWriting.Simplified));
        Assert.Empty(chinese.SelectMany(ChineseWriting.Foreign));
        Assert.DoesNotContain(chinese, text => ChineseWriting.HalfWidth(text).Any());
    }

    private static IEnumerable<(DateOnly, Party, Counts?, Mark)> Rows(string[] cells)
    {
        foreach (var party in Enum.GetValues<Party>())
        {
            var numbers = cells.Skip(1 + ((int)party * 3)).Take(3).ToList();
            var mark = cells[7] switch
            {
                "yes" => Mark.Checked,
                "partly" => Mark.Partly,
                "recalled" => Mark.Recalled,
                _ => party == Party.Us ? Mark.Checked : Mark.Recalled,
            };
            yield return (StateJournal.Day(cells[0]), party, numbers[0].Length == 0 ? null
                : new Counts(Number(numbers[0]), Number(numbers[1]), Number(numbers[2])), mark);
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Texts(string name)
    {
        using var file = typeof(NewStart).Assembly.GetManifestResourceStream(name)!;
        using var document = JsonDocument.Parse(file);
        return [.. Walk(document.RootElement)];
    }

    private static IEnumerable<string> Walk(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Walk),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Walk(property.Value)),
        _ => [],
    };
}

using System.Text;
using System.Text.Json.Nodes;
using Custodia.Statistics.Balances;
using Custodia.Statistics.Cases;
using Custodia.Statistics.Sequential;
using Custodia.Statistics.Tests.Balances;

namespace Custodia.Statistics.Tests.Cases;

public sealed class CaseFolderTests
{
    [Fact]
    public void A_folder_is_read_as_the_area_that_it_describes()
    {
        var read = Folder.Tiny.Read().Value!;
        Assert.Empty(read.Unread);
        Assert.Equal(4, read.Declared);
        var (found, made) = (read.Case.Evaluate(), Areas.Tiny.Evaluate());
        Assert.Equal(made.Muf, found.Muf);
        Assert.Equal(made.Sitmuf, found.Sitmuf);
        Assert.Equal(("tiny", "kg", "h"), (read.Case.Name, read.Case.MassUnit, read.Case.TimeUnit));
    }

    [Fact]
    public void Page_takes_the_reference_and_the_closed_alarms_of_the_case_and_details_tell_the_rest()
    {
        var read = Folder.Tiny.Said("\"mbp\": 10", """
            "mbp": 10, "page_k": 0, "closed_alarms": [{"period": 2, "by": "A. Accountant", "on": "2026-01-31", "reason": "recount"}]
            """).Read().Value!;
        PageReset closed = new(1, "A. Accountant", new DateOnly(2026, 1, 31), "recount");
        Assert.Equal([closed], read.Closed);
        using var output = new MemoryStream();
        var structure = BalanceStructure.Of(read.Case, read.Options);
        CaseResult.Write(output, structure, read.PageReference, read.Closed, hasDetails: true);
        var json = JsonNode.Parse(output.ToArray())!;
        Assert.Equal((0, 2), ((double)json["page_k"]!, (int)json["closed_alarms"]![0]!["period"]!));
        Assert.Equal([0, 10, 20, 30, 40], Numbers(json["balance_dates"]));
        Assert.Equal(structure.Locations[1].Inventory.Select(taken => taken.Offset), Numbers(json["locations"]!["inv_1"]!["offsets"]));
        Assert.Equal([2, 2, 2, 1], Numbers(json["locations"]!["in_1"]!["readings"]));
        var (found, item) = (read.Case.Evaluate(), json["elements"]!["Pu"]!["item"]!);
        Assert.Equal(found.Page(0, closed).Lower, Numbers(item["page_lower"]));
        Assert.Equal(found.Page(0, closed).Upper, Numbers(item["page_upper"]));
        Assert.NotEqual(found.Page(0).Upper, Numbers(item["page_upper"]));
        Assert.Equal(found.Itmuf, Numbers(item["itmuf"]));
        Assert.All(item["gemuf_v5b3"]!.AsArray(), Assert.Null);
        var parts = item["contributions"]!.AsArray();
        Assert.Equal(found.Parts.Count, parts.Count);
        Assert.Equal(("in_1", "in_1", "random"), ((string)parts[0]!["location"]!, (string)parts[0]!["method"]!, (string)parts[0]!["error"]!));
        for (var i = 0; i < 4; i++)
            Assert.Equal(found.Covariance[i, i], parts.Sum(part => (double)part!["variance"]![i]!), 1e-12);
    }

    [Fact]
    public void Details_of_enough_periods_have_the_smoothed_statistic_and_those_of_a_singular_case_end_before_it()
    {
        var read = Folder.Tiny.Said("\"mbp\": 10", "\"mbp\": 6").Read().Value!;
        using var output = new MemoryStream();
        CaseResult.Write(output, BalanceStructure.Of(read.Case, read.Options), 0.5, hasDetails: true);
        var found = read.Case.Evaluate();
        var item = JsonNode.Parse(output.ToArray())!["elements"]!["Pu"]!["item"]!;
        var smoothed = SmoothedGemuf.Statistics(MufSequence.Of(found.Factor, found.Muf.AsSpan()));
        Assert.Equal(6, found.Count);
        Assert.Equal(smoothed.Select(value => double.IsNaN(value) ? (double?)null : value),
            item["gemuf_v5b3"]!.AsArray().Select(value => (double?)value));
        Assert.Equal(2, smoothed.Count(double.IsFinite));
        read = Folder.Tiny.Said("\"sigma_random\": 0.02", "\"sigma_random\": 0").Said("\"sigma_random\": 0.01", "\"sigma_random\": 0").Read().Value!;
        using var singular = new MemoryStream();
        CaseResult.Write(singular, BalanceStructure.Of(read.Case, read.Options), 0.5, hasDetails: true);
        Assert.Equal(4, JsonNode.Parse(singular.ToArray())!["elements"]!["Pu"]!["item"]!["itmuf"]!.AsArray().Count);
    }

    [Fact]
    public void The_result_has_the_layout_of_both_models_and_its_numbers_read_back_exactly()
    {
        var read = Folder.Tiny.Read().Value!;
        using var output = new MemoryStream();
        CaseResult.Write(output, BalanceStructure.Of(read.Case, read.Options), 0.5);
        var json = JsonNode.Parse(output.ToArray())!;
        Assert.Equal(["case", "mbp", "balances", "page_k", "elements"], json.AsObject().Select(member => member.Key));
        Assert.Equal(("tiny", 10.0, 4, 0.5), ((string)json["case"]!, (double)json["mbp"]!, (int)json["balances"]!, (double)json["page_k"]!));
        var element = json["elements"]!["Pu"]!.AsObject();
        Assert.Equal(["muf", "cumuf", "input", "output", "begin", "end", "active_inventory", "total", "item"], element.Select(member => member.Key));
        foreach (var model in new[] { RandomErrorModel.Total, RandomErrorModel.Item })
        {
            var found = read.Case.Evaluate(new() { Model = model });
            var part = element[model == RandomErrorModel.Total ? "total" : "item"]!.AsObject();
            Assert.Equal(["seid", "sigma_cumuf", "sitmuf", "itmuf_sd", "page_upper", "page_lower", "gemuf_v1", "covariance"],
                part.Select(member => member.Key));
            Assert.Equal(found.Sigma, Numbers(part["seid"]));
            Assert.Equal(found.SigmaCumuf, Numbers(part["sigma_cumuf"]));
            Assert.Equal(found.Sitmuf, Numbers(part["sitmuf"]));
            Assert.Equal(found.ItmufSd, Numbers(part["itmuf_sd"]));
            Assert.Equal(found.Page().Upper, Numbers(part["page_upper"]));
            Assert.Equal(found.Page().Lower, Numbers(part["page_lower"]));
            Assert.Equal(found.GemufV1, Numbers(part["gemuf_v1"]));
            for (var i = 0; i < 4; i++)
                Assert.Equal(Enumerable.Range(0, 4).Select(j => found.Covariance[i, j]), Numbers(part["covariance"]![i]));
        }
        Assert.Equal([10.0, 10, 10, 10], Numbers(element["input"]));
        Assert.Equal([23.0], Numbers(element["end"]).Skip(3));
    }

    [Fact]
    public void A_singular_period_stands_in_the_result_with_its_reason_and_nothing_in_place_of_numbers()
    {
        var read = Folder.Tiny.Said("\"sigma_random\": 0.01", "\"sigma_random\": 0").Said("\"sigma_random\": 0.02", "\"sigma_random\": 0")
            .Read().Value!;
        using var output = new MemoryStream();
        CaseResult.Write(output, BalanceStructure.Of(read.Case, read.Options), 0.5);
        var part = JsonNode.Parse(output.ToArray())!["elements"]!["Pu"]!["item"]!;
        Assert.Equal((4, "no_random_error"), ((int)part["singular"]!["period"]!, (string)part["singular"]!["reason"]!));
        Assert.Equal(4, part["sitmuf"]!.AsArray().Count);
        Assert.Null(part["sitmuf"]![3]);
        Assert.NotNull(part["seid"]![3]);
    }

    [Fact]
    public void A_case_can_share_methods_calibrate_them_list_its_dates_and_name_measurements()
    {
        var read = new Folder()
            .With("case.json", """
                {"name": "all", "mass_unit": "g", "time_unit": "d", "balance_dates": [0, 1, 2], "elements": ["U", "U-235"],
                 "opening_exact": true, "opening_holds_items_at_start": true, "gap_limit": 3, "offset_limit": 0.5, "interpolate_inventories": true,
                 "methods": [{"id": "scale", "sigma_random": 0.1, "sigma_systematic": 0.2, "sigma_random_absolute": 0.3,
                              "sigma_systematic_absolute": 0.4, "calibrations": [0.5, 1.5], "note": "in the hall"}],
                 "locations": [{"id": "in", "kind": "input", "type": "discrete", "file": "in.csv", "methods": ["scale"]},
                               {"id": "stock", "kind": "inventory", "file": "stock.csv", "methods": ["scale"]},
                               {"id": "rate", "kind": "output", "type": "continuous", "file": "rate.csv",
                                "sigma_random": 0.5, "sigma_systematic": 0}]}
                """)
            .With("in.csv", "\uFEFFtime,U-235,U,measurement\r\n0.5,1,10,drum 1\r\n1.5,2,20,\r\n")
            .With("stock.csv", "time,U,U-235,measurement\n0,10,1,drum 2\n0,30,3,drum 3\n2,10,1,drum 1")
            .With("rate.csv", "time,U,U-235\n0,1e1,.1E+1\n3,0.0,-0\n")
            .Read().Value!;
        Assert.Equal(new EvaluationOptions
        {
            IsOpeningExact = true,
            CountsItemsAtStart = false,
            GapLimit = 3,
            OffsetLimit = 0.5,
            InterpolatesInventories = true,
        }, read.Options);
        var (of, scale) = (read.Case, read.Case.Methods[0]);
        Assert.Equal((0.1, 0.2, 0.3, 0.4), (scale.RelativeRandom, scale.RelativeSystematic, scale.AdditiveRandom, scale.AdditiveSystematic));
        Assert.Equal([0.5, 1.5], scale.Calibrations);
        Assert.Equal(["scale", "rate"], of.Methods.Select(method => method.Id));
        Assert.Equal([10, 20], of.Locations[0].Masses[0].ToArray());
        Assert.Equal([1, 2], of.Locations[0].Masses[1].ToArray());
        Assert.Equal(["drum 1", null], of.Locations[0].Measurements);
        Assert.Equal([10, 0], of.Locations[2].Masses[0].ToArray());
        Assert.Equal([0, 1, 2], BalanceStructure.Of(of, read.Options).Dates);
        Assert.Equal(2, read.Declared);
    }

    [Fact]
    public void What_a_description_says_beyond_its_form_is_named_and_not_passed_over_in_silence() =>
        Assert.Equal(["locations[0].sigma_sytematic", "colour"], Folder.Tiny
            .Said("\"sigma_systematic\": 0.02", "\"sigma_systematic\": 0.02, \"sigma_sytematic\": 1")
            .Said("\"periods\": 4", "\"periods\": 4, \"colour\": 1").Read().Value!.Unread);

    [Fact]
    public void Numbers_are_read_to_the_nearest_double()
    {
        string[] plain = ["0", "5", "-0.5", "10.5", "1e3", "1E-3", ".5", "7.", "0.1", "123456789012345678", "9007199254740993",
            "1.7976931348623157e308", "4.9e-324", "2.2250738585072014e-308", "0.000000000000000000000000000012345", "1e23", "8.5e22",
            "54.1555503857", "3.141592653589793238"];
        var random = new Random(5);
        var drawn = Enumerable.Range(0, 20_000).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64())).Where(double.IsFinite)
            .Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
        foreach (var text in plain.Concat(drawn))
        {
            Assert.Equal(text.Length, Decimals.Read(Encoding.ASCII.GetBytes(text + ",1"), out var found));
            Assert.Equal(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture), found);
        }
        foreach (var text in new[] { "", "-", ".", "e5", "+1", " 1", "1e", "1e+", "1e99999", "x", "--1", "-.e1" })
            Assert.Equal(0, Decimals.Read(Encoding.ASCII.GetBytes(text), out _));
    }

    private static IEnumerable<double> Numbers(JsonNode? list) => list!.AsArray().Select(item => (double)item!);
}

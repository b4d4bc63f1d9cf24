using System.Reflection;
using Custodia.Statistics.Balances;
using Custodia.Statistics.Cases;

namespace Custodia.Statistics.Tests.Cases;

public sealed class RefusalTests
{
    private const string In = "in_1.csv";
    private const string Discrete = "\"type\": \"discrete\", \"file\": \"in_1.csv\"";
    private const string Continuous = "\"type\": \"continuous\", \"file\": \"in_1.csv\"";

    /// <summary>What is wrong, by code, file, line and column.</summary>
    public static TheoryData<string, string, string, int?, int?, string?> Tables => new()
    {
        { "time;Pu\n2,5\n", FaultCodes.WrongHeader, In, 1, 1, "time;Pu" },
        { "time,U\n2,5\n", FaultCodes.WrongHeader, In, 1, 2, "time,U" },
        { "time\n2\n", FaultCodes.WrongHeader, In, 1, 1, "time" },
        { "", FaultCodes.WrongHeader, In, 1, 1, "" },
        { "time,Pu,Pu\n2,5,5\n", FaultCodes.WrongHeader, In, 1, 1, "time,Pu,Pu" },
        { "time,Pu\n2,5\n3\n", FaultCodes.WrongRow, In, 3, 1, "3" },
        { "time,Pu\n2,5\n\n3,5\n", FaultCodes.WrongRow, In, 3, 1, "" },
        { "time,Pu\n2,5,7\n", FaultCodes.WrongRow, In, 2, 2, "2,5,7" },
        { "time,Pu,measurement\n2,5,\u202Ex\n", FaultCodes.WrongRow, In, 2, 3, "�x" },
        { "time,Pu\n2,5\n3,five\n", FaultCodes.NotNumber, In, 3, 2, "five" },
        { "time,Pu\n2,5\n,5\n", FaultCodes.NotNumber, In, 3, 1, "" },
        { "time,Pu\n2,\"5\"\n", FaultCodes.NotNumber, In, 2, 2, "\"5\"" },
        { "time,Pu\n2, 5\n", FaultCodes.NotNumber, In, 2, 2, " 5" },
        { "time,Pu\n2,5\r3,5\n", FaultCodes.WrongRow, In, 2, 2, "2,5�3,5" },
        { "time,Pu\n2,NaN\n", FaultCodes.NotFinite, In, 2, 2, "NaN" },
        { "time,Pu\n2,-Infinity\n", FaultCodes.NotFinite, In, 2, 2, "-Infinity" },
        { "time,Pu\n2,1e999\n", FaultCodes.NotFinite, In, 2, 2, "1e999" },
        { "time,Pu\n2,5\n3,1e19\n", FaultCodes.TooLarge, In, 3, 2, "1E+19" },
        { "time,Pu\n-1e19,5\n", FaultCodes.TooLarge, In, 2, 1, "-1E+19" },
        { "time,Pu\n2,5\n3,-5\n", FaultCodes.Negative, In, 3, 2, "-5" },
        { "time,Pu\n2,5\n1,5\n", FaultCodes.Unsorted, In, 3, 1, "1" },
    };

    /// <summary>What is wrong with the description: a text in place of another.</summary>
    public static TheoryData<string, string, string, string, int?> Descriptions => new()
    {
        { "\"name\": \"tiny\"", "\"name\": 5", FaultCodes.WrongMember, "name", 2 },
        { "\"mbp\": 10", "\"mbp\": 0", FaultCodes.WrongMember, "mbp", 2 },
        { "\"mbp\": 10", "\"mbp\": \"10\"", FaultCodes.WrongMember, "mbp", 2 },
        { "\"mbp\": 10", "\"mbp\": 10, \"balance_dates\": [1]", FaultCodes.WrongMember, "balance_dates", 2 },
        { "\"mbp\": 10", "\"balance_dates\": [1, 1]", FaultCodes.WrongMember, "balance_dates", 2 },
        { "\"mbp\": 10", "\"opening_exact\": 1, \"mbp\": 10", FaultCodes.WrongMember, "opening_exact", 2 },
        { "\"mbp\": 10", "\"mbp\": 1e19", FaultCodes.WrongMember, "mbp", 2 },
        { "\"mbp\": 10", "\"mbp\": 10, \"page_k\": -1", FaultCodes.WrongMember, "page_k", 2 },
        { "\"mbp\": 10", "\"mbp\": 10, \"page_k\": \"half\"", FaultCodes.WrongMember, "page_k", 2 },
        { "\"mbp\": 10", Closed("0", "2026-01-31", "recount"), FaultCodes.WrongMember, "closed_alarms[0].period", 2 },
        { "\"mbp\": 10", Closed("1.5", "2026-01-31", "recount"), FaultCodes.WrongMember, "closed_alarms[0].period", 2 },
        { "\"mbp\": 10", Closed("5", "2026-01-31", "recount"), FaultCodes.WrongMember, "closed_alarms[0].period", 2 },
        { "\"mbp\": 10", Closed("null", "2026-01-31", "recount"), FaultCodes.WrongMember, "closed_alarms[0].period", 2 },
        { "\"mbp\": 10", Closed("2", "31 January", "recount"), FaultCodes.WrongMember, "closed_alarms[0].on", 2 },
        { "\"mbp\": 10", Closed("2", "2026-01-31", ""), FaultCodes.WrongMember, "closed_alarms[0].reason", 2 },
        { "\"mbp\": 10", "\"mbp\": 1e-9", FaultCodes.TooManyPeriods, "mbp", 2 },
        { "\"mbp\": 10", "\"mbp\": 42", FaultCodes.NoPeriod, "mbp", 2 },
        { "[\"Pu\"]", "[]", FaultCodes.WrongHeader, "", 1 },
        { "[\"Pu\"]", "[\"Pu\", \"Pu\"]", FaultCodes.WrongHeader, "", 1 },
        { "[\"Pu\"]", "[\"P,u\"]", FaultCodes.WrongMember, "elements[0]", 2 },
        { "[\"Pu\"]", "5", FaultCodes.WrongMember, "elements", 2 },
        { "\"kind\": \"input\"", "\"kind\": \"intake\"", FaultCodes.UnknownKind, "locations[0].kind", 4 },
        { "\"kind\": \"input\", ", "", FaultCodes.UnknownKind, "locations[0].kind", 4 },
        { Discrete, "\"type\": \"batch\", \"file\": \"in_1.csv\"", FaultCodes.WrongType, "locations[0].type", 4 },
        { "\"type\": \"discrete\", \"file\": \"out_1.csv\"", "\"file\": \"out_1.csv\"", FaultCodes.WrongType, "locations[2].type", 6 },
        { "\"type\": null", "\"type\": \"discrete\"", FaultCodes.WrongType, "locations[1].type", 5 },
        { "\"id\": \"out_1\"", "\"id\": \"in_1\"", FaultCodes.NameTwice, "locations[2].id", 6 },
        { "\"file\": \"out_1.csv\"", "\"file\": \"in_1.csv\"", FaultCodes.NameTwice, "locations[2].file", 6 },
        { "\"sigma_systematic\": 0.02", "\"methods\": [\"inv_1\", \"inv_1\"]", FaultCodes.NameTwice, "locations[0].methods", 4 },
        { "\"file\": \"in_1.csv\"", "\"file\": \"../in_1.csv\"", FaultCodes.FileOutside, "locations[0].file", 4 },
        { "\"file\": \"in_1.csv\"", "\"file\": \"/etc/passwd\"", FaultCodes.FileOutside, "locations[0].file", 4 },
        { "\"file\": \"in_1.csv\", ", "", FaultCodes.WrongMember, "locations[0].file", 4 },
        { ", \"sigma_systematic\": 0.02", "", FaultCodes.WrongMember, "locations[0].sigma_systematic", 4 },
        { "\"sigma_systematic\": 0.02", "\"sigma_systematic\": -0.02", FaultCodes.WrongSigma, "locations[0]", 4 },
        { "\"sigma_systematic\": 0.02", "\"methods\": [\"scale\"]", FaultCodes.UnknownMethod, "locations[0].methods", 4 },
        { "\"sigma_systematic\": 0.02", "\"sigma_systematic\": 0.02, \"calibrations\": [2, 1]", FaultCodes.WrongCalibrations, "locations[0]", 4 },
        { "\"locations\": [", "\"locations\": 5, \"places\": [", FaultCodes.WrongMember, "locations", 3 },
        { "\"locations\": [", "\"locations\": [5,", FaultCodes.WrongMember, "locations[0]", 3 },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_bad_table_is_refused_with_its_place(string table, string code, string file, int? line, int? column, string? found)
    {
        var fault = Folder.Tiny.With(In, table).Fault();
        Assert.Equal((code, file, line, column, found), (fault.Code, fault.File, fault.Line, fault.Column, fault.Found));
    }

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void A_bad_description_is_refused_with_its_place(string text, string otherwise, string code, string field, int? line)
    {
        var fault = Folder.Tiny.Said(text, otherwise).Fault();
        Assert.Equal((code, field, line), (fault.Code, fault.Field, fault.Line));
    }

    [Fact]
    public void What_is_no_json_no_object_too_large_or_missing_is_refused()
    {
        Assert.Equal((FaultCodes.NotJson, 2, 3), Place(Folder.Tiny.With("case.json", "{\n\"a").Fault()));
        Assert.Equal((FaultCodes.NotJson, 1, 1), Place(Folder.Tiny.With("case.json", "[]").Fault()));
        Assert.Equal(FaultCodes.NotJson, Folder.Tiny.With("case.json", "{\"name\": \"a\", \"name\": \"b\"}").Fault().Code);
        Assert.Equal(FaultCodes.NotJson, Folder.Tiny.With("case.json", new string('[', 5000)).Fault().Code);
        Assert.Equal(FaultCodes.NotJson, Folder.Tiny.With("case.json", [.. "{\"a"u8, 0xE7, .. "\": 1}"u8]).Fault().Code);
        Assert.Equal(FaultCodes.NotJson, Folder.Tiny.With("case.json", "{\"\\ud800\": 1}").Fault().Code);
        Assert.Equal(FaultCodes.FileTooLarge, Folder.Tiny.With("case.json", new byte[CaseLimits.JsonBytes + 1]).Fault().Code);
        foreach (var file in new[] { "case.json", In })
            Assert.Equal((FaultCodes.FileMissing, file), (Folder.Tiny.Without(file).Fault().Code, Folder.Tiny.Without(file).Fault().File));
        Assert.Equal(FaultCodes.Empty, Folder.Tiny.With("case.json",
            """{"name": "a", "mass_unit": "kg", "time_unit": "h", "mbp": 1, "elements": ["Pu"], "locations": []}""").Fault().Code);
    }

    [Fact]
    public void A_gap_over_the_limit_is_refused_where_it_ends_and_at_either_end_of_the_balances()
    {
        var flow = Folder.Tiny.Said(Discrete, Continuous).Said("\"mbp\": 10", "\"mbp\": 10, \"gap_limit\": 4");
        Assert.Empty(flow.With(In, "time,Pu\n4,1\n8,1\n12,1\n16,1\n20,1\n24,1\n28,1\n32,1\n36,1\n").Read().Faults);
        var gap = flow.With(In, "time,Pu\n0,1\n4,1\n9,1\n13,1\n").Fault();
        Assert.Equal((FaultCodes.Gap, In, 4, 1, "≤ 4", "5"), (gap.Code, gap.File, gap.Line, gap.Column, gap.Expected, gap.Found));
        Assert.Equal((FaultCodes.Gap, 2, 1), Place(flow.With(In, "time,Pu\n5,1\n8,1\n").Fault()));
    }

    [Fact]
    public void A_stamp_stands_twice_only_for_items()
    {
        Assert.Empty(Folder.Tiny.With(In, "time,Pu\n2,5\n2,5\n").Read().Faults);
        var flow = Folder.Tiny.Said(Discrete, Continuous);
        Assert.Equal((FaultCodes.StampTwice, 3, 1), Place(flow.With(In, "time,Pu\n2,5\n2,5\n").Fault()));
        Assert.Equal((FaultCodes.StampTwice, 3, 1), Place(Folder.Tiny.With("inv_1.csv", "time,Pu\n2,5\n2,5\n").Fault()));
        Assert.Empty(Folder.Tiny.With("inv_1.csv", "time,Pu,measurement\n2,5,a\n2,5,b\n").Read().Faults);
        Assert.Equal((FaultCodes.StampTwice, 3, 1), Place(Folder.Tiny.With("inv_1.csv", "time,Pu,measurement\n2,5,\n2,5,b\n").Fault()));
    }

    [Fact]
    public void A_measurement_has_one_value_and_a_rate_has_no_name()
    {
        var two = Folder.Tiny.With(In, "time,Pu,measurement\n2,5,a\n").With("out_1.csv", "time,Pu,measurement\n2,5,b\n3,6,a\n").Fault();
        Assert.Equal((FaultCodes.TwoValues, "out_1.csv", 3, 2, "5", "6"), (two.Code, two.File, two.Line, two.Column, two.Expected, two.Found));
        Assert.Equal((FaultCodes.TwoValues, 3, 2), Place(Folder.Tiny.With(In, "time,Pu,measurement\n2,5,a\n3,4,a\n").Fault()));
        var flow = Folder.Tiny.Said(Discrete, Continuous);
        Assert.Equal((FaultCodes.RateNamed, 3, 3), Place(flow.With(In, "time,Pu,measurement\n2,5,\n3,5,a\n").Fault()));
    }

    [Fact]
    public void A_location_without_readings_is_refused_unless_nothing_had_to_pass()
    {
        Assert.Empty(Folder.Tiny.With(In, "time,Pu\n").Read().Faults);
        Assert.Equal(FaultCodes.NoReadings, Folder.Tiny.With("inv_1.csv", "time,Pu\n").Fault().Code);
    }

    [Fact]
    public void No_more_faults_are_listed_than_a_person_reads()
    {
        var rows = string.Concat(Enumerable.Repeat("x,y\n", 5000));
        Assert.Equal(CaseRules.MostFaults, Folder.Tiny.With(In, "time,Pu\n" + rows).Read().Faults.Count);
        var negative = rows.Replace("x,y", "1,-1", StringComparison.Ordinal);
        Assert.Equal(CaseRules.MostFaults, Folder.Tiny.With(In, "time,Pu\n" + negative).Read().Faults.Count);
    }

    [Fact]
    public void Every_code_is_its_own_and_of_this_library()
    {
        var codes = typeof(FaultCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^(statistics|verification)\\.", code));
    }

    [Fact]
    public void Bytes_by_chance_are_refused_or_read_and_never_break_the_reader()
    {
        var random = new Random(11);
        for (var n = 0; n < 3000; n++)
        {
            var name = n % 3 == 0 ? "case.json" : n % 3 == 1 ? In : "inv_1.csv";
            var bytes = Folder.Tiny[name].ToArray();
            for (var change = random.Next(1, 6); change > 0; change--)
                bytes[random.Next(bytes.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)",\n.-e\"0{["[random.Next(9)];
            var read = Folder.Tiny.With(name, bytes).Read();
            Assert.Equal(read.Value is null, read.Faults.Count > 0);
            if (read.Value is { } value)
                BalanceSequence.Evaluate(value.Case, value.Options);
        }
    }

    private static string Closed(string period, string on, string reason) =>
        $$"""
        "mbp": 10, "closed_alarms": [{"period": {{period}}, "by": "A. Accountant", "on": "{{on}}", "reason": "{{reason}}"}]
        """;

    private static (string, int, int) Place(Fault fault) => (fault.Code, fault.Line ?? 0, fault.Column ?? 0);
}

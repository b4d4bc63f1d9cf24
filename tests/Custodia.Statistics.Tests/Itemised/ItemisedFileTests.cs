using System.Text;
using Custodia.Statistics.Itemised;

namespace Custodia.Statistics.Tests.Itemised;

public sealed class ItemisedFileTests
{
    private const string Good = """
        {
          "unit": "kg", "element": "Pu", "isotope": "Pu-239", "goal": 8,
          "sources": [
            { "id": "scale", "kind": "bulk", "random": 0.001, "systematic": 0.002, "randomAbsolute": 0.0001 },
            { "id": "laboratory", "kind": "analysis", "random": 0.003, "systematic": 0 }
          ],
          "strata": [
            { "id": "PB", "part": "opening", "uses": ["scale", "laboratory"], "fraction": 0.6, "mass": 20, "weighings": 10 },
            { "id": "PE", "part": "closing", "uses": ["scale"], "calibrations": { "scale": "2026" }, "list": [
              { "mass": 2, "measurement": "m1", "sample": "s1", "fraction": 0.5 },
              { "mass": 1, "fraction": 0.7 }
            ] }
          ]
        }
        """;

    [Fact]
    public void A_file_gives_what_stands_in_it()
    {
        var read = ItemisedFile.Read(Encoding.UTF8.GetBytes(Good)).Value!;
        Assert.Equal(("kg", "Pu", "Pu-239", 8.0), (read.Unit, read.Element, read.Isotope, read.Goal));
        Assert.Equal(new ErrorSource("scale", SourceKind.Bulk, 0.001, 0.002) { RandomAbsolute = 0.0001 }, read.Sources[0]);
        Assert.Equal(new EqualItems(20, 10, 10), read.Strata[0].Equal);
        Assert.Equal([new("scale"), new("laboratory")], read.Strata[0].Uses);
        Assert.Equal([new("scale", "2026")], read.Strata[1].Uses);
        Assert.Equal([new(2, "m1", "s1", 0.5), new(1, null, null, 0.7)], read.Strata[1].Items.ToArray());
        Assert.NotNull(ItemisedFile.Evaluate(read, ofIsotope: true, Encoding.UTF8.GetBytes(Good)).Value);
    }

    [Theory]
    [InlineData("\"unit\": \"kg\",", "", FaultCodes.Malformed, 0, 0)]
    [InlineData("\"unit\": \"kg\"", "\"unit\": null", FaultCodes.Malformed, 2, 0)]
    [InlineData("\"unit\": \"kg\"", "\"unit\": \"\"", FaultCodes.Malformed, 2, 11)]
    [InlineData("\"element\": \"Pu\"", "\"element\": \"P\\u0007\"", FaultCodes.Malformed, 2, 28)]
    [InlineData("\"goal\": 8", "\"goal\": -8", FaultCodes.OutOfRange, 2, 63)]
    [InlineData("\"goal\": 8", "\"goals\": 8", FaultCodes.Malformed, 2, 0)]
    [InlineData("\"goal\": 8", "\"goal\": 8, \"goal\": 9", FaultCodes.Malformed, 2, 0)]
    [InlineData("\"goal\": 8", "\"goal\": NaN", FaultCodes.Malformed, 2, 0)]
    [InlineData("\"kind\": \"bulk\"", "\"kind\": \"bulky\"", FaultCodes.Malformed, 4, 0)]
    [InlineData("\"kind\": \"bulk\"", "\"kind\": 0", FaultCodes.Malformed, 4, 0)]
    [InlineData("\"random\": 0.001", "\"random\": \"0.001\"", FaultCodes.Malformed, 4, 0)]
    [InlineData("\"random\": 0.001", "\"random\": -1", FaultCodes.OutOfRange, 4, 48)]
    [InlineData("{ \"id\": \"laboratory\"", "null, { \"id\": \"laboratory\"", FaultCodes.Malformed, 5, 5)]
    [InlineData("\"id\": \"laboratory\"", "\"id\": \"scale\"", FaultCodes.Twice, 5, 13)]
    [InlineData("\"part\": \"opening\"", "\"part\": \"begin\"", FaultCodes.Malformed, 8, 0)]
    [InlineData("[\"scale\", \"laboratory\"]", "[\"scales\"]", FaultCodes.Unknown, 8, 47)]
    [InlineData("[\"scale\", \"laboratory\"]", "[null]", FaultCodes.Malformed, 8, 47)]
    [InlineData("\"mass\": 20, ", "", FaultCodes.Missing, 8, 5)]
    [InlineData(", \"weighings\": 10", "", FaultCodes.Missing, 8, 5)]
    [InlineData("\"weighings\": 10", "\"weighings\": 1.5", FaultCodes.Malformed, 8, 0)]
    [InlineData("{ \"scale\": \"2026\" }", "{ \"scales\": \"2026\" }", FaultCodes.Unknown, 9, 0)]
    [InlineData("{ \"scale\": \"2026\" }", "{ \"scale\": null }", FaultCodes.Malformed, 9, 0)]
    [InlineData("\"list\": [", "\"mass\": 3, \"list\": [", FaultCodes.Twice, 9, 0)]
    [InlineData("{ \"mass\": 1, \"fraction\": 0.7 }", "null", FaultCodes.Malformed, 11, 0)]
    [InlineData("{ \"mass\": 1, ", "{ \"mass\": -1, ", FaultCodes.OutOfRange, 11, 17)]
    [InlineData("{ \"mass\": 1, ", "{ \"mass\": 1, \"measurement\": \"m1\", ", FaultCodes.MeasurementDiffers, 11, 17)]
    [InlineData("{ \"mass\": 1, ", "{ \"mass\": 2, \"measurement\": \"m1\", ", FaultCodes.MeasurementDiffers, 11, 53)]
    [InlineData("{ \"mass\": 1, \"fraction\": 0.7 }", "{ \"mass\": 2, \"measurement\": \"m1\", \"fraction\": 0.5 }",
        FaultCodes.MeasurementTwice, 7, 13)]
    [InlineData("{ \"mass\": 1, \"fraction\": 0.7 }", "{ \"mass\": 1 }", FaultCodes.Missing, 11, 7)]
    [InlineData("]\n}", "]", FaultCodes.Malformed, 0, 0)]
    public void A_wrong_file_is_refused_with_line_and_column(string instead, string put, string code, int line, int column)
    {
        Assert.Contains(instead, Good, StringComparison.Ordinal);
        var json = Encoding.UTF8.GetBytes(Good.Replace(instead, put, StringComparison.Ordinal));
        var read = ItemisedFile.Read(json);
        var faults = read.Value is { } value ? ItemisedFile.Evaluate(value, ofIsotope: true, json).Faults : read.Faults;
        var fault = faults[0];
        Assert.Equal(code, fault.Code);
        Assert.True(fault.Line >= 1 && fault.Column >= 1);
        // 0: wherever the reader of JSON sees it.
        Assert.Equal((line == 0 ? fault.Line : line, column == 0 ? fault.Column : column), (fault.Line, fault.Column));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}")]
    public void What_is_no_case_at_all_is_refused(string text) =>
        Assert.Equal(FaultCodes.Malformed, ItemisedFile.Read(Encoding.UTF8.GetBytes(text)).Faults.Single().Code);

    [Fact]
    public void Bytes_changed_by_chance_never_break_the_reader()
    {
        var random = new Random(7);
        for (var run = 0; run < 3_000; run++)
        {
            var json = Encoding.UTF8.GetBytes(Good);
            for (var i = 0; i < 1 + (run % 3); i++)
                json[random.Next(json.Length)] = (byte)random.Next(256);
            var read = ItemisedFile.Read(json);
            Assert.True(read.Value is not null || read.Faults.All(fault => fault.Line >= 1));
            if (read.Value is { } value)
                Assert.NotNull(ItemisedFile.Evaluate(value, ofIsotope: false, json));
        }
    }

    [Fact]
    public void A_file_over_the_limit_is_refused() =>
        Assert.Equal(FaultCodes.TooMany, ItemisedFile.Read(new byte[ItemisedFile.MostBytes + 1]).Faults.Single().Code);
}

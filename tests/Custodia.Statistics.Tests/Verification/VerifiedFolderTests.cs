using Custodia.Statistics.Verification;

namespace Custodia.Statistics.Tests.Verification;

public sealed class VerifiedFolderTests
{
    private const string Operator = VerifiedFolder.OperatorFile;
    private const string Inspector = VerifiedFolder.InspectorFile;
    private const string Sources = VerifiedFolder.SourcesFile;

    private static readonly Dictionary<string, string> Good = new()
    {
        [Sources] = "source,random,systematic\nscale,0.001,0.0005\ncounter,0.004,0.002\n",
        [Operator] = "stratum,part,item,mass,source\ndrums,closing,D1,2000,scale\ndrums,closing,D2,2010,scale\n"
            + "drums,closing,D3,1990,scale\ncans,opening,C1,500,scale\ncans,opening,C2,510,scale\n",
        [Inspector] = "stratum,item,mass,source\ndrums,D1,1994,counter\ncans,C2,490,counter\ndrums,D3,1992,counter\n",
    };

    [Fact]
    public void Strata_are_made_of_the_items_of_both_sides()
    {
        var balance = VerifiedFolder.Read(Good.Of).Value!;
        var (scale, counter) = (new SideError("scale", 0.001, 0.0005), new SideError("counter", 0.004, 0.002));
        VerifiedStratum[] strata = [new("drums", -1, 3, 2_000, 2, 2, scale, counter), new("cans", 1, 2, 505, 1, 20, scale, counter)];
        Assert.Equal(strata, balance.Strata);
        var d = DStatistic.Of(strata).Value!;
        Assert.Equal((d.D, d.Random, d.Systematic), (balance.Statistic.D, balance.Statistic.Random, balance.Statistic.Systematic));
        Assert.Equal((-3 * 2) + (2 * 20), d.D);
        Assert.Equal([("D1", false), ("C2", true), ("D3", false)], balance.Items.Select(item => (item.Item, item.Test.IsRejected)));
        Assert.Equal(DStatistic.Test(510, 490, scale, counter), balance.Items[1].Test);
    }

    [Fact]
    public void The_checked_figures_come_out_of_122_drums()
    {
        var items = string.Concat(Enumerable.Range(1, 122).Select(i => $"drums,closing,{i},20026,scale\n"));
        var verified = string.Concat(Enumerable.Range(1, 12).Select(i => $"drums,{i * 10},20012,balance\n"));
        var d = VerifiedFolder.Read(new Dictionary<string, string>
        {
            [Sources] = "source,random,systematic\nscale,0.001,0.0007\nbalance,0.004,0.002\n",
            [Operator] = "stratum,part,item,mass,source\n" + items,
            [Inspector] = "stratum,item,mass,source\n" + verified,
        }.Of).Value!.Statistic;
        Assert.Equal((-1_708, 5_938, -0.288), (d.D, Math.Round(d.Sigma), Math.Round(d.Standardised!.Value, 3)));
    }

    [Theory]
    [InlineData(Sources, "source,random", "source;random", FaultCodes.Malformed, 1, 1)]
    [InlineData(Sources, "scale,0.001", "scale,-0.001", FaultCodes.OutOfRange, 2, 2)]
    [InlineData(Sources, "0.0005", "11", FaultCodes.OutOfRange, 2, 3)]
    [InlineData(Sources, "0.0005", "NaN", FaultCodes.Malformed, 2, 3)]
    [InlineData(Sources, "counter", "scale", FaultCodes.Twice, 3, 1)]
    [InlineData(Sources, "counter", "", FaultCodes.Malformed, 3, 1)]
    [InlineData(Sources, "counter", "counters", FaultCodes.Unknown, 2, 4)]
    [InlineData(Operator, "drums,closing,D1", "drums,end,D1", FaultCodes.Malformed, 2, 2)]
    [InlineData(Operator, "drums,closing,D2", "drums,opening,D2", FaultCodes.Malformed, 3, 2)]
    [InlineData(Operator, "D2,2010,scale", "D1,2010,scale", FaultCodes.Twice, 3, 3)]
    [InlineData(Operator, "D2,2010,scale", "D2,-2010,scale", FaultCodes.OutOfRange, 3, 4)]
    [InlineData(Operator, "D2,2010,scale", "D2,1e16,scale", FaultCodes.OutOfRange, 3, 4)]
    [InlineData(Operator, "D2,2010,scale", "D2,1e999,scale", FaultCodes.Malformed, 3, 4)]
    [InlineData(Operator, "D2,2010,scale", "D2,,scale", FaultCodes.Malformed, 3, 4)]
    [InlineData(Operator, "D2,2010,scale", "D2,2010,counter", FaultCodes.Malformed, 3, 5)]
    [InlineData(Operator, "D2,2010,scale", "D2,2010,ruler", FaultCodes.Unknown, 3, 5)]
    [InlineData(Operator, "D2,2010,scale", "D2,2010", FaultCodes.Malformed, 3, 1)]
    [InlineData(Inspector, "drums,D1", "drum,D1", FaultCodes.Unknown, 2, 1)]
    [InlineData(Inspector, "drums,D1", "drums,D9", FaultCodes.Unknown, 2, 2)]
    [InlineData(Inspector, "drums,D3", "drums,D1", FaultCodes.Twice, 4, 2)]
    [InlineData(Inspector, "1992,counter", "1992,scale", FaultCodes.Malformed, 4, 4)]
    [InlineData(Inspector, "1992,counter", "-1,counter", FaultCodes.OutOfRange, 4, 3)]
    [InlineData(Inspector, "drums,D1,1994,counter\ncans,C2,490,counter\ndrums,D3,1992,counter\n", "", FaultCodes.TooFew, 1, 1)]
    [InlineData(Inspector, "cans,C2,490,counter\n", "", FaultCodes.Missing, null, null)]
    public void A_wrong_row_is_refused_with_file_line_and_column(string file, string instead, string put, string code, int? line, int? column)
    {
        var fault = VerifiedFolder.Read(Good.With(file, instead, put)).Faults[0];
        var found = put == "counters" ? Inspector : file;
        Assert.Equal((code, found, line, column), (fault.Code, fault.File, fault.Line, fault.Column));
    }

    [Theory]
    [InlineData(Sources)]
    [InlineData(Operator)]
    [InlineData(Inspector)]
    public void A_table_that_is_not_there_is_refused(string file)
    {
        var fault = VerifiedFolder.Read(name => name == file ? null : Good.Of(name)).Faults.Single();
        Assert.Equal((FaultCodes.FileMissing, file), (fault.Code, fault.File));
    }

    [Fact]
    public void Bytes_changed_by_chance_never_break_the_reader() => Good.Shake(VerifiedFolder.Read);
}

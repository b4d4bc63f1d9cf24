using Custodia.Statistics.Itemised;
using Custodia.Statistics.Verification;

namespace Custodia.Statistics.Tests.Verification;

public sealed class RouteFolderTests
{
    private const string Shipper = RouteFolder.ShipperFile;
    private const string Receiver = RouteFolder.ReceiverFile;
    private const string Sources = RouteFolder.SourcesFile;

    private static readonly Dictionary<string, string> Good = new()
    {
        [Sources] = "source,kind,random,systematic,randomAbsolute,systematicAbsolute\nscale,bulk,0,0.0005,2,1\n"
            + "laboratory,analysis,0.0004,0.0005,0,0\n",
        [Shipper] = "transfer,mass,weighings,samples,sources\nT1,3040000,2,2,scale;laboratory@2025\nT2,3041000,2,1,scale;laboratory@2026\n",
        [Receiver] = "transfer,mass,weighings,samples,sources\nT2,3037500,1,1,laboratory\nT1,3039100,1,1,\n",
    };

    [Fact]
    public void Transfers_stand_in_the_order_of_the_shipper_with_what_both_ends_measured()
    {
        var route = RouteFolder.Read(Good.Of).Value!;
        Transfer[] transfers =
        [
            new("T1", new(new(3_040_000, 2, 2), [new("scale"), new("laboratory", "2025")]), new(new(3_039_100, 1, 1), [])),
            new("T2", new(new(3_041_000, 2, 1), [new("scale"), new("laboratory", "2026")]), new(new(3_037_500, 1, 1), [new("laboratory")])),
        ];
        ErrorSource[] sources =
        [
            new("scale", SourceKind.Bulk, 0, 0.0005) { RandomAbsolute = 2, SystematicAbsolute = 1 },
            new("laboratory", SourceKind.Analysis, 0.0004, 0.0005),
        ];
        Assert.Equal(RouteEvaluation.Of(sources, transfers).Value!.Transfers, route.Evaluation.Transfers);
        Assert.Equal([900, 3_500], route.Evaluation.Transfers.Select(transfer => transfer.Difference));
        Assert.Equal(["T1", "T2"], route.Transfers.Select(transfer => transfer.Id));
    }

    [Theory]
    [InlineData(Sources, "source,kind", "source,type", FaultCodes.Malformed, 1, 1)]
    [InlineData(Sources, "scale,bulk", "sca;le,bulk", FaultCodes.Malformed, 2, 1)]
    [InlineData(Sources, "scale,bulk", "scale,ruler", FaultCodes.Malformed, 2, 2)]
    [InlineData(Sources, "laboratory,analysis", "scale,analysis", FaultCodes.Twice, 3, 1)]
    [InlineData(Sources, "0.0004", "-1", FaultCodes.OutOfRange, 3, 3)]
    [InlineData(Sources, "0.0004", "Infinity", FaultCodes.Malformed, 3, 3)]
    [InlineData(Sources, "0.0005,0,0", "0.0005,1,0", FaultCodes.OutOfRange, 3, 5)]
    [InlineData(Shipper, "T1,3040000", "T1,-1", FaultCodes.OutOfRange, 2, 2)]
    [InlineData(Shipper, "T1,3040000", ",3040000", FaultCodes.Malformed, 2, 1)]
    [InlineData(Shipper, "T1,3040000,2", "T1,3040000,0", FaultCodes.OutOfRange, 2, 3)]
    [InlineData(Shipper, "T1,3040000,2,2", "T1,3040000,2,1.5", FaultCodes.Malformed, 2, 4)]
    [InlineData(Shipper, "T1,3040000,2,2", "T1,3040000,2,99999999999", FaultCodes.Malformed, 2, 4)]
    [InlineData(Shipper, "laboratory@2026", "ruler", FaultCodes.Unknown, 3, 5)]
    [InlineData(Shipper, "laboratory@2026", "scale@2026", FaultCodes.Twice, 3, 5)]
    [InlineData(Shipper, "laboratory@2026", "laboratory@", FaultCodes.Malformed, 3, 5)]
    [InlineData(Shipper, "T2,", "T1,", FaultCodes.Twice, 3, 1)]
    [InlineData(Receiver, "T2,", "T3,", FaultCodes.Unknown, 2, 1)]
    [InlineData(Receiver, "T2,3037500,1,1,laboratory\n", "", FaultCodes.Missing, null, null)]
    public void A_wrong_row_is_refused_with_file_line_and_column(string file, string instead, string put, string code, int? line, int? column)
    {
        var fault = RouteFolder.Read(Good.With(file, instead, put)).Faults[0];
        Assert.Equal((code, file, line, column), (fault.Code, fault.File, fault.Line, fault.Column));
    }

    [Fact]
    public void More_transfers_than_are_taken_and_a_table_that_is_not_there_are_refused()
    {
        var fault = RouteFolder.Read(Good.Of, most: 1).Faults.Single();
        Assert.Equal((FaultCodes.TooMany, Shipper), (fault.Code, fault.File));
        Assert.Equal(FaultCodes.FileMissing, RouteFolder.Read(name => name == Receiver ? null : Good.Of(name)).Faults.Single().Code);
    }

    [Fact]
    public void Absolute_errors_may_be_left_out() => Assert.NotNull(RouteFolder.Read(
        Good.With(Sources, Good[Sources], "source,kind,random,systematic\nscale,bulk,0,0.1\nlaboratory,nda,0,1\n")).Value);

    [Fact]
    public void Bytes_changed_by_chance_never_break_the_reader() => Good.Shake(file => RouteFolder.Read(file));
}

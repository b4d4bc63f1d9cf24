using System.Text;
using Custodia.Statistics.Verification;

namespace Custodia.Statistics.Tests.Verification;

public sealed class PairedFileTests
{
    private const string Good = "inspection,operator,inspector\n2025,10,9\n2025,12,12\n2025,14,12\n2026,20,17\n2026,21,19\n2026,25,21\n";

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void A_file_gives_the_estimates_of_its_rows(string start)
    {
        var estimates = PairedFile.Evaluate(Encoding.UTF8.GetBytes(start + Good), ErrorScale.Absolute).Value!;
        Assert.Equal((6, 2, 1.5), (estimates.Items, estimates.Inspections, estimates.OperatorRandom.Value));
        Assert.Equal(estimates, PairedFile.Evaluate(Encoding.UTF8.GetBytes(Good.Replace("\n", "\r\n", StringComparison.Ordinal).TrimEnd()),
            ErrorScale.Absolute).Value);
    }

    [Theory]
    [InlineData("inspection,", "Inspection,", FaultCodes.Malformed, 1, 1)]
    [InlineData("2025,12,12", "2025,12", FaultCodes.Malformed, 3, 1)]
    [InlineData("2025,12,12", "2025,12,12,1", FaultCodes.Malformed, 3, 1)]
    [InlineData("2025,12,12", ",12,12", FaultCodes.Malformed, 3, 1)]
    [InlineData("2025,12,12", "2\t5,12,12", FaultCodes.Malformed, 3, 1)]
    [InlineData("2025,12,12", "", FaultCodes.Malformed, 3, 1)]
    [InlineData("2025,12,12", "2025,twelve,12", FaultCodes.Malformed, 3, 2)]
    [InlineData("2025,12,12", "2025,12,NaN", FaultCodes.Malformed, 3, 3)]
    [InlineData("2025,12,12", "2025,12,1e999", FaultCodes.Malformed, 3, 3)]
    [InlineData("2025,12,12", "2025,12,-12", FaultCodes.OutOfRange, 3, 3)]
    [InlineData("2025,12,12", "2025,0,12", FaultCodes.OutOfRange, 3, 2)]
    [InlineData("2025,12,12\n2025,14,12\n2026,20,17\n2026,21,19\n2026,25,21\n", "", FaultCodes.TooFew, 1, 1)]
    public void A_wrong_row_is_refused_with_line_and_column(string instead, string put, string code, int line, int column)
    {
        Assert.Contains(instead, Good, StringComparison.Ordinal);
        var fault = PairedFile.Evaluate(Encoding.UTF8.GetBytes(Good.Replace(instead, put, StringComparison.Ordinal))).Faults[0];
        Assert.Equal((code, line, column), (fault.Code, fault.Line, fault.Column));
    }

    [Fact]
    public void An_empty_file_and_one_over_the_limit_are_refused()
    {
        Assert.Equal(FaultCodes.Malformed, PairedFile.Evaluate([]).Faults.Single().Code);
        Assert.Equal(FaultCodes.TooMany, PairedFile.Evaluate(new byte[PairedFile.MostBytes + 1]).Faults.Single().Code);
        var rows = Encoding.UTF8.GetBytes(PairedFile.Header + "\n" + string.Concat(Enumerable.Repeat("a,1,1\n", PairedEstimates.MostItems + 1)));
        var many = PairedFile.Evaluate(rows).Faults.Single();
        Assert.Equal((FaultCodes.TooMany, 1_000_002), (many.Code, many.Line));
        var line = PairedFile.Evaluate(Encoding.UTF8.GetBytes($"{PairedFile.Header}\na,1,{new string('1', 20_000)}\n")).Faults.Single();
        Assert.Equal((FaultCodes.Malformed, 2), (line.Code, line.Line));
    }

    [Fact]
    public void Not_more_faults_are_named_than_a_person_reads() =>
        Assert.Equal(100, PairedFile.Evaluate(Encoding.UTF8.GetBytes(Good + string.Concat(Enumerable.Repeat("x\n", 1_000)))).Faults.Count);
}

using System.Globalization;
using Custodia.Statistics.Cases;

namespace Custodia.Statistics.Verification;

/// <summary>
/// Reads paired data from CSV: header <c>inspection,operator,inspector</c>, one item a row, UTF-8, a point for decimals, nothing quoted.
/// </summary>
public static class PairedFile
{
    /// <summary>The largest file (bytes).</summary>
    public const int MostBytes = TextTable.MostBytes;

    /// <summary>What stands in the first line.</summary>
    public const string Header = "inspection,operator,inspector";

    /// <summary>The estimates, or what is wrong with the file and where.</summary>
    public static Outcome<PairedEstimates> Evaluate(ReadOnlySpan<byte> csv, ErrorScale scale = ErrorScale.Relative)
    {
        var table = new TextTable(null, Header);
        var pairs = new List<PairedItem>();
        table.Read(csv, row => pairs.Add(new PairedItem(row.Name("inspection"), row.Number("operator"), row.Number("inspector"))));
        if (table.Faults.Count > 0)
            return table.Faults.ToArray();
        var outcome = PairedEstimates.Of(pairs, scale);
        return outcome.Value is null ? outcome.Faults.Select(fault => Placed(fault, table.Columns)).ToArray() : outcome;
    }

    // A fault of pairs[i] stands in line i + 2, behind the header.
    private static Fault Placed(Fault fault, string[] columns)
    {
        if (!fault.Field.StartsWith("pairs[", StringComparison.Ordinal))
            return fault.At(null, 1, 1);
        var end = fault.Field.IndexOf(']', StringComparison.Ordinal);
        var column = fault.Field[(end + 2)..];
        return (fault with { Field = column }).At(null, int.Parse(fault.Field.AsSpan(6, end - 6), CultureInfo.InvariantCulture) + 2,
            Array.IndexOf(columns, column) + 1);
    }
}

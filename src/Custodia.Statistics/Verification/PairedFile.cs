using System.Globalization;
using System.Text;

namespace Custodia.Statistics.Verification;

/// <summary>
/// Reads paired data from CSV: header <c>inspection,operator,inspector</c>, one item a row, UTF-8, a point for decimals, nothing quoted.
/// </summary>
public static class PairedFile
{
    /// <summary>The largest file (bytes).</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>What stands in the first line.</summary>
    public const string Header = "inspection,operator,inspector";

    private const int NameLength = 100;
    private const int MostFaults = 100;

    private static readonly string[] Columns = Header.Split(',');

    /// <summary>The estimates, or what is wrong with the file and where.</summary>
    public static Outcome<PairedEstimates> Evaluate(ReadOnlySpan<byte> csv, ErrorScale scale = ErrorScale.Relative)
    {
        if (csv.Length > MostBytes)
            return new[] { new Fault(FaultCodes.TooMany, "", $"≤ {MostBytes}", $"{csv.Length}") };
        var (pairs, faults) = Read(csv);
        if (faults.Count > 0)
            return faults.ToArray();
        var outcome = PairedEstimates.Of(pairs, scale);
        if (outcome.Value is not null)
            return outcome;
        var placed = outcome.Faults.ToArray();
        for (var i = 0; i < placed.Length; i++)
            placed[i] = Placed(placed[i], csv);
        return placed;
    }

    private static (List<PairedItem> Pairs, List<Fault> Faults) Read(ReadOnlySpan<byte> csv)
    {
        var (pairs, faults) = (new List<PairedItem>(), new List<Fault>());
        if (csv.StartsWith(Encoding.UTF8.Preamble))
            csv = csv[Encoding.UTF8.Preamble.Length..];
        var number = 0;
        foreach (var range in csv.Split((byte)'\n'))
        {
            number++;
            var text = csv[range];
            if (text.IsEmpty && range.End.Value == csv.Length && number > 1)
                break;
            var line = Encoding.UTF8.GetString(text).TrimEnd('\r');
            if (number == 1)
            {
                if (line != Header)
                    return (pairs, [new Fault(FaultCodes.Malformed, "", Header, Shown(line)) { Line = 1, Column = 1 }]);
            }
            else if (Row(line, number, faults) is { } pair)
                pairs.Add(pair);
            if (faults.Count >= MostFaults)
                break;
        }
        return (pairs, faults);
    }

    private static PairedItem? Row(string line, int number, List<Fault> faults)
    {
        var cells = line.Split(',');
        if (cells.Length != Columns.Length)
        {
            faults.Add(new Fault(FaultCodes.Malformed, "", Header, Shown(line)) { Line = number, Column = 1 });
            return null;
        }

        if (cells[0].Length is 0 or > NameLength || cells[0].Any(char.IsControl))
            faults.Add(new Fault(FaultCodes.Malformed, Columns[0], null, Shown(cells[0])) { Line = number, Column = 1 });
        var values = new double[2];
        for (var c = 1; c <= 2; c++)
        {
            if (!double.TryParse(cells[c], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture, out values[c - 1]) || !double.IsFinite(values[c - 1]))
                faults.Add(new Fault(FaultCodes.Malformed, Columns[c], "12.5", Shown(cells[c])) { Line = number, Column = Start(cells, c) });
        }
        return new PairedItem(cells[0], values[0], values[1]);
    }

    // A fault of pairs[i] stands in line i + 2, behind the header.
    private static Fault Placed(Fault fault, ReadOnlySpan<byte> csv)
    {
        if (!fault.Field.StartsWith("pairs[", StringComparison.Ordinal))
            return fault with { Line = 1, Column = 1 };
        var end = fault.Field.IndexOf(']', StringComparison.Ordinal);
        var line = int.Parse(fault.Field.AsSpan(6, end - 6), CultureInfo.InvariantCulture) + 2;
        var column = fault.Field[(end + 2)..];
        var number = 0;
        foreach (var range in csv.Split((byte)'\n'))
        {
            if (++number != line)
                continue;
            var cells = Encoding.UTF8.GetString(csv[range]).Split(',');
            return fault with { Field = column, Line = line, Column = Start(cells, Array.IndexOf(Columns, column)) };
        }
        return fault with { Field = column, Line = line };
    }

    private static int Start(string[] cells, int column) => 1 + cells.Take(column).Sum(cell => cell.Length + 1);

    private static string Shown(string text) => string.Concat(text.Take(40).Select(letter => char.IsControl(letter) ? '?' : letter));
}

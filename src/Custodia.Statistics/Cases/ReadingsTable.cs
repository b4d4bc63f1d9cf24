using System.Runtime.CompilerServices;
using System.Text;
using Custodia.Statistics.Balances;

namespace Custodia.Statistics.Cases;

/// <summary>
/// A table of readings: <c>time,ELEMENT,…</c> with the elements in any order and perhaps <c>measurement</c> last, one reading a row, in UTF-8
/// with a point for decimals. Rows end with a line feed, or a carriage return and a line feed.
/// </summary>
internal sealed class ReadingsTable(string file, IReadOnlyList<string> elements)
{
    private const int ShownBytes = 40;

    private static readonly string[] NoNumbers = ["nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity"];

    private readonly List<Fault> _faults = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private double[][] _columns = [];
    private string?[] _measurements = [];
    private int[] _order = [];
    private string[] _header = [];
    private bool _isNamed;

    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>Reads all rows; the result means nothing if there are faults.</summary>
    public LocationReadings Read(Location location, ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        var rest = text;
        var rows = 0;
        if (ReadHeader(NextLine(ref rest)))
        {
            var most = rest.Count((byte)'\n') + 1;
            _columns = [.. Enumerable.Range(0, elements.Count + 1).Select(_ => GC.AllocateUninitializedArray<double>(most))];
            _measurements = new string?[_isNamed ? most : 0];
            for (; rest.Length > 0 && _faults.Count < CaseRules.MostFaults; rows++)
                ReadRow(ref rest, rows);
        }
        return new(location, _columns.Length == 0 ? default : _columns[0].AsMemory(0, rows),
            [.. elements.Select((_, e) => _columns.Length == 0 ? default : (ReadOnlyMemory<double>)_columns[e + 1].AsMemory(0, rows))])
        {
            Measurements = _isNamed ? _measurements[..rows] : [],
            Source = file,
        };
    }

    private bool ReadHeader(ReadOnlySpan<byte> line)
    {
        _header = Encoding.UTF8.GetString(line[..Math.Min(line.Length, CaseLimits.JsonBytes)]).Split(',');
        _isNamed = _header[^1] == CaseRules.MeasurementColumn && !elements.Contains(CaseRules.MeasurementColumn);
        var named = _isNamed ? _header[1..^1] : _header[1..];
        if (_header[0] == CaseRules.TimeColumn && named.Order(StringComparer.Ordinal).SequenceEqual(elements.Order(StringComparer.Ordinal)))
        {
            _order = [0, .. named.Select(name => elements.Index().First(element => element.Item == name).Index + 1)];
            return true;
        }
        var wrong = Array.FindIndex(_header, name => name != CaseRules.TimeColumn && !elements.Contains(name));
        var column = _header[0] != CaseRules.TimeColumn ? 0 : Math.Max(0, wrong);
        _faults.Add(new Fault(FaultCodes.WrongHeader, "", string.Join(',', elements.Prepend(CaseRules.TimeColumn)), Shown(line))
            .At(file, 1, column + 1));
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadRow(ref ReadOnlySpan<byte> rest, int row)
    {
        var start = rest;
        for (var c = 0; c < _order.Length; c++)
        {
            var length = Decimals.Read(rest, out var value);
            var isLast = c + 1 == _order.Length && !_isNamed;
            if (length == 0 || !double.IsFinite(value) || !IsEnd(rest[length..], isLast))
            {
                rest = start;
                SayWrong(NextLine(ref rest), row);
                return;
            }
            _columns[_order[c]][row] = value;
            if (isLast)
                Skip(ref rest, length);
            else
                rest = rest[(length + 1)..];
        }
        if (_isNamed)
            ReadMeasurement(NextLine(ref rest), row);
    }

    private static bool IsEnd(ReadOnlySpan<byte> rest, bool isLast) => isLast
        ? rest.Length == 0 || rest[0] == '\n' || (rest[0] == '\r' && rest.Length > 1 && rest[1] == '\n')
        : rest.Length > 0 && rest[0] == ',';

    private static void Skip(ref ReadOnlySpan<byte> rest, int length)
    {
        if (length < rest.Length && rest[length] == '\r')
            length++;
        rest = rest[Math.Min(rest.Length, length + 1)..];
    }

    private void ReadMeasurement(ReadOnlySpan<byte> text, int row)
    {
        if (text.Length > 0 && !ShownText.IsName(Encoding.UTF8.GetString(text[..Math.Min(text.Length, CaseLimits.JsonBytes)])))
            _faults.Add(new Fault(FaultCodes.WrongRow, CaseRules.MeasurementColumn, null, Shown(text)).At(file, row + 2, _header.Length));
        else if (text.Length > 0)
        {
            // Of names that stand at each date one string is kept.
            var name = Encoding.UTF8.GetString(text);
            if (!_names.TryAdd(name, name))
                name = _names[name];
            _measurements[row] = name;
        }
    }

    // A row that cannot be read is looked at once more, slowly, for what to say of it.
    private void SayWrong(ReadOnlySpan<byte> line, int row)
    {
        var fields = Encoding.UTF8.GetString(line[..Math.Min(line.Length, 100_000)]).Split(',');
        if (fields.Length != _header.Length)
        {
            _faults.Add(new Fault(FaultCodes.WrongRow, "", string.Join(',', _header), Shown(line))
                .At(file, row + 2, Math.Min(fields.Length, _header.Length)));
            return;
        }
        for (var c = 0; c < _order.Length; c++)
        {
            var bytes = Encoding.UTF8.GetBytes(fields[c]);
            var length = Decimals.Read(bytes, out var value);
            if (length > 0 && length == bytes.Length && double.IsFinite(value))
                continue;
            var isNumber = NoNumbers.Contains(fields[c].ToLowerInvariant()) || (length > 0 && length == bytes.Length);
            _faults.Add(new Fault(isNumber ? FaultCodes.NotFinite : FaultCodes.NotNumber, _header[c], null, Shown(bytes)).At(file, row + 2, c + 1));
        }
    }

    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    private static string Shown(ReadOnlySpan<byte> text) => ShownText.Of(Encoding.UTF8.GetString(text[..Math.Min(text.Length, ShownBytes)]));
}

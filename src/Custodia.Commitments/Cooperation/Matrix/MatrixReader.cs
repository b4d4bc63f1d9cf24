using System.Globalization;
using System.Text;
using System.Xml;
using Custodia.Books;
using Custodia.Commitments.Cooperation.Facts;

namespace Custodia.Commitments.Cooperation.Matrix;

/// <summary>Reads the lines of the tables of a document. Whoever made the file may mean harm.</summary>
/// <param name="place">The file, for refusals.</param>
internal sealed class MatrixReader(Place place)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = MatrixLimits.UnpackedBytes,
    };

    private readonly List<string[]> _lines = [];
    private readonly StringBuilder _text = new();
    private List<string>? _line;
    private string? _head;
    private bool _isInCell;

    /// <summary>Reads it.</summary>
    public Answer<MatrixFile> Read(Stream text)
    {
        using var reader = XmlReader.Create(text, Settings);
        while (reader.Read())
        {
            if (reader.Depth > MatrixLimits.Depth)
                return CooperationRefusals.FileMalformed.At(place, $"depth ≤ {MatrixLimits.Depth}");
            if (_lines.Count > MatrixLimits.Lines)
                return CooperationRefusals.FileTooLarge.At(place, $"≤ {MatrixLimits.Lines}");
            if (!Take(reader))
                return CooperationRefusals.FileMalformed.At(place with { Row = _lines.Count + 1 }, $"{MatrixDocument.Fields} × tc");
        }

        return File();
    }

    private bool Take(XmlReader reader)
    {
        if (reader.NamespaceURI != MatrixDocument.Word && reader.NodeType != XmlNodeType.EndElement && reader.NodeType != XmlNodeType.Element)
            return true;
        return (reader.NodeType, reader.LocalName) switch
        {
            (XmlNodeType.Element, "t") => Text(reader),
            // A table within a cell would make two lines of one.
            (XmlNodeType.Element, "tbl") => !_isInCell,
            (XmlNodeType.Element, "tr") => Begin(),
            (XmlNodeType.Element, "tc") => BeginCell(reader),
            (XmlNodeType.EndElement, "tc") => EndCell(),
            (XmlNodeType.EndElement, "tr") => EndLine(),
            (XmlNodeType.Element, "tab" or "br") => Blank(),
            (XmlNodeType.EndElement, "p") when !_isInCell => EndParagraph(),
            _ => true,
        };
    }

    private bool Text(XmlReader reader)
    {
        if (!reader.IsEmptyElement)
        {
            while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
            {
                if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA))
                    return false;
                _text.Append(reader.Value);
            }
        }

        return true;
    }

    private bool Begin()
    {
        var isFirst = _line is null;
        _line = [];
        return isFirst;
    }

    private bool BeginCell(XmlReader reader)
    {
        _text.Clear();
        if (_line is null || _isInCell)
            return false;
        if (reader.IsEmptyElement)
            _line.Add("");
        else
            _isInCell = true;
        return true;
    }

    private bool EndCell()
    {
        _isInCell = false;
        _line!.Add(_text.ToString());
        return _line.Count <= MatrixDocument.Fields;
    }

    private bool EndLine()
    {
        var line = _line!;
        _line = null;
        if (line.Count != MatrixDocument.Fields)
            return false;
        if (line[0].Trim() != MatrixDocument.HeadMark)
            _lines.Add([.. line]);
        return true;
    }

    private bool Blank()
    {
        if (_isInCell)
            _text.Append(' ');
        return true;
    }

    private bool EndParagraph()
    {
        if (_head is null && _text.ToString() is var text && text.StartsWith(MatrixFile.FormatName, StringComparison.Ordinal))
            _head = text;
        _text.Clear();
        return true;
    }

    private Answer<MatrixFile> File()
    {
        if (_head?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var format, var version, var template]
            || !int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return CooperationRefusals.FileMalformed.At(place, $"{MatrixFile.FormatName} {MatrixFile.FormatVersion} {MatrixTemplate.Current.Id}");
        var cells = new List<MatrixFileCell>();
        foreach (var line in _lines)
        {
            if (Cell(line) is not { } cell)
                return CooperationRefusals.FileMalformed.At(place with { Row = cells.Count + 1 }, "X | ? | NA, yyyy-mm-dd, 0 …");
            cells.Add(cell);
        }

        return new MatrixFile(format, number, template, cells);
    }

    private static MatrixFileCell? Cell(string[] line)
    {
        MatrixValue? value = line[2].Trim() switch
        {
            "X" or "x" => MatrixValue.Yes,
            "?" or "？" => MatrixValue.Unknown,
            "NA" or "N/A" => MatrixValue.NotApplicable,
            _ => null,
        };
        var isDay = DateOnly.TryParseExact(line[3].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        var isEntry = long.TryParse(line[6].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var entry);
        if ((value is null && !IsBlank(line[2])) || (!isDay && !IsBlank(line[3])) || (!isEntry && !IsBlank(line[6])))
            return null;
        return new MatrixFileCell(line[0].Trim(), value, isDay ? day : null, Filled(line[4]), Filled(line[5]),
            isEntry ? entry : null, Filled(line[7]));
    }

    private static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);

    private static string? Filled(string text) => IsBlank(text) ? null : text;
}

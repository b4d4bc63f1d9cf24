using Custodia.Books;

namespace Custodia.Materials.Reports;

/// <summary>The lines of a report: taken apart and put together as the profile asks.</summary>
internal static class ReportLines
{
    private const int MaxShown = 40;

    /// <summary>The lines without their ends, or <c>null</c> if one of them is refused.</summary>
    public static List<string>? Split(string text, FieldRules rules, string? file, Refusals refusals)
    {
        if (text.Length > ReportLimits.Characters)
        {
            refusals.Add(ReportRefusals.TooLarge.At(new(file, null, null, null), $"<= {ReportLimits.Characters}", $"{text.Length}"));
            return null;
        }

        var end = End(rules.Profile.LineEnd);
        var lines = new List<string>();
        for (var start = 0; start < text.Length && !refusals.IsFull;)
        {
            var place = new Place(file, lines.Count + 1, null, null);
            var at = text.IndexOf('\n', start);
            var next = at < 0 ? text.Length : at + 1;
            var raw = text.AsSpan(start, next - start);
            var line = raw.EndsWith(end, StringComparison.Ordinal) ? raw[..^end.Length].ToString() : null;
            if (string.IsNullOrEmpty(line) || line[^1] == '\r')
                refusals.Add(ReportRefusals.BadLineEnd.At(place, rules.Profile.LineEnd.ToString(), Shown(raw)));
            else
                Check(line, rules, place, refusals);
            lines.Add(line ?? "");
            start = next;
        }

        return refusals.Any ? null : lines;
    }

    /// <summary>The text of the lines, or why it cannot be written.</summary>
    public static Answer<string> Join(List<string> lines, FieldRules rules, Refusals refusals)
    {
        var end = End(rules.Profile.LineEnd);
        if (lines.Sum(line => (long)line.Length + end.Length) > ReportLimits.Characters)
            return ReportRefusals.TooLarge.At(default, $"<= {ReportLimits.Characters}");
        foreach (var line in lines)
            Check(line, rules, Place.OfField(Shown(line)), refusals);
        return refusals.Any ? refusals.Refuse<string>() : string.Concat(lines.Select(line => line + end));
    }

    private static void Check(string line, FieldRules rules, Place place, Refusals refusals)
    {
        if (line.Length > rules.Profile.MaxLineLength)
            refusals.Add(ReportRefusals.LineTooLong.At(place, $"<= {rules.Profile.MaxLineLength}", $"{line.Length}"));
        else if (!rules.HasCharacters(line))
            refusals.Add(ReportRefusals.BadCharacter.At(place, found: line));
    }

    private static string End(LineEnd end) => end == LineEnd.Crlf ? "\r\n" : "\n";

    private static string Shown(ReadOnlySpan<char> line) =>
        line[..Math.Min(line.Length, MaxShown)].ToString().ReplaceLineEndings("");
}

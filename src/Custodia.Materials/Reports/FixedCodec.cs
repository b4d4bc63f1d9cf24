using Custodia.Books;

namespace Custodia.Materials.Reports;

/// <summary>
/// The fixed layout, after the IAEA's paper forms: one line for the header, one for each entry and for each further weight
/// of it (continuation), and after the entries one for each line of a concise note. Each value stands in its column.
/// </summary>
internal sealed class FixedCodec(ReportProfile profile) : IReportCodec
{
    private readonly FieldRules _rules = new(profile);

    public ReportProfile Profile => profile;

    public Answer<string> Write(ReportDocument document)
    {
        if (document.Entries.Count > ReportLimits.Entries)
            return ReportRefusals.TooLarge.In("entries", $"<= {ReportLimits.Entries}", $"{document.Entries.Count}");
        var refusals = new Refusals();
        var lines = new FixedWriter(_rules, document.Type, refusals).Lines(document);
        return ReportLines.Join(lines, _rules, refusals);
    }

    public Answer<ReportDocument> Read(string text, string? file = null)
    {
        var refusals = new Refusals();
        var lines = ReportLines.Split(text, _rules, file, refusals);
        var document = lines is null ? null : new FixedReader(_rules, file, refusals).Read(lines);
        return document is null || refusals.Any ? refusals.Refuse<ReportDocument>() : document;
    }
}

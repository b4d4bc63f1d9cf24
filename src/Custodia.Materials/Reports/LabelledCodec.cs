using Custodia.Books;

namespace Custodia.Materials.Reports;

/// <summary>
/// The labelled layout: one <c>label:value</c> a line; first the header, then each entry, which its number opens. Several
/// weights of an entry are several labels of it.
/// </summary>
internal sealed class LabelledCodec(ReportProfile profile) : IReportCodec
{
    private readonly FieldRules _rules = new(profile);

    public ReportProfile Profile => profile;

    public Answer<string> Write(ReportDocument document)
    {
        if (document.Entries.Count > ReportLimits.Entries)
            return ReportRefusals.TooLarge.In("entries", $"<= {ReportLimits.Entries}", $"{document.Entries.Count}");
        var refusals = new Refusals();
        var writer = new LabelledWriter(_rules, document.Type, refusals);
        var lines = writer.Header(document);
        for (var index = 0; index < document.Entries.Count && !refusals.IsFull; index++)
            lines.AddRange(writer.Entry(document.Entries[index], Place.OfField($"entries[{index}]")));
        return ReportLines.Join(lines, _rules, refusals);
    }

    public Answer<ReportDocument> Read(string text, string? file = null)
    {
        var refusals = new Refusals();
        var lines = ReportLines.Split(text, _rules, file, refusals);
        var document = lines is null ? null : new LabelledReader(_rules, file, refusals).Read(lines);
        return document is null || refusals.Any ? refusals.Refuse<ReportDocument>() : document;
    }
}

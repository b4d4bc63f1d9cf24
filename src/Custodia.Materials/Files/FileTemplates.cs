using Custodia.Books;

namespace Custodia.Materials.Files;

/// <summary>Empty files for operators to fill in, with every column of their kind.</summary>
public static class FileTemplates
{
    private static readonly IReadOnlyList<Bilingual> ExplanationHeaders =
    [
        new("Column", "欄位"), new("Required", "必填"), new("Meaning", "說明"), new("Format", "格式"), new("Example", "範例"),
    ];

    private static readonly Bilingual Explanations = new("Explanations", "填寫說明");
    private static readonly Bilingual Yes = new("yes", "是");

    /// <summary>A header row in UTF-8 with a byte order mark.</summary>
    /// <param name="kind">The kind of file.</param>
    /// <param name="culture">Language: <c>zh…</c> or any other.</param>
    public static byte[] Csv(FileKind kind, string culture) =>
        FileWriter.Csv(FileLayouts.Of(kind).Columns, [], culture);

    /// <summary>
    /// A workbook: a sheet with the header row, and a sheet that explains each column and shows an example.
    /// </summary>
    /// <inheritdoc cref="Csv"/>
    public static byte[] Xlsx(FileKind kind, string culture)
    {
        var layout = FileLayouts.Of(kind);
        return XlsxFile.Write(
            FileWriter.DataSheet(layout.Title, layout.Columns, [], culture),
            new XlsxFile.Sheet(Explanations.In(culture),
            [
                Texts(ExplanationHeaders.Select(h => h.In(culture))),
                .. layout.Columns.Select(c => Explain(c, culture)),
            ]));
    }

    private static IEnumerable<XlsxFile.Value> Explain(FileColumn column, string culture) =>
        Texts([
            column.Header.In(culture), column.IsRequired ? Yes.In(culture) : null, column.Meaning.In(culture),
            column.Expected, column.Example,
        ]);

    private static IEnumerable<XlsxFile.Value> Texts(IEnumerable<string?> texts) =>
        texts.Select(text => new XlsxFile.Value(text, StoredAs.Text));
}

using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Custodia.Server.Tests.Wording;

/// <summary>A term of the glossary that the product shows.</summary>
/// <param name="En">In English.</param>
/// <param name="Zh">As Taiwan says it.</param>
public sealed record GlossaryRow(string En, string Zh)
{
    /// <summary>The rows beside this program.</summary>
    public static IReadOnlyList<GlossaryRow> All { get; } = Read();

    /// <summary>Whether an English text has the term, in the singular or with an s.</summary>
    public bool IsIn(string text) => Regex.IsMatch(text, $@"(?<![\w-]){Regex.Escape(En)}s?(?![\w-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static List<GlossaryRow> Read()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Wording", "glossary.csv");
        using var reader = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        reader.Read();
        reader.ReadHeader();
        var rows = new List<GlossaryRow>();
        while (reader.Read())
            rows.Add(new GlossaryRow(reader["en"]!, reader["zh_Hant"]!));
        return rows;
    }
}

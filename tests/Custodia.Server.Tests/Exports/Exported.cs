using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Custodia.Server.Components.Tables;
using Custodia.Server.Reading.Exports;

namespace Custodia.Server.Tests.Exports;

/// <summary>Writes small files and reads them back by libraries that are not ours.</summary>
internal static class Exported
{
    public static readonly (string, TableValue)[] Provenance = [("State", TableValue.Of("Zedland")), ("Rows", TableValue.Of(2m))];

    public static async Task<byte[]> Csv(IReadOnlyList<string> headers, params IEnumerable<TableValue[]> rows)
    {
        using var stream = new MemoryStream();
        var pipe = PipeWriter.Create(stream);
        using var export = new CsvExport(pipe, headers);
        await Write(pipe, export, rows);
        return stream.ToArray();
    }

    public static async Task<byte[]> Xlsx(IReadOnlyList<string> headers, params IEnumerable<TableValue[]> rows)
    {
        using var stream = new MemoryStream();
        var pipe = PipeWriter.Create(stream);
        using var export = new XlsxExport(new PipeOutput(pipe), "Batches: A/B", "來源", headers);
        await Write(pipe, export, rows);
        return stream.ToArray();
    }

    public static List<string[]> Read(byte[] csv)
    {
        using var parser = new CsvParser(new StringReader(Encoding.UTF8.GetString(csv).TrimStart('\uFEFF')),
            new CsvConfiguration(CultureInfo.InvariantCulture) { Mode = CsvMode.RFC4180, IgnoreBlankLines = false });
        var rows = new List<string[]>();
        while (parser.Read())
            rows.Add(parser.Record!);
        return rows;
    }

    private static async Task Write(PipeWriter pipe, IExportWriter export, IEnumerable<TableValue[]> rows)
    {
        foreach (var row in rows)
            export.Row(row);
        export.End(Provenance);
        await pipe.CompleteAsync();
    }
}

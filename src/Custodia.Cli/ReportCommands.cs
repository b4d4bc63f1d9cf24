using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using System.Text.Json;
using Custodia.Commitments.Reports;

namespace Custodia.Cli;

/// <summary>What the verb of a report does besides answering: it gives the report as a file.</summary>
internal static class ReportCommands
{
    /// <summary>Adds the file to the verb that was made from the catalogue.</summary>
    public static void AddFile(Session session, Command report)
    {
        var format = new Option<string?>("--format")
        {
            Description = session.Say("Give it as a file: ", "以檔案輸出：") + string.Join(" | ", Names<ReportFormat>()),
            HelpName = "FORMAT",
        };
        var language = new Option<string?>("--language")
        {
            Description = session.Say("Language of the file: ", "檔案語言：") + string.Join(" | ", Names<ReportLanguage>()),
            HelpName = "LANGUAGE",
        };
        var output = new Option<FileInfo?>("--out") { Description = session.Say("Where to write it", "輸出檔案"), HelpName = "FILE" };
        var fields = report.Options.OfType<Option<string[]>>().ToList();
        var (asOf, knownAt) = (report.Options.OfType<Option<string?>>().Single(option => option.Name == "--as-of"),
            report.Options.OfType<Option<long?>>().Single(option => option.Name == "--known-at"));
        var answer = (AsynchronousCommandLineAction)report.Action!;
        foreach (var option in new Option[] { format, language, output })
            report.Options.Add(option);
        report.SetAction((parsed, cancellation) => parsed.GetValue(format) is not { } form
            ? answer.InvokeAsync(parsed, cancellation)
            : session.Answer(parsed, connection => connection.Report(
            [
                .. from field in fields
                   from value in parsed.GetValue(field) ?? []
                   select KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(Pascal(field.Name)), value),
                KeyValuePair.Create("format", form),
                KeyValuePair.Create("language", parsed.GetValue(language) ?? (session.Say("en", "zh"))),
                .. parsed.GetValue(asOf) is { } day ? [KeyValuePair.Create("asOf", day)] : Array.Empty<KeyValuePair<string, string>>(),
                .. parsed.GetValue(knownAt) is { } entry
                    ? [KeyValuePair.Create("knownAt", entry.ToString(CultureInfo.InvariantCulture))]
                    : Array.Empty<KeyValuePair<string, string>>(),
            ]), parsed.GetValue(output)?.FullName));
    }

    private static IEnumerable<string> Names<T>() where T : struct, Enum => Enum.GetNames<T>().Select(name => name.ToLowerInvariant());

    private static string Pascal(string option) =>
        string.Concat(option.TrimStart('-').Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}

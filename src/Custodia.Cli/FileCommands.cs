using System.CommandLine;
using System.Globalization;
using Custodia.Server.Api;

namespace Custodia.Cli;

/// <summary>The verbs for operators' files.</summary>
internal static class FileCommands
{
    private const string DayFormat = "yyyy-MM-dd";

    public static Command Import(Session session)
    {
        var kind = Kind(session);
        var file = new Argument<FileInfo>("FILE") { Description = session.Say("The file, CSV or XLSX", "檔案（CSV 或 XLSX）") };
        var mba = new Option<string?>("--mba")
        {
            Description = session.Say("MBA that an inventory must be of", "清單所屬物料平衡區"),
            HelpName = "CODE",
        };
        var date = new Option<string?>("--date")
        {
            Description = session.Say("Day that an inventory must be of", "清單日期"),
            HelpName = "YYYY-MM-DD",
        };
        var preview = new Option<bool>("--preview")
        {
            Description = session.Say("Only say what would be recorded, and all refusals", "僅顯示將登載之內容與所有拒絕原因"),
        };
        var command = new Command("import", session.Say(
            "Import an operator's file whole, or refuse it whole.\n\nExample: custodia materials import changes march.csv --preview",
            "匯入營運者檔案，全有或全無。\n\n範例：custodia materials import changes march.csv --preview"))
        {
            kind, file, mba, date, preview,
        };
        command.SetAction(async (parsed, _) =>
        {
            var source = parsed.GetRequiredValue(file);
            await using var content = source.OpenRead();
            var request = new ImportRequest(parsed.GetRequiredValue(kind), source.Name, content, parsed.GetValue(mba),
                Day(session, parsed.GetValue(date)), parsed.GetValue(preview));
            return await session.Answer(parsed, connection => connection.Import(request));
        });
        return command;
    }

    public static Command Template(Session session)
    {
        var kind = Kind(session);
        var output = new Option<FileInfo>("--out")
        {
            Description = session.Say("Where to write it: .xlsx or .csv", "輸出檔案：.xlsx 或 .csv"),
            HelpName = "FILE",
            Required = true,
        };
        var command = new Command("template", session.Say(
            "Write an empty file of a kind, to fill in.\n\nExample: custodia materials template changes --out changes.xlsx",
            "產生供填寫之空白檔案。\n\n範例：custodia materials template changes --out changes.xlsx"))
        {
            kind, output,
        };
        command.SetAction(async (parsed, _) =>
        {
            var file = parsed.GetRequiredValue(output);
            var format = file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase) ? "csv" : "xlsx";
            var answer = ImportFace.Template(parsed.GetRequiredValue(kind), format, session.Language);
            await session.Write(parsed, answer, file.FullName);
            return ExitCode.Of(answer.Status);
        });
        return command;
    }

    private static Argument<string> Kind(Session session)
    {
        var kind = new Argument<string>("KIND")
        {
            Description = session.Say("What the file lists: ", "檔案種類：") + string.Join(" | ", ImportFace.Kinds),
        };
        kind.AcceptOnlyFromAmong([.. ImportFace.Kinds]);
        return kind;
    }

    private static DateOnly? Day(Session session, string? text)
    {
        if (text is null)
            return null;
        return DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UsageException(session.Say($"'{text}' is not a day such as 2026-03-31.", $"「{text}」不是如 2026-03-31 之日期。"));
    }
}

using System.CommandLine;
using System.Globalization;
using Custodia.Books.Faces;
using Custodia.Commitments.Documents;
using Custodia.Server.Api;

namespace Custodia.Cli;

/// <summary>The verb that reads communiqués and work plans. To look at one needs no journal: the catalogue ships with the program.</summary>
internal static class DocumentCommands
{
    public static Command Import(Session session)
    {
        var file = new Argument<FileInfo>("FILE") { Description = session.Say("The document as plain text, UTF-8", "純文字文件（UTF-8）") };
        var preview = new Option<bool>("--preview") { Description = session.Say("Show what is read, and keep nothing", "僅顯示讀取結果，不保存") };
        var document = Text(session, "--document", "ID", "Document of the catalogue of which it is a text, such as C14", "所屬名冊文件，如 C14");
        var confirm = new Option<Confirmation?>("--confirm")
        {
            Description = session.Say("Confirm the proposed promises: none, best (by words), order (first to first)",
                "確認建議之承諾：none（不確認）、best（依文字）、order（依序）"),
        };
        var part = new Option<int?>("--part") { Description = session.Say("Which document in the file, from 1", "檔案內第幾份文件"), HelpName = "N" };
        var id = Text(session, "--id", "ID", "The State's own id, such as XA-2016", "本國自訂識別碼，如 XA-2016");
        var nameEn = Text(session, "--name-en", "TEXT", "Name in English; of the catalogue's where left out", "英文名稱；省略則依名冊");
        var nameZh = Text(session, "--name-zh", "TEXT", "Name in Chinese; of the catalogue's where left out", "中文名稱；省略則依名冊");
        var date = Text(session, "--date", "YYYY-MM-DD", "Day on which it was adopted; of the catalogue's where left out", "通過日期；省略則依名冊");
        var kind = new Option<KeptKind?>("--kind") { Description = session.Say("What it is", "類別") };
        var command = new Command("import-document", session.Say(
            "Read a communiqué or work plan, each numbered paragraph beside the promise that it is likely to be, and keep it. "
                + "Who confirms answers for it.\n\n"
                + "Example: custodia commitments import-document communique.txt --document C14 --confirm best",
            "讀取並保存公報或工作計畫，列出有編號之段落及其可能對應之承諾；確認者自負其責。\n\n"
                + "範例：custodia commitments import-document communique.txt --document C14 --confirm best"))
        {
            file, preview, document, confirm, part, id, nameEn, nameZh, date, kind,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var source = parsed.GetRequiredValue(file);
            if (parsed.GetValue(preview))
                return await Preview(session, parsed, source, parsed.GetValue(document), cancellation);
            if (parsed.GetValue(document) is null && parsed.GetValue(id) is null)
                throw new UsageException(session.Say("Give --document or --id to keep it, or --preview to look.", "保存請加上 --document 或 --id；僅檢視請加上 --preview。"));
            await using var content = source.OpenRead();
            var request = new DocumentRequest(source.Name, content, Preview: false, parsed.GetValue(document), parsed.GetValue(confirm),
                parsed.GetValue(part), parsed.GetValue(id), parsed.GetValue(nameEn), parsed.GetValue(nameZh), Day(session, parsed.GetValue(date)),
                parsed.GetValue(kind));
            return await session.Answer(parsed, connection => connection.Import(request));
        });
        return command;
    }

    private static Option<string?> Text(Session session, string name, string help, string en, string zh) =>
        new(name) { Description = session.Say(en, zh), HelpName = help };

    private static async Task<int> Preview(Session session, ParseResult parsed, FileInfo source, string? document, CancellationToken cancellation)
    {
        if (source.Length > ReadingLimits.Bytes)
        {
            var tooLong = DocumentRefusals.TooLong.In("file", $"≤ {ReadingLimits.Bytes}", $"{source.Length}");
            return await Answer(session, parsed, FaceAnswer.Refuse(tooLong));
        }

        var read = DocumentPreview.Of(await File.ReadAllBytesAsync(source.FullName, cancellation), source.Name, document);
        return await Answer(session, parsed, read.IsGiven ? FaceAnswer.Of(read.Value) : FaceAnswer.Refuse(read.Refusals));
    }

    private static DateOnly? Day(Session session, string? text)
    {
        if (text is null)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UsageException(session.Say($"--date is a day such as 2016-04-01, not '{text}'.", $"--date 為日期，如 2016-04-01，而非「{text}」。"));
    }

    private static async Task<int> Answer(Session session, ParseResult parsed, FaceAnswer answer)
    {
        await session.Write(parsed, answer);
        return ExitCode.Of(answer.Status);
    }
}

using System.CommandLine;
using Custodia.Books.Faces;
using Custodia.Commitments.Documents;

namespace Custodia.Cli;

/// <summary>The verb that reads communiqués and work plans. It needs no journal: the catalogue ships with the program.</summary>
internal static class DocumentCommands
{
    public static Command Import(Session session)
    {
        var file = new Argument<FileInfo>("FILE") { Description = session.Say("The document as plain text, UTF-8", "純文字文件（UTF-8）") };
        var preview = new Option<bool>("--preview")
        {
            Description = session.Say("Show what is read, and record nothing; the only way so far", "僅顯示讀取結果，不登載；目前僅有此方式"),
        };
        var command = new Command("import-document", session.Say(
            "Read a communiqué or work plan: its numbered paragraphs, each beside the promise that it is likely to be.\n\n"
                + "Example: custodia commitments import-document communique.txt --preview --json",
            "讀取公報或工作計畫：列出有編號之段落及其可能對應之承諾。\n\n範例：custodia commitments import-document communique.txt --preview --json"))
        {
            file, preview,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!parsed.GetValue(preview))
                throw new UsageException(session.Say("Give --preview: nothing is recorded of a document yet.", "請加上 --preview：目前不登載文件。"));
            var source = parsed.GetRequiredValue(file);
            if (source.Length > ReadingLimits.Bytes)
            {
                var tooLong = DocumentRefusals.TooLong.In("file", $"≤ {ReadingLimits.Bytes}", $"{source.Length}");
                return await Answer(session, parsed, FaceAnswer.Refuse(tooLong));
            }

            var read = DocumentPreview.Of(await File.ReadAllBytesAsync(source.FullName, cancellation), source.Name);
            return await Answer(session, parsed, read.IsGiven ? FaceAnswer.Of(read.Value) : FaceAnswer.Refuse(read.Refusals));
        });
        return command;
    }

    private static async Task<int> Answer(Session session, ParseResult parsed, FaceAnswer answer)
    {
        await session.Write(parsed, answer);
        return ExitCode.Of(answer.Status);
    }
}

using System.CommandLine;
using System.Text.Json;
using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Commitments.Cooperation;
using Custodia.Commitments.Cooperation.Matrix;

namespace Custodia.Cli;

/// <summary>The verbs that write the 1540 matrix to a file and take a filled one.</summary>
internal static class MatrixCommands
{
    private const string Book = "cooperation";

    public static Command Export(Session session)
    {
        var output = new Option<FileInfo>("--out")
        {
            Description = session.Say("Where to write it: .docx or .json", "輸出檔案：.docx 或 .json"),
            HelpName = "FILE",
            Required = true,
        };
        var command = new Command("export-matrix", session.Say(
            "Write the 1540 matrix to a file, to fill in or to send.\n\nExample: custodia cooperation export-matrix --out matrix.docx",
            "輸出 1540 矩陣，供填寫或提出。\n\n範例：custodia cooperation export-matrix --out matrix.docx"))
        {
            output,
        };
        command.SetAction(async (parsed, _) =>
        {
            var file = parsed.GetRequiredValue(output);
            return await session.Answer(parsed, async connection =>
            {
                var query = CooperationCatalogue.Instance.Queries.Single(known => known.Name == "matrix");
                return Written(session, file, await connection.Call(Book, query, "{}"u8.ToArray(), default));
            }, file.FullName);
        });
        return command;
    }

    public static Command Import(Session session)
    {
        var file = new Argument<FileInfo>("FILE") { Description = session.Say("The filled matrix, DOCX or JSON", "填寫之矩陣（DOCX 或 JSON）") };
        var preview = new Option<bool>("--preview")
        {
            Description = session.Say("Only say what would be recorded, and all refusals", "僅顯示將登載之內容與所有拒絕原因"),
        };
        var command = new Command("import-matrix", session.Say(
            "Take a filled 1540 matrix whole, or refuse it whole. Cells that say nothing stay as they are.\n\n"
                + "Example: custodia cooperation import-matrix matrix.docx --preview",
            "匯入填寫之 1540 矩陣，全有或全無；未填之欄位維持原值。\n\n範例：custodia cooperation import-matrix matrix.docx --preview"))
        {
            file, preview,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var source = parsed.GetRequiredValue(file);
            if (source.Length > MatrixLimits.Bytes)
                return await Refused(session, parsed, [CooperationRefusals.FileTooLarge.In("file", $"≤ {MatrixLimits.Bytes}", $"{source.Length}")]);
            var read = MatrixFile.Read(await File.ReadAllBytesAsync(source.FullName, cancellation), source.Name);
            if (!read.IsGiven)
                return await Refused(session, parsed, read.Refusals);
            var definition = CooperationCatalogue.Instance.Commands.Single(known => known.Name == "fill-matrix");
            var json = JsonSerializer.SerializeToUtf8Bytes(read.Value, FaceJson.Options);
            return await session.Answer(parsed, connection =>
                connection.Call(Book, definition, json, new CallOptions(default, null, parsed.GetValue(preview))));
        });
        return command;
    }

    private static FaceAnswer Written(Session session, FileInfo file, FaceAnswer answer)
    {
        if (answer.Status != FaceStatus.Ok)
            return answer;
        using var json = JsonDocument.Parse(answer.Content);
        var result = json.RootElement.GetProperty("result");
        var cells = result.GetProperty("cells").Deserialize<List<MatrixCellRow>>(FaceJson.Options)!;
        var matrix = MatrixFile.Of(result.GetProperty("template").GetString()!, cells);
        var known = json.RootElement.TryGetProperty("knownAt", out var entry) ? "#" + entry.GetRawText() : "";
        var isJson = file.Extension.Equals(".json", StringComparison.OrdinalIgnoreCase);
        return new FaceAnswer(FaceStatus.Ok, isJson ? matrix.ToJson() : MatrixDocument.Write(matrix, session.Language, known),
            isJson ? FaceAnswer.Json : MatrixDocument.ContentType);
    }

    private static async Task<int> Refused(Session session, ParseResult parsed, IReadOnlyList<Refusal> refusals)
    {
        var answer = FaceAnswer.Refuse(refusals);
        await session.Write(parsed, answer);
        return ExitCode.Of(answer.Status);
    }
}

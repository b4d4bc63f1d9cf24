using System.Security.Cryptography;
using System.Text;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Faces;
using Custodia.Materials;
using Custodia.Materials.Files;
using Custodia.Materials.Ledger;
using Custodia.Server.Hosting;
using Custodia.Server.Reading;

namespace Custodia.Server.Api;

/// <summary>An operator's file, as it is handed in.</summary>
/// <param name="Kind">What it lists: one of <see cref="ImportFace.Kinds"/>.</param>
/// <param name="Name">Its name, for refusals.</param>
/// <param name="Content">The file, which can be read twice.</param>
/// <param name="Mba">The MBA that an inventory has to be of; null: the one that the file names.</param>
/// <param name="Date">The day that an inventory has to be of; null: the one that the file names.</param>
/// <param name="Preview">Only says what would be recorded.</param>
public sealed record ImportRequest(string Kind, string Name, Stream Content, string? Mba, DateOnly? Date, bool Preview);

/// <summary>
/// Takes operators' files: keeps the file as a blob, reads it, and gives what it says as one command of the catalogue.
/// The same file again has the first answer.
/// </summary>
public sealed class ImportFace(DataFolder folder, CatalogueFace catalogue)
{
    private const int MaxName = 200;

    /// <summary>The kinds of file.</summary>
    public static IReadOnlyCollection<string> Kinds { get; } = [.. ImportKind.All.Select(kind => kind.Name)];

    /// <summary>The kind of file behind a name, or null.</summary>
    public static FileKind? KindOf(string name) => ImportKind.Find(name)?.Kind;

    /// <summary>Imports a file whole, or refuses it whole with everything that is wrong in it.</summary>
    /// <param name="request">The file.</param>
    /// <param name="caller">Who hands it in.</param>
    /// <param name="cancellation">Withdraws it as long as it was not decided.</param>
    public async Task<FaceAnswer> Import(ImportRequest request, Caller caller, CancellationToken cancellation = default)
    {
        if (ImportKind.Find(request.Kind) is not { } kind)
            return FaceAnswer.Refuse(InputRefusals.Unknown.In("kind", string.Join(" | ", Kinds), request.Kind));
        if (request.Content.Length > FileLimits.Bytes)
            return FaceAnswer.Refuse(InputRefusals.TooLarge.At(
                new Place(request.Name, null, null, null), FormattableString.Invariant($"≤ {FileLimits.Bytes}")));
        var definition = folder.Materials.Catalogue.Commands.Single(candidate => candidate.Input == kind.Command);
        // Who may not give the command anywhere leaves nothing here, and has nothing read.
        var pass = folder.Node.Read<bool>(definition.Permission, $"materials/{definition.Name}", caller, _ => true);
        if (!pass.IsGiven)
            return FaceAnswer.Refuse(pass.Refusals);
        var file = request with { Name = ShortName(request.Name) };
        var digest = await SHA256.HashDataAsync(file.Content, cancellation);
        file.Content.Position = 0;
        var source = Source(file.Name, Convert.ToHexStringLower(digest), file.Content.Length);
        var command = kind.Read(new ImportFile(file.Content, source, file.Mba, file.Date), null, cancellation);
        // A received file is kept even if it is refused, since it was received; but only from who may hand one in.
        if (!file.Preview && folder.May(caller, kind.Permission))
        {
            file.Content.Position = 0;
            var kept = await ReceivedFiles.Keep(folder, file.Content, ReceivedFiles.CompartmentOf(command), cancellation);
            if (!kept.IsGiven)
                return FaceAnswer.Refuse(kept.Refusals);
        }

        if (!command.IsGiven)
            return FaceAnswer.Refuse(command.Refusals);
        var id = CommandId(request.Kind, digest);
        return await catalogue.Execute(folder.Materials, definition, command.Value,
            new FaceRequest(caller, default, id, file.Preview), cancellation);
    }

    /// <summary>An empty file to fill in.</summary>
    /// <param name="kind">What it is to list.</param>
    /// <param name="format"><c>csv</c> or <c>xlsx</c>.</param>
    /// <param name="language">Language of its headers.</param>
    public static FaceAnswer Template(string kind, string format, string language) => (KindOf(kind), format) switch
    {
        ({ } file, "csv") => new(FaceStatus.Ok, FileTemplates.Csv(file, language), "text/csv; charset=utf-8"),
        ({ } file, "xlsx") => new(FaceStatus.Ok, FileTemplates.Xlsx(file, language),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ({ }, _) => FaceAnswer.Refuse(InputRefusals.Unknown.In("format", "csv | xlsx", format)),
        _ => FaceAnswer.Refuse(InputRefusals.Unknown.In("kind", string.Join(" | ", Kinds), kind)),
    };

    // The same bytes of the same kind are the same command, whatever their name is today.
    private static Guid CommandId(string kind, byte[] digest) =>
        new(SHA256.HashData([.. Encoding.UTF8.GetBytes(kind), 0, .. digest]).AsSpan(0, 16), bigEndian: true);

    private ReceivedFile Source(string name, string digest, long size)
    {
        var source = new ReceivedFile(name, digest, size);
        var first = Node.Ask<MaterialsBook, ReceivedFile>(folder.Materials, book =>
            book.Files.Select(file => file.File.File).FirstOrDefault(file => file.Digest == digest) ?? source);
        return first.Value ?? source;
    }

    private static string ShortName(string name)
    {
        var last = Path.GetFileName(name);
        return last.Length <= MaxName ? last : last[^MaxName..];
    }
}

/// <summary>Why a file is not imported, besides what its reader and the book say.</summary>
public static class ImportRefusals
{
    /// <summary>Rows of several MBAs or days.</summary>
    public static readonly RefusalCode AnotherInventory = new("import.another-inventory",
        new("The row is of another material balance area or day than the inventory that is imported.", "此列所屬物料平衡區或日期與匯入之清單不同。"),
        new("Hand in one file for each inventory.", "每份清單請分別提交檔案。"));
}

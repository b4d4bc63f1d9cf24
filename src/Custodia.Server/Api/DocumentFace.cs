using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Faces;
using Custodia.Commitments;
using Custodia.Commitments.Documents;
using Custodia.Server.Hosting;
using Custodia.Server.Reading;

namespace Custodia.Server.Api;

/// <summary>A document, as it is handed in.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Content">The file: plain text.</param>
/// <param name="Preview">Only reads it, and keeps nothing.</param>
/// <param name="Document">Id of the catalogue's document of which it is a text.</param>
/// <param name="Confirm">How the proposed promises are confirmed; null: none is.</param>
/// <param name="Part">Which of the documents in the file, from 1.</param>
/// <param name="Id">The State's own id; of a text of the catalogue, one is made where it is left out.</param>
/// <param name="NameEn">Name in English; null: that of the catalogue.</param>
/// <param name="NameZh">Name in Chinese; null: that of the catalogue.</param>
/// <param name="Date">When it was adopted; null: as in the catalogue.</param>
/// <param name="Kind">What it is; null: as in the catalogue.</param>
public sealed record DocumentRequest(string Name, Stream Content, bool Preview, string? Document = null, Confirmation? Confirm = null,
    int? Part = null, string? Id = null, string? NameEn = null, string? NameZh = null, DateOnly? Date = null, KeptKind? Kind = null);

/// <summary>Takes documents: keeps the file as a blob, and gives its paragraphs as one command of the catalogue.</summary>
public sealed class DocumentFace(DataFolder folder, CatalogueFace catalogue)
{
    /// <summary>Under whose key documents are kept: whether another file is kept cannot be asked of it.</summary>
    public const string Compartment = "documents";

    private const int MaxName = 200;

    /// <summary>Reads a document, and keeps it unless it is only to be previewed.</summary>
    /// <param name="request">The document.</param>
    /// <param name="caller">Who hands it in, and answers for what is confirmed.</param>
    /// <param name="cancellation">Withdraws it as long as it was not decided.</param>
    public async Task<FaceAnswer> Import(DocumentRequest request, Caller caller, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var definition = folder.Commitments.Catalogue.Commands.Single(known => known.Input == typeof(KeepDocument));
        // Who may not keep one leaves nothing here, and has nothing read.
        var pass = folder.Node.Read<bool>(definition.Permission, $"commitments/{definition.Name}", caller, _ => true);
        if (!pass.IsGiven)
            return FaceAnswer.Refuse(pass.Refusals);
        if (request.Content.Length > ReadingLimits.Bytes)
            return FaceAnswer.Refuse(DocumentRefusals.TooLong.In("file", $"≤ {ReadingLimits.Bytes}", $"{request.Content.Length}"));
        using var content = new MemoryStream();
        await request.Content.CopyToAsync(content, cancellation);
        var file = request with { Name = ShortName(request.Name) };
        var read = DocumentPreview.Of(content.GetBuffer().AsSpan(0, (int)content.Length), file.Name, file.Document);
        if (!read.IsGiven)
            return FaceAnswer.Refuse(read.Refusals);
        if (file.Preview)
            return FaceAnswer.Of(read.Value);
        var command = Command(file, read.Value);
        if (!command.IsGiven)
            return FaceAnswer.Refuse(command.Refusals);
        content.Position = 0;
        var kept = await Keep(folder, command.Value, content, cancellation);
        return kept.IsGiven
            ? await catalogue.Execute(folder.Commitments, definition, kept.Value, new FaceRequest(caller), cancellation)
            : FaceAnswer.Refuse(kept.Refusals);
    }

    /// <summary>Keeps the file of a document, which the command then names.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="command">What it says, still without its file.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Withdraws it.</param>
    internal static async Task<Answer<KeepDocument>> Keep(
        DataFolder folder, KeepDocument command, Stream file, CancellationToken cancellation = default)
    {
        var kept = await ReceivedFiles.Keep(folder, file, Compartment, cancellation);
        return kept.IsGiven ? command with { Digest = kept.Value.ToString() } : Answer<KeepDocument>.Refuse(kept.Refusals);
    }

    // The file is named when it is kept.
    private static Answer<KeepDocument> Command(DocumentRequest request, DocumentPreview preview)
    {
        var part = ConfirmedParagraphs.Part(preview, request.Part);
        if (!part.IsGiven)
            return Answer<KeepDocument>.Refuse(part.Refusals);
        var paragraphs = ConfirmedParagraphs.Of(part.Value, request.Document, request.Confirm ?? Confirmation.None);
        if (!paragraphs.IsGiven)
            return Answer<KeepDocument>.Refuse(paragraphs.Refusals);
        var known = request.Document is { } id ? Register.Documents.Find(id) : null;
        var language = part.Value.Language == "zh" ? TextLanguage.Zh : TextLanguage.En;
        if ((request.Date ?? known?.Date) is not { } date)
            return InputRefusals.Malformed.In("date", "yyyy-MM-dd");
        return new KeepDocument(request.Id ?? (known is null ? "" : IdOf(known.Id, language)), request.NameEn ?? known?.Name.En ?? "",
            request.NameZh ?? known?.Name.Zh ?? "", date, request.Kind ?? KindOf(known), request.Name, "", language, paragraphs.Value,
            request.Document);
    }

    /// <summary>The id of the State's text of a document of the catalogue, where it gives none.</summary>
    public static string IdOf(string catalogue, TextLanguage language) => $"TX-{catalogue}-{language.ToString().ToUpperInvariant()}";

    /// <summary>What a document of the catalogue is; of one of the State's own, what it said for itself.</summary>
    public static KeptKind KindOf(SummitDocument? known) => known?.Kind switch
    {
        null => KeptKind.NationalStatement,
        DocumentKind.WorkPlan => KeptKind.WorkPlan,
        _ => KeptKind.Communique,
    };

    internal static string ShortName(string name)
    {
        var last = Path.GetFileName(name);
        return last.Length <= MaxName ? last : last[^MaxName..];
    }
}

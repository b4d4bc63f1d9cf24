using Custodia.Books;
using Custodia.Journal.Blobs;
using Custodia.Materials;
using Custodia.Materials.Queries;
using Custodia.Proofs;
using Custodia.Server.Hosting;
using Custodia.Server.Language;

namespace Custodia.Server.Reading;

/// <summary>
/// Where pages ask the books and give commands: the catalogue of the node, typed, and no rule besides.
/// Safe on any thread.
/// </summary>
/// <param name="folder">The open data folder.</param>
/// <param name="actor">Who gives commands on pages, until people sign in.</param>
public sealed class Desk(DataFolder folder, Actor actor)
{
    private const int FilesOnPage = 500;

    /// <summary>Who reads and gives commands.</summary>
    public Actor Actor => actor;

    /// <summary>The data folder: journal, checkpoints, receipts.</summary>
    public DataFolder Folder => folder;

    /// <summary>How many entries there are.</summary>
    public long Count => folder.Node.Count;

    /// <summary>Number of the newest entry, or <c>null</c>.</summary>
    public long? Latest => Count is > 0 and var count ? count - 1 : null;

    /// <summary>What the frame of every page says, in the reader's language.</summary>
    public ShellStatus Status()
    {
        var state = Ask<StructureQuery, StructureTree>(new StructureQuery(), default).Value;
        var count = Count;
        return new ShellStatus(state?.NameEn is null ? null :
            Wording.Name(state.NameEn, state.NameZh ?? state.NameEn), count,
            MerkleProof.Root(folder.Store, count).ToHex());
    }

    /// <summary>Asks a query of the catalogue.</summary>
    /// <param name="query">Its input.</param>
    /// <param name="view">From where to look.</param>
    public Answer<TResult> Ask<TQuery, TResult>(TQuery query, ViewRequest view) where TQuery : class =>
        folder.Node.Ask(
            folder.Materials.Catalogue.Queries.OfType<QueryDefinition<MaterialsBook, TQuery, TResult>>()
                .Single(), query, view);

    /// <summary>Gives a command of the catalogue, or only tries it.</summary>
    /// <param name="command">Its input.</param>
    /// <param name="commandId">The same id again has the first answer.</param>
    /// <param name="tryOnly">Decide, but record nothing.</param>
    /// <param name="cancellation">Withdraws it as long as it was not decided.</param>
    public Task<Outcome> Do(object command, Guid commandId, bool tryOnly = false,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var definition = folder.Materials.Catalogue.Commands.Single(known => known.Input == command.GetType());
        return folder.Node.Execute(folder.Materials, definition, command, actor, commandId, tryOnly, cancellation);
    }

    /// <summary>The file of these bytes that was received before, or <c>null</c>.</summary>
    public FileEntry? FindFile(string digest)
    {
        for (var page = 1; ; page++)
        {
            var files = Ask<FilesQuery, Page<FileEntry>>(new FilesQuery(page, FilesOnPage), default).Value;
            if (files?.Rows.FirstOrDefault(file => file.File.Digest == digest) is { } found)
                return found;
            if (files is null || page * FilesOnPage >= files.Total)
                return null;
        }
    }

    /// <summary>Keeps a file as it was received.</summary>
    public Task KeepFile(Stream file, CancellationToken cancellation) =>
        folder.Blobs.PutAsync(file, BlobStore.GeneralCompartment, cancellation);
}

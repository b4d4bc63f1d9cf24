using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.Materials.Files;
using Custodia.Materials.Ledger;
using Custodia.Server.Api;

namespace Custodia.Server.Reading;

/// <summary>A file that is being imported.</summary>
/// <param name="Content">The file; it can be read twice.</param>
/// <param name="Source">Its name, digest and size.</param>
/// <param name="Mba">The MBA that an inventory has to be of; <c>null</c>: the one that the file names.</param>
/// <param name="Date">The day that an inventory has to be of; <c>null</c>: the one that the file names.</param>
public sealed record ImportFile(Stream Content, ReceivedFile Source, string? Mba, DateOnly? Date);

/// <summary>A kind of file that can be imported, and the command that it becomes.</summary>
/// <param name="Name">Its name, as in addresses.</param>
/// <param name="Kind">What the file lists.</param>
/// <param name="Received">What the journal calls a received file of this kind.</param>
/// <param name="IsInventory">Whether it is of one MBA and day.</param>
/// <param name="Command">The command that it becomes.</param>
/// <param name="Read">Reads the file into the command.</param>
public sealed record ImportKind(string Name, FileKind Kind, string Received, bool IsInventory, Type Command,
    Func<ImportFile, IProgress<FileProgress>?, CancellationToken, Answer<object>> Read)
{
    /// <summary>What handing in such a file takes.</summary>
    public string Permission => Received == "structure" ? "materials.structure" : "materials.account";

    /// <summary>All kinds, the most frequent first.</summary>
    public static IReadOnlyList<ImportKind> All { get; } =
    [
        Of("changes", FileLayouts.Changes, (rows, file) => new RecordChanges(rows, file)),
        OfInventory("initial-inventory", FileLayouts.InitialInventory,
            (mba, date, items, file) => new OpenBook(mba, date, items, file)),
        OfInventory("physical-inventory", FileLayouts.PhysicalInventory,
            (mba, date, items, file) => new TakeInventory(mba, date, items, file)),
        Of("facilities", FileLayouts.Facilities, (rows, file) => new ImportStructure(rows, [], [], file)),
        Of("mbas", FileLayouts.Areas, (rows, file) => new ImportStructure([], rows, [], file)),
        Of("kmps", FileLayouts.Points, (rows, file) => new ImportStructure([], [], rows, file)),
    ];

    /// <summary>The kind of that name, or <c>null</c>.</summary>
    public static ImportKind? Find(string? name) => All.FirstOrDefault(kind => kind.Name == name);

    private static ImportKind Of<T, TCommand>(
        string name, FileLayout<T> layout, Func<IReadOnlyList<FileRow<T>>, ReceivedFile, TCommand> make)
        where T : class
        where TCommand : class =>
        new(name, layout.Kind, layout.Kind == FileKind.InventoryChanges ? name : "structure", false, typeof(TCommand),
            (file, progress, cancellation) =>
        {
            var rows = OperatorFile.Read(layout, file.Content, file.Source.Name, progress, cancellation);
            return rows.IsGiven ? make(rows.Value, file.Source) : Answer<object>.Refuse(rows.Refusals);
        });

    private static ImportKind OfInventory<TCommand>(string name, FileLayout<InventoryRow> layout,
        Func<string, DateOnly, IReadOnlyList<FileRow<InventoryItem>>, ReceivedFile, TCommand> make)
        where TCommand : class =>
        new(name, layout.Kind, name, true, typeof(TCommand), (file, progress, cancellation) =>
        {
            var rows = OperatorFile.Read(layout, file.Content, file.Source.Name, progress, cancellation);
            if (!rows.IsGiven)
                return Answer<object>.Refuse(rows.Refusals);
            var (mba, date) = (file.Mba ?? rows.Value[0].Value.Mba, file.Date ?? rows.Value[0].Value.Date);
            var others = Others(rows.Value, mba, date, file.Source.Name);
            return others.Count > 0
                ? Answer<object>.Refuse(others)
                : make(mba, date, [.. rows.Value.Select(row => new FileRow<InventoryItem>(row.Row, row.Value.Item))],
                    file.Source);
        });

    private static List<Refusal> Others(
        IReadOnlyList<FileRow<InventoryRow>> rows, string mba, DateOnly date, string file) =>
    [
        .. rows.Where(row => row.Value.Mba != mba || row.Value.Date != date)
            .Select(row => ImportRefusals.AnotherInventory.At(new Place(file, row.Row, null, null),
                FormattableString.Invariant($"{mba} {date:yyyy-MM-dd}"),
                FormattableString.Invariant($"{row.Value.Mba} {row.Value.Date:yyyy-MM-dd}")))
            .Take(FileLimits.Refusals),
    ];
}

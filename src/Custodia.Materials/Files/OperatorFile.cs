using System.Globalization;
using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Structure;

namespace Custodia.Materials.Files;

/// <summary>
/// Reads a file of an operator: CSV or XLSX, told apart by content. It is read whole or refused whole, with everything
/// that is wrong in it; what it means for the books is judged later.
/// </summary>
public static class OperatorFile
{
    private const int RowsBetweenReports = 1_000;

    /// <summary>Reads facilities.</summary>
    /// <param name="file">The file; read to its end from where it stands, not closed.</param>
    /// <param name="fileName">Its name, for refusals.</param>
    /// <param name="progress">Told how far the reading has come, or <c>null</c>.</param>
    /// <param name="cancellationToken">Ends the reading by an exception.</param>
    public static Answer<IReadOnlyList<FileRow<Facility>>> ReadFacilities(Stream file, string fileName,
        IProgress<FileProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Read(FileLayouts.Facilities, file, fileName, progress, cancellationToken);

    /// <summary>Reads material balance areas.</summary>
    /// <inheritdoc cref="ReadFacilities"/>
    public static Answer<IReadOnlyList<FileRow<MaterialBalanceArea>>> ReadAreas(Stream file, string fileName,
        IProgress<FileProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Read(FileLayouts.Areas, file, fileName, progress, cancellationToken);

    /// <summary>Reads key measurement points.</summary>
    /// <inheritdoc cref="ReadFacilities"/>
    public static Answer<IReadOnlyList<FileRow<KeyMeasurementPoint>>> ReadPoints(Stream file, string fileName,
        IProgress<FileProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Read(FileLayouts.Points, file, fileName, progress, cancellationToken);

    /// <summary>Reads initial inventories.</summary>
    /// <inheritdoc cref="ReadFacilities"/>
    public static Answer<IReadOnlyList<FileRow<InventoryRow>>> ReadInitialInventory(Stream file, string fileName,
        IProgress<FileProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Read(FileLayouts.InitialInventory, file, fileName, progress, cancellationToken);

    /// <summary>Reads inventory changes.</summary>
    /// <inheritdoc cref="ReadFacilities"/>
    public static Answer<IReadOnlyList<FileRow<InventoryChange>>> ReadChanges(Stream file, string fileName,
        IProgress<FileProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Read(FileLayouts.Changes, file, fileName, progress, cancellationToken);

    /// <summary>Reads physical inventories.</summary>
    /// <inheritdoc cref="ReadFacilities"/>
    public static Answer<IReadOnlyList<FileRow<InventoryRow>>> ReadPhysicalInventory(Stream file, string fileName,
        IProgress<FileProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Read(FileLayouts.PhysicalInventory, file, fileName, progress, cancellationToken);

    /// <summary>Reads a file of any kind.</summary>
    /// <param name="layout">The kind, one of <see cref="FileLayouts"/>.</param>
    /// <param name="file">The file; read to its end from where it stands, not closed.</param>
    /// <param name="fileName">Its name, for refusals.</param>
    /// <param name="progress">Told how far the reading has come, or <c>null</c>.</param>
    /// <param name="cancellationToken">Ends the reading by an exception.</param>
    public static Answer<IReadOnlyList<FileRow<T>>> Read<T>(FileLayout<T> layout, Stream file, string fileName,
        IProgress<FileProgress>? progress = null, CancellationToken cancellationToken = default)
        where T : class
    {
        var refusals = new RefusalList(fileName);
        var rows = new List<FileRow<T>>();
        try
        {
            using var sheet = Sheets.Open(file, layout.Title);
            ReadRows(layout, sheet, rows, refusals, progress, cancellationToken);
        }
        catch (SheetRefusedException refused)
        {
            refusals.Add(refused);
        }

        return refusals.Count > 0 ? Answer<IReadOnlyList<FileRow<T>>>.Refuse(refusals.ToList()) : rows;
    }

    private static void ReadRows<T>(FileLayout<T> layout, ISheet sheet, List<FileRow<T>> rows, RefusalList refusals,
        IProgress<FileProgress>? progress, CancellationToken cancellationToken)
        where T : class
    {
        var headerRow = sheet.Next() ?? throw new SheetRefusedException(FileRefusals.Empty);
        var reader = new RowReader(Header.Read(layout, headerRow, refusals), refusals);
        var count = 0;
        while (sheet.Next() is { } row)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++count > FileLimits.Rows)
                throw new SheetRefusedException(FileRefusals.TooManyRows, row.Number, null,
                    $"≤ {Limit(FileLimits.Rows)}");
            reader.MoveTo(row);
            var value = layout.Read(reader);
            if (reader.IsGood)
                rows.Add(new FileRow<T>(row.Number, value));
            if (count % RowsBetweenReports == 0)
                progress?.Report(new FileProgress(count, sheet.RowsTotal));
        }

        if (count == 0)
            refusals.Add(FileRefusals.NoRows, headerRow.Number, null, null, null, null);
        progress?.Report(new FileProgress(count, count));
    }

    private static string Limit(int limit) => limit.ToString(CultureInfo.InvariantCulture);
}

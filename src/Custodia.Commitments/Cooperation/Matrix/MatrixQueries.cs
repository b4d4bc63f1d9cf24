using Custodia.Books;
using Custodia.Commitments.Cooperation.Facts;

namespace Custodia.Commitments.Cooperation.Matrix;

/// <summary>Asks for the matrix.</summary>
public sealed record MatrixQuery;

/// <summary>The matrix with what it says, and the reports that took it along.</summary>
/// <param name="Template">Version of the template.</param>
/// <param name="Cells">All cells, in the order of the form.</param>
/// <param name="Answered">How many say something.</param>
/// <param name="Evidenced">How many say yes, which takes dated evidence.</param>
/// <param name="Applicable">How many apply: all but those that say otherwise.</param>
/// <param name="Coverage">Evidenced of applicable, in percent.</param>
/// <param name="Reports">The reports, the newest first.</param>
public sealed record MatrixView(string Template, IReadOnlyList<MatrixCellRow> Cells, int Answered, int Evidenced, int Applicable,
    decimal Coverage, IReadOnlyList<MatrixReportRow> Reports);

/// <summary>A cell.</summary>
/// <param name="Cell">Its id.</param>
/// <param name="Paragraph">The operative paragraph.</param>
/// <param name="Area">Its weapons.</param>
/// <param name="Column">What it asks.</param>
/// <param name="Filled">What it says; null while nothing was said.</param>
/// <param name="Entry">The entry that says so.</param>
public sealed record MatrixCellRow(string Cell, string Paragraph, MatrixArea Area, MatrixColumn Column, FilledCell? Filled = null,
    long? Entry = null);

/// <summary>A report that was sent.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="On">The day.</param>
/// <param name="Document">Its number.</param>
/// <param name="Note">A note.</param>
/// <param name="Template">Version of the template.</param>
/// <param name="Cells">How many cells said something.</param>
/// <param name="Digest">SHA-256 of the matrix as it was sent, as JSON.</param>
public sealed record MatrixReportRow(long Entry, DateOnly On, string Document, string? Note, string Template, int Cells, string Digest);

/// <summary>Answers questions on the matrix.</summary>
public static class MatrixQueries
{
    /// <summary>Answers <see cref="MatrixQuery"/>.</summary>
    public static Answer<MatrixView> Ask(CooperationBook book, MatrixQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        var cells = Cells(book, view);
        var evidenced = cells.Count(cell => cell.Filled?.Value == MatrixValue.Yes);
        var applicable = cells.Count(cell => cell.Filled?.Value != MatrixValue.NotApplicable);
        return new MatrixView(MatrixTemplate.Current.Id, cells, cells.Count(cell => cell.Filled is not null), evidenced, applicable,
            applicable == 0 ? 0 : Math.Round(evidenced * 100m / applicable, 1, MidpointRounding.AwayFromZero),
        [
            .. from sent in book.Reports
               where view.Sees(sent.Stamp.Sequence, sent.Report.Sent.On)
               orderby sent.Report.Sent.On descending, sent.Stamp.Sequence descending
               select new MatrixReportRow(sent.Stamp.Sequence, sent.Report.Sent.On, sent.Report.Sent.Document, sent.Report.Sent.Note,
                   sent.Report.Template, sent.Report.Cells, sent.Report.Digest),
        ]);
    }

    /// <summary>All cells with what a view sees of them.</summary>
    internal static List<MatrixCellRow> Cells(CooperationBook book, View view) =>
    [
        .. from cell in MatrixTemplate.Current.Cells
           let said = book.CellOf(cell.Id, view)
           select new MatrixCellRow(cell.Id, cell.Row.Paragraph, cell.Area, cell.Column, said?.Cell, said?.Stamp.Sequence),
    ];
}

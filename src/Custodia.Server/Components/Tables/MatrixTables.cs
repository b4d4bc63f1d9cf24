using Custodia.Commitments.Cooperation.Matrix;

namespace Custodia.Server.Components.Tables;

/// <summary>The reports that took the 1540 matrix along.</summary>
internal static class MatrixTables
{
    public static Table<MatrixReportRow> Reports { get; } = CooperationTables.Of<MatrixQuery, MatrixView, MatrixReportRow>(
        "matrix-reports", text => text["Matrix.Reports"], "matrix", (_, _) => new MatrixQuery(), view => view.Reports,
        row => [row.Document, row.Note],
        [
            TableColumn<MatrixReportRow>.Of("on", text => text["Column.Date"], row => TableValue.Of(row.On)),
            TableColumn<MatrixReportRow>.Of("document", text => text["Matrix.DocumentNumber"], row => TableValue.Of(row.Document)),
            TableColumn<MatrixReportRow>.Number("cells", text => text["Matrix.Answered"], row => row.Cells),
            TableColumn<MatrixReportRow>.Of("template", text => text["Cooperation.Version"], row => TableValue.Of(row.Template)),
            TableColumn<MatrixReportRow>.Of("digest", _ => "SHA-256", row => TableValue.Of(row.Digest)),
            TableColumn<MatrixReportRow>.Of("note", text => text["Matrix.Note"], row => TableValue.Of(row.Note)),
            TableColumn<MatrixReportRow>.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ]);
}

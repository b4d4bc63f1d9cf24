using Custodia.Books;
using Custodia.Materials;
using Custodia.Materials.Queries;
using Custodia.Server.Reading;
using Column = Custodia.Server.Components.Tables.TableColumn<Custodia.Materials.Queries.InventorySummary>;
using LineColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.Materials.Queries.InventoryLine>;

namespace Custodia.Server.Components.Tables;

/// <summary>The physical inventories of an MBA.</summary>
internal static class InventorySummaryList
{
    public static Table<InventorySummary> Table { get; } = new("inventories", text => text["Pit.Title"], "inventories")
    {
        Scope = ["mba"],
        Columns =
        [
            Column.Of("date", text => text["Pit.Date"], row => TableValue.Of(row.Date)),
            Column.Number("lines", text => text["Pit.Lines"], row => row.Lines),
            Column.Number("items", text => text["Column.Items"], row => row.Items),
            Column.OfWeights("totals", text => text["Pit.Totals"], row => row.Totals),
            Column.OfWeights("muf", text => text["Balance.Muf"], row => row.Muf, isSigned: true) with
            {
                Meaning = text => text["Balance.MufLong"],
            },
            Column.Entry("taken", text => text["Pit.Taken"], row => row.TakenAt),
            Column.Entry("closed", text => text["Pit.Closed"], row => row.ClosedAt),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<InventoriesQuery, InventoryList>(new InventoriesQuery(question["mba"] ?? ""), question.View);
            return answer.IsGiven
                ? Table!.Cut(answer.Value.Inventories, question, text)
                : Answer<TablePage<InventorySummary>>.Refuse(answer.Refusals);
        },
    };
}

/// <summary>The lines of one physical inventory.</summary>
internal static class InventoryLineList
{
    public static Table<InventoryLine> Table { get; } = new("inventory-lines", text => text["Pit.Lines"], "inventory")
    {
        Scope = ["mba", "pit"],
        Columns =
        [
            LineColumn.Entry("entry", text => text["Column.Entry"], row => row.Entry),
            LineColumn.Of("kmp", text => text["Column.Kmp"], row => TableValue.Of(row.Item.Kmp)),
            LineColumn.Of("batch", text => text["Column.Batch"], row => TableValue.Of(row.Item.Batch)),
            LineColumn.Number("items", text => text["Column.Items"], row => row.Item.Items),
            LineColumn.Of("form", text => text["Ledger.Form"], row => TableValue.Of(row.Item.Description)),
            LineColumn.Of("basis", text => text["Pit.Basis"], row => TableValue.Of(row.Item.Basis)),
            LineColumn.OfWeights("contents", text => text["Batch.Contents"], row => row.Item.Weights).Unordered(),
            LineColumn.Of("note", text => text["Column.Note"], row => TableValue.Of(row.Item.Note)).Unordered(),
            LineColumn.Entry("corrects", text => text["Ledger.Corrects"], row => row.Corrects).Unordered().Hidden(),
            LineColumn.Of("reason", text => text["Ledger.Reason"], row => TableValue.Of(row.Reason)).Unordered().Hidden(),
        ],
        Ask = (desk, question, _) =>
        {
            var answer = Inventory(desk, question, question.Page, question.Size);
            return answer.IsGiven
                ? new TablePage<InventoryLine>(answer.Value.Lines.Rows, answer.Value.Lines.Total)
                : Answer<TablePage<InventoryLine>>.Refuse(answer.Refusals);
        },
        Materials = Listed,
    };

    private static Answer<InventoryAnswer> Inventory(Desk desk, TableQuestion question, int page, int size) =>
        desk.Ask<InventoryQuery, InventoryAnswer>(
            new InventoryQuery(question["mba"] ?? "", question.Day("pit") ?? default, page, size, question.Sort), question.View);

    private static IEnumerable<MaterialCode> Listed(Desk desk, TableQuestion question) =>
        Inventory(desk, question, 1, 1).Value?.Inventory.Totals.Select(weight => weight.Material) ?? [];
}

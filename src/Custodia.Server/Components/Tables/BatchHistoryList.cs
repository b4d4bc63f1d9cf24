using Custodia.Books;
using Custodia.Materials.Queries;

namespace Custodia.Server.Components.Tables;

/// <summary>The ledger rows of one batch.</summary>
internal static class BatchHistoryList
{
    public static Table<LedgerListRow> Table { get; } = new("batch-history", text => text["Batch.History"], "batch")
    {
        Scope = ["mba", "name"],
        Columns = [.. LedgerList.Table.Columns.Where(column => column.Name is not ("batch" or "balance")).Select(column => column.Unordered())],
        Ask = (desk, question, _) =>
        {
            var answer = desk.Ask<BatchQuery, BatchHistory>(
                new BatchQuery(question["mba"] ?? "", question["name"] ?? "", 0, question.Page, question.Size), question.View);
            return answer.IsGiven
                ? new TablePage<LedgerListRow>([.. answer.Value.Rows.Rows.Select(row => LedgerListRow.Of(row, null))], answer.Value.Rows.Total)
                : Answer<TablePage<LedgerListRow>>.Refuse(answer.Refusals);
        },
        Materials = AreaChoices.Held,
    };
}

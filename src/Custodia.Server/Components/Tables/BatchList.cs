using Custodia.Materials.Queries;
using Custodia.Materials.Structure;
using Column = Custodia.Server.Components.Tables.TableColumn<Custodia.Materials.Queries.BatchRow>;

namespace Custodia.Server.Components.Tables;

/// <summary>The batches of an MBA.</summary>
internal static class BatchList
{
    public static Table<BatchRow> Table { get; } = new("batches", text => text["Area.Batches"], "batches")
    {
        Scope = ["mba"],
        Filters =
        [
            new("contains", text => text["Column.Batch"]),
            new("kmp", text => text["Column.Kmp"], TableFilterSort.Choice)
            {
                Choices = (desk, question, _) => AreaChoices.Kmps(desk, question, KmpKind.Inventory),
            },
            new("material", text => text["Column.Material"], TableFilterSort.Choice) { Choices = AreaChoices.Materials },
            new("empty", text => text["Batch.WithEmpty"], TableFilterSort.Tick),
        ],
        Columns =
        [
            Column.Of("name", text => text["Column.Batch"], row => TableValue.Of(row.Name)),
            Column.Of("kmp", text => text["Column.Kmp"], row => TableValue.Of(row.Kmp)),
            Column.Of("form", text => text["Ledger.Form"], row => TableValue.Of(row.Description)),
            Column.Number("items", text => text["Column.Items"], row => row.Items),
            Column.OfWeights("contents", text => text["Batch.Contents"], row => row.Contents),
            Column.Number("enrichment", text => text["Batch.Enrichment"], row => row.EnrichmentPercent, _ => "%") with { Format = "0.00" },
            Column.Of("first", text => text["Batch.First"], row => TableValue.Of(row.FirstDay)),
            Column.Of("last", text => text["Batch.Last"], row => TableValue.Of(row.LastDay)),
        ],
        Ask = (desk, question, _) => TablePage<BatchRow>.Of(desk.Ask<BatchesQuery, Page<BatchRow>>(
            new BatchesQuery(question["mba"] ?? "", question["kmp"], question.Material("material"), question["contains"],
                question.Has("empty"), question.Page, question.Size, question.Sort), question.View)),
        Materials = AreaChoices.Held,
    };
}

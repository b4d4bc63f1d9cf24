using Custodia.Materials;
using Custodia.Materials.Queries;
using Custodia.Server.Language;
using Column = Custodia.Server.Components.Tables.TableColumn<Custodia.Materials.Queries.Transfer>;

namespace Custodia.Server.Components.Tables;

/// <summary>Transfers inside the State and how their two sides agree.</summary>
internal static class TransferList
{
    public static Table<Transfer> Table { get; } = new("transfers", text => text["Overview.Transfers"], "transfers")
    {
        Size = 10,
        Filters =
        [
            new("mba", text => text["Column.Area"], TableFilterSort.Choice) { Choices = (desk, question, _) => AreaChoices.Areas(desk, question) },
            new("all", text => text["Transfer.WithAgreed"], TableFilterSort.Tick),
        ],
        Columns =
        [
            Column.Of("way", text => text["Transfer.Way"], row => TableValue.Of($"{row.Shipper} → {row.Receiver}")),
            Column.Of("batch", text => text["Column.Batch"], row => TableValue.Of(row.Batch)),
            Column.Of("material", text => text["Column.Material"], row => TableValue.Of(row.Material.ToString())).Hidden(),
            new("state", text => text["Column.State"], (row, text) => TableValue.Of(Wording.State(text, row.State))),
            Column.Of("date", text => text["Column.Date"], row => TableValue.Of(row.Date)).Hidden(),
            Column.Number("age", text => text["Transfer.AgeDays"], row => row.AgeDays, text => text["Unit.Days"]).Unordered().Hidden(),
            Column.OfWeights("shipped", text => text["Transfer.Shipped"], row => Of(row, row.Shipped, row.Shipments.Count > 0)).Unordered().Hidden(),
            Column.OfWeights("received", text => text["Transfer.Received"],
                row => Of(row, row.Received, row.Receipts.Count > 0)).Unordered().Hidden(),
            Column.OfWeights("difference", text => text["Transfer.Difference"], row => Of(row, row.Difference, isKnown: false), isSigned: true),
            Column.Of("entries", text => text["Transfer.Entries"],
                row => TableValue.Of(string.Join(' ', row.Shipments.Concat(row.Receipts)))).Unordered(),
        ],
        Ask = (desk, question, _) => TablePage<Transfer>.Of(desk.Ask<TransfersQuery, Page<Transfer>>(
            new TransfersQuery(question["mba"], !question.Has("all"), Page: question.Page, Size: question.Size, Sort: question.Sort),
            question.View)),
        Materials = (desk, question) =>
            (desk.Ask<OverviewQuery, Overview>(new OverviewQuery(), question.View).Value?.Mbas ?? [])
                .SelectMany(area => AreaChoices.Held(desk, question with { Values = new Dictionary<string, string> { ["mba"] = area.Mba } })),
    };

    // Of a transfer with a side that is withheld only the other side is known.
    private static IReadOnlyList<Weight> Of(Transfer row, Amount amount, bool isKnown) =>
        row.State == TransferState.Withheld && !isKnown ? [] : [new Weight(row.Material, amount)];
}

using Custodia.Books;
using Custodia.Materials;
using Custodia.Materials.Queries;
using Custodia.Materials.Tables;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Microsoft.Extensions.Localization;
using Column = Custodia.Server.Components.Tables.TableColumn<Custodia.Server.Components.Tables.LedgerListRow>;

namespace Custodia.Server.Components.Tables;

/// <summary>A row of the ledger.</summary>
/// <param name="Line">The row as the book has it.</param>
/// <param name="Balance">What the book holds after it, of the material that was asked for; empty where none was.</param>
public sealed record LedgerListRow(LedgerRow Line, IReadOnlyList<Weight> Balance)
{
    /// <summary>A row with its balance.</summary>
    public static LedgerListRow Of(LedgerRow row, MaterialCode? material) =>
        new(row, row.Balance is { } balance && material is { } of ? [new Weight(of, balance)] : []);
}

/// <summary>The ledger of an MBA.</summary>
internal static class LedgerList
{
    public static Table<LedgerListRow> Table { get; } = new("ledger", text => text["Area.Ledger"], "ledger")
    {
        Scope = ["mba"],
        Filters =
        [
            new("material", text => text["Column.Material"], TableFilterSort.Choice) { Choices = AreaChoices.Materials },
            new("code", text => text["Column.Code"], TableFilterSort.Choice) { Choices = Codes },
            new("kmp", text => text["Column.Kmp"], TableFilterSort.Choice) { Choices = (desk, question, _) => AreaChoices.Kmps(desk, question) },
            new("batch", text => text["Column.Batch"]),
            new("from", text => text["Filter.From"], TableFilterSort.Day),
            new("to", text => text["Filter.To"], TableFilterSort.Day),
            new("effective", text => text["Ledger.EffectiveOnly"], TableFilterSort.Tick),
        ],
        Columns =
        [
            Column.Entry("entry", text => text["Column.Entry"], row => row.Line.Entry),
            Column.Of("date", text => text["Column.Date"], row => TableValue.Of(row.Line.Date)),
            Column.Of("code", text => text["Column.Code"], row => TableValue.Of(row.Line.Code)),
            Column.Of("kmp", text => text["Column.Kmp"], row => TableValue.Of(row.Line.Kmp)).Hidden(),
            Column.Of("way", text => text["Ledger.Way"], row => TableValue.Of(Way(row.Line))).Unordered(),
            Column.Of("batch", text => text["Column.Batch"], row => TableValue.Of(row.Line.Batch)),
            Column.Number("items", text => text["Column.Items"], row => row.Line.Items == 0 ? null : row.Line.Items),
            Column.Of("form", text => text["Ledger.Form"], row => TableValue.Of(row.Line.Description)).Unordered().Hidden(),
            Column.Of("basis", text => text["Pit.Basis"], row => TableValue.Of(row.Line.Basis)).Unordered().Hidden(),
            Column.OfWeights("stated", text => text["Ledger.Stated"], row => row.Line.Weights).Unordered().Hidden(),
            Column.OfWeights("effect", text => text["Ledger.Effect"], row => row.Line.Effect, isSigned: true).Unordered(),
            Column.OfWeights("balance", text => text["Ledger.Balance"], row => row.Balance).Unordered(),
            new("state", text => text["Column.State"], (row, text) => TableValue.Of(Wording.Row(text, row.Line.Kind))) { IsSortable = false },
            Column.Entry("corrects", text => text["Ledger.Corrects"], row => row.Line.Corrects).Unordered().Hidden(),
            Column.Entry("correctedBy", text => text["Ledger.CorrectedBy"], row => row.Line.CorrectedBy).Unordered().Hidden(),
            Column.Of("reason", text => text["Ledger.Reason"], row => TableValue.Of(row.Line.Reason)).Unordered().Hidden(),
            Column.Of("recorded", text => text["Column.Recorded"],
                row => row.Line.RecordedAt is { } at ? TableValue.Of(at) : default).Unordered().Hidden(),
            Column.Of("actor", text => text["Column.Actor"], row => TableValue.Of(row.Line.Actor)).Unordered().Hidden(),
            Column.Of("note", text => text["Column.Note"], row => TableValue.Of(row.Line.Note)).Unordered().Hidden(),
        ],
        Ask = Ask,
        Materials = AreaChoices.Held,
    };

    /// <summary>Where material came from and went.</summary>
    public static string? Way(LedgerRow row) => (row.From, row.To) switch
    {
        (null, null) => null,
        ({ } from, { } to) when from == to => from,
        var (from, to) => $"{from ?? "…"} → {to ?? "…"}",
    };

    private static Answer<TablePage<LedgerListRow>> Ask(Desk desk, TableQuestion question, IStringLocalizer<Text> text)
    {
        var answer = desk.Ask<LedgerQuery, Page<LedgerRow>>(Asked(question), question.View);
        if (!answer.IsGiven)
            return Answer<TablePage<LedgerListRow>>.Refuse(answer.Refusals);
        var material = question.Material("material");
        return new TablePage<LedgerListRow>(
            [.. answer.Value.Rows.Select(row => LedgerListRow.Of(row, material))], answer.Value.Total);
    }

    private static LedgerQuery Asked(TableQuestion question) => new(question["mba"] ?? "", question.Material("material"),
        question["code"], question["batch"], question["kmp"], question.Day("from"), question.Day("to"),
        question.Has("effective") ? LedgerStatus.Effective : LedgerStatus.All, question.Page, question.Size, question.Sort);

    private static IReadOnlyList<TableChoice> Codes(Desk desk, TableQuestion question, IStringLocalizer<Text> text) =>
    [
        new("PB", $"PB · {text["Row.Initial"]}"),
        .. (desk.Ask<CodesQuery, CodeTables>(new CodesQuery(), question.View).Value?.ChangeCodes ?? [])
            .Select(code => new TableChoice(code.Code, $"{code.Code} · {Wording.Name(code.NameEn, code.NameZh)}")),
        new("MF", $"MF · {text["Row.Adjustment"]}"),
    ];
}

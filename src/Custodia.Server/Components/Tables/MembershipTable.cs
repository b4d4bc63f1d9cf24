using Custodia.Commitments;
using Custodia.Commitments.Queries;
using Custodia.Server.Language;

namespace Custodia.Server.Components.Tables;

/// <summary>Regimes, organisations and joint statements that the State joined, with what each asks: by its acts alone.</summary>
internal static class MembershipTable
{
    public static Table<InstrumentRow> Table { get; } = CooperationTables.Of<InstrumentsQuery, InstrumentList, InstrumentRow>(
        "memberships", text => text["Cooperation.Memberships"], "instruments", (_, day) => new InstrumentsQuery(null, day),
        list => [.. list.Rows.Where(row => row.Part != RegisterPart.Instrument && row.Status is StateStatus.Joined or StateStatus.Withdrawn)],
        row => [row.NameEn, row.NameZh, Asks(row.Id)],
        [
            TableColumn<InstrumentRow>.Of("name", text => text["Column.Name"], row => TableValue.Of(Wording.Name(row.NameEn, row.NameZh))),
            TableColumn<InstrumentRow>.Of("part", text => text["Column.Kind"], row => TableValue.Of(CommitmentsWording.Of(row.Part))),
            TableColumn<InstrumentRow>.Of("state", text => text["Column.State"], row => TableValue.Of(CommitmentsWording.Of(row.Status))),
            TableColumn<InstrumentRow>.Of("since", text => text["Instruments.Since"], row => TableValue.Of(row.Since)),
            TableColumn<InstrumentRow>.Of("asks", text => text["Cooperation.Asks"], row => TableValue.Of(Asks(row.Id))).Unordered(),
            TableColumn<InstrumentRow>.Entry("entry", text => text["Column.Entry"], row => row.Acts.Count > 0 ? row.Acts[^1].Entry : null),
        ]);

    private static string Asks(string id) => Register.Circulars.Find(id) is { } circular
        ? Wording.List(circular.Duties.Select(duty => Wording.Name(duty.Text.En, duty.Text.Zh)))
        : (Register.Regimes.Find(id)?.Records ?? Register.Bodies.Find(id)?.Records) is { } records ? Wording.Name(records.En, records.Zh) : "";
}

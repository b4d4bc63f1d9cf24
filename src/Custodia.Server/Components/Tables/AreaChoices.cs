using Custodia.Materials;
using Custodia.Materials.Queries;
using Custodia.Materials.Structure;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Components.Tables;

/// <summary>What can be chosen in the lists of one MBA.</summary>
internal static class AreaChoices
{
    /// <summary>Its key measurement points in force.</summary>
    public static IReadOnlyList<TableChoice> Kmps(Desk desk, TableQuestion question, KmpKind? kind = null) =>
    [
        .. (desk.Ask<StructureQuery, StructureTree>(new StructureQuery(), question.View).Value?.Facilities ?? [])
            .SelectMany(facility => facility.Mbas).Where(area => area.Mba.Code == question["mba"]).SelectMany(area => area.Kmps)
            .Where(kmp => kind is null || kmp.Kmp.Kind == kind)
            .Select(kmp => new TableChoice(kmp.Kmp.Code, $"{kmp.Kmp.Code} · {Wording.Name(kmp.Kmp.NameEn, kmp.Kmp.NameZh)}")),
    ];

    /// <summary>The materials of its book.</summary>
    public static IReadOnlyList<TableChoice> Materials(Desk desk, TableQuestion question, IStringLocalizer<Text> text) =>
    [
        .. (Balance(desk, question)?.Book ?? []).Select(account =>
            new TableChoice(account.Material.ToString(), Wording.Material(text, account.Material))),
    ];

    /// <summary>The materials that its ledgers are of.</summary>
    public static IEnumerable<MaterialCode> Held(Desk desk, TableQuestion question) =>
        Balance(desk, question) is { } balance
            ? balance.Book.Concat(balance.Waste).Concat(balance.Exempt).Select(account => account.Material)
            : [];

    /// <summary>All MBAs.</summary>
    public static IReadOnlyList<TableChoice> Areas(Desk desk, TableQuestion question) =>
    [
        .. (desk.Ask<OverviewQuery, Overview>(new OverviewQuery(), question.View).Value?.Mbas ?? [])
            .Select(area => new TableChoice(area.Mba, $"{area.Mba} · {Wording.Name(area.NameEn, area.NameZh)}")),
    ];

    private static MbaBalance? Balance(Desk desk, TableQuestion question) =>
        desk.Ask<BalanceQuery, MbaBalance>(new BalanceQuery(question["mba"] ?? ""), question.View).Value;
}

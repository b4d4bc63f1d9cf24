using Custodia.Books;
using Custodia.Materials.Rules;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;

namespace Custodia.Materials.Queries;

/// <summary>Asks for the facilities, MBAs and KMPs in force.</summary>
public sealed record StructureQuery;

/// <summary>The structure in force on the view's day.</summary>
/// <param name="StateCode">Code of the State, or <c>null</c> until it was named.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="NameZh">Its name in Chinese.</param>
/// <param name="Facilities">The facilities, by code.</param>
/// <param name="Tables">The code tables, or <c>null</c>.</param>
public sealed record StructureTree(
    string? StateCode, string? NameEn, string? NameZh, IReadOnlyList<FacilityTree> Facilities, CodeTables? Tables);

/// <summary>A facility with its MBAs.</summary>
/// <param name="Facility">The facility.</param>
/// <param name="Mbas">Its MBAs in force, by code.</param>
public sealed record FacilityTree(Facility Facility, IReadOnlyList<MbaTree> Mbas);

/// <summary>An MBA with its KMPs.</summary>
/// <param name="Mba">The MBA.</param>
/// <param name="LastDay">Its last day in force, where that is known.</param>
/// <param name="Kmps">Its KMPs in force, by code.</param>
/// <param name="IsWithheld">Whether its content is withheld: its KMPs, and whether it has ended.</param>
public sealed record MbaTree(MaterialBalanceArea Mba, DateOnly? LastDay, IReadOnlyList<KmpTree> Kmps, bool IsWithheld);

/// <summary>A KMP.</summary>
/// <param name="Kmp">The KMP.</param>
/// <param name="LastDay">Its last day in force, where that is known.</param>
public sealed record KmpTree(KeyMeasurementPoint Kmp, DateOnly? LastDay);

/// <summary>The structure, as a tree.</summary>
public static class StructureTrees
{
    /// <summary>Answers <see cref="StructureQuery"/>.</summary>
    public static Answer<StructureTree> Ask(MaterialsBook book, StructureQuery query, View view)
    {
        var state = book.State is { } named && view.Knows(named.Stamp.Sequence) ? named.Fact : null;
        return new StructureTree(state?.Code, state?.NameEn, state?.NameZh,
        [
            .. from pair in book.Facilities
               where view.Sees(pair.Value.Stamp.Sequence, pair.Value.Facility.From)
               let mbas = Mbas(book, pair.Key, view)
               where mbas.Count > 0 || view.Covers(MaterialsPlaces.Facility(pair.Key))
               orderby pair.Key
               select new FacilityTree(pair.Value.Facility, mbas),
        ], Sight.Tables(book, view.AsOf, view));
    }

    private static List<MbaTree> Mbas(MaterialsBook book, string facility, View view) =>
    [
        .. from ledger in Sight.Mbas(book, null, view)
           let last = Sight.LastDay(ledger.End, view)
           where ledger.Area.Facility == facility && IsInForce(ledger.Area.From, last, view)
           select new MbaTree(ledger.Area, last,
           [
               .. from kmp in ledger.Kmps
                  let kmpLast = Sight.LastDay(kmp.End, view)
                  where view.Knows(kmp.Stamp.Sequence) && IsInForce(kmp.Point.From, kmpLast, view)
                  orderby kmp.Point.Code
                  select new KmpTree(kmp.Point, kmpLast),
           ], IsWithheld: false),
        .. from ledger in Sight.Withheld(book, view)
           where ledger.Area.Facility == facility && IsInForce(ledger.Area.From, null, view)
           select new MbaTree(ledger.Area, null, [], IsWithheld: true),
    ];

    private static bool IsInForce(DateOnly from, DateOnly? last, View view) =>
        from <= view.AsOf && (last is null || view.AsOf <= last);
}

using Custodia.Books;
using Custodia.Commitments.Cooperation.Facts;

namespace Custodia.Commitments.Cooperation.Queries;

/// <summary>Asks what isotopes were made, and from what.</summary>
public sealed record ProductionsQuery;

/// <summary>What was made.</summary>
/// <param name="Rows">The newest first.</param>
public sealed record ProductionList(IReadOnlyList<ProductionRow> Rows);

/// <summary>What was made of an isotope in a period.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="On">Last day of the period.</param>
/// <param name="Production">What.</param>
/// <param name="IsFree">Whether it was made without highly enriched uranium.</param>
/// <param name="Activity">In TBq.</param>
public sealed record ProductionRow(long Entry, DateOnly On, RecordProduction Production, bool IsFree, decimal Activity);

/// <summary>Asks how much plutonium is planned to be used.</summary>
/// <param name="Day">On which day; left out: that of the view, where it has one.</param>
public sealed record PlutoniumPlanQuery([Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>The plan of use.</summary>
/// <param name="Rows">Of each year what was planned last, the first year first.</param>
public sealed record PlutoniumPlan(IReadOnlyList<PlannedYear> Rows);

/// <summary>What is planned for a year.</summary>
/// <param name="Entry">The entry that planned it.</param>
/// <param name="Plan">What.</param>
/// <param name="Kilograms">Mass of plutonium.</param>
/// <param name="IsNear">Whether it is one of the five calendar years after the day.</param>
public sealed record PlannedYear(long Entry, PlanPlutonium Plan, decimal Kilograms, bool IsNear);

/// <summary>Asks for the experts that were lent.</summary>
public sealed record ExpertsQuery;

/// <summary>The experts that were lent.</summary>
/// <param name="Rows">The newest first.</param>
public sealed record ExpertList(IReadOnlyList<ExpertRow> Rows);

/// <summary>Experts lent to one mission or publication.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="On">Last day.</param>
/// <param name="Loan">For what, and how many days.</param>
/// <param name="Days">Over all experts.</param>
public sealed record ExpertRow(long Entry, DateOnly On, LendExperts Loan, decimal Days);

/// <summary>Answers questions on what is made of material, and who is lent.</summary>
public static class Uses
{
    private const int NearYears = 5;

    /// <summary>Answers <see cref="ProductionsQuery"/>.</summary>
    public static Answer<ProductionList> Ask(CooperationBook book, ProductionsQuery query, View view) => new ProductionList(
    [
        .. from found in Logs.Newest<RecordProduction>(book, view)
           select new ProductionRow(found.Entry, found.Content.On, found.Content, found.Content.Route != IsotopeRoute.HighEnriched,
               found.Content.Activity),
    ]);

    /// <summary>Answers <see cref="PlutoniumPlanQuery"/>.</summary>
    public static Answer<PlutoniumPlan> Ask(CooperationBook book, PlutoniumPlanQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (Campaigns.DayOf(query.Day, view) is not { } day)
            return CooperationRefusals.DayMissing.In("day");
        return new PlutoniumPlan(
        [
            .. from found in Logs.Newest<PlanPlutonium>(book, view with { AsOf = day })
               group found by found.Content.Year into planned
               orderby planned.Key
               let last = planned.First()
               select new PlannedYear(last.Entry, last.Content, last.Content.Kilograms,
                   planned.Key > day.Year && planned.Key <= day.Year + NearYears),
        ]);
    }

    /// <summary>Answers <see cref="ExpertsQuery"/>.</summary>
    public static Answer<ExpertList> Ask(CooperationBook book, ExpertsQuery query, View view) => new ExpertList(
        [.. Logs.Newest<LendExperts>(book, view).Select(found => new ExpertRow(found.Entry, found.Content.On, found.Content, found.Content.Days))]);
}

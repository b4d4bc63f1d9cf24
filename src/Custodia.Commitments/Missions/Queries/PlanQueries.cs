using Custodia.Books;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Folds;

namespace Custodia.Commitments.Missions.Queries;

/// <summary>Asks for the support plan.</summary>
/// <param name="Day">On which day.</param>
public sealed record PlanQuery([Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>The support plan on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Version">The version that stands; null where there is none.</param>
/// <param name="Edition">Edition of its list of components.</param>
/// <param name="AgreedOn">Day on which it was agreed.</param>
/// <param name="Document">The document.</param>
/// <param name="DaysSinceReview">Days since the last yearly review, or since it was agreed.</param>
/// <param name="Due">How many actions are due by the day, without what was withdrawn.</param>
/// <param name="Closed">How many of these are closed.</param>
/// <param name="Reviews">The yearly reviews, the newest first.</param>
/// <param name="Components">The actions, component by component; those of earlier lists of components last.</param>
public sealed record PlanView(DateOnly Day, string? Version, string? Edition, DateOnly? AgreedOn, string? Document, int? DaysSinceReview,
    int Due, int Closed, IReadOnlyList<ReviewRow> Reviews, IReadOnlyList<ComponentRow> Components);

/// <summary>A yearly review.</summary>
/// <param name="On">The day.</param>
/// <param name="Document">The record of it.</param>
/// <param name="Note">What came of it.</param>
/// <param name="Entry">The entry.</param>
public sealed record ReviewRow(DateOnly On, string Document, string? Note, long Entry);

/// <summary>A component with its actions.</summary>
/// <param name="Id">Its number.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="NameZh">Its name in Chinese.</param>
/// <param name="Edition">Edition of the list that it belongs to.</param>
/// <param name="Actions">Its actions, by due date.</param>
public sealed record ComponentRow(string Id, string NameEn, string NameZh, string? Edition, IReadOnlyList<ActionRow> Actions);

/// <summary>Answers questions on the support plan.</summary>
public static class PlanQueries
{
    /// <summary>Answers <see cref="PlanQuery"/>.</summary>
    public static Answer<PlanView> Ask(MissionsBook book, PlanQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (Sight.DayOf(query.Day, view) is not { } day)
            return Sight.DayMissing;
        var plan = book.PlanOn(day, view).Plan;
        var actions = book.Actions.Where(action => action.Opened.Source == ActionSource.Plan)
            .Select(action => action.On(day, view)).OfType<ActionStanding>().ToList();
        var due = actions.Where(action => action.Due <= day && action.State != ActionState.Withdrawn).ToList();
        var byComponent = actions.OrderBy(action => action.Due).ToLookup(action => action.File.Opened.Plan!.Component, StringComparer.Ordinal);
        return new PlanView(day, plan?.Version, plan?.Edition, plan?.On, plan?.Document, Age(book, day, view), due.Count,
            due.Count(action => action.State == ActionState.Closed),
            [
                .. book.Reviews.Where(review => view.Knows(review.Stamp.Sequence) && review.Review.On <= day)
                    .OrderByDescending(review => review.Review.On)
                    .Select(review => new ReviewRow(review.Review.On, review.Review.Document, review.Review.Note, review.Stamp.Sequence)),
            ],
            [
                .. PlanDecisions.Programme.Parts.Where(part => part.Edition == plan?.Edition || byComponent.Contains(part.Id))
                    .OrderBy(part => part.Edition != plan?.Edition)
                    .Select(part => new ComponentRow(part.Id, part.Name.En, part.Name.Zh, part.Edition,
                        [.. byComponent[part.Id].Select(action => ActionQueries.Row(book, action, day, view, opens: false))])),
            ]);
    }

    /// <summary>Days since the plan was last reviewed, or agreed.</summary>
    internal static int? Age(MissionsBook book, DateOnly day, View view)
    {
        var days = book.Reviews.Where(review => view.Knows(review.Stamp.Sequence) && review.Review.On <= day).Select(review => review.Review.On)
            .Concat(book.PlanOn(day, view).Plan is { } plan ? [plan.On] : []).ToList();
        return days.Count > 0 ? day.DayNumber - days.Max().DayNumber : null;
    }
}

using Custodia.ArmsControl;
using Custodia.ArmsControl.Queries;
using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Cooperation.Queries;
using Custodia.Commitments.Missions;
using Custodia.Commitments.Missions.Queries;
using Custodia.People.Queries;

namespace Custodia.Server.Reading;

/// <summary>What a duty of the commitments is.</summary>
public enum WorkDutyKind
{
    /// <summary>An action that a finding, gap, plan or anybody opened.</summary>
    Action,

    /// <summary>A campaign against highly enriched uranium.</summary>
    Campaign,

    /// <summary>A milestone of a campaign.</summary>
    Milestone,

    /// <summary>A yearly declaration.</summary>
    Declaration,
}

/// <summary>Something that somebody owes, or may see to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name in both languages; what is sealed is named by its id.</param>
/// <param name="Path">Where it is done.</param>
/// <param name="Owner">Who owes it; null: whoever may record it.</param>
/// <param name="Due">Its last day.</param>
/// <param name="DaysLate">Days past it; before it, less than zero.</param>
public sealed record WorkDuty(WorkDutyKind Kind, Bilingual Name, string Path, string? Owner, DateOnly Due, int DaysLate)
{
    /// <summary>Its step on the ladder.</summary>
    public DueStep Step => DueLadder.Of(DaysLate);
}

/// <summary>
/// What presses of actions, campaigns and declarations: overdue, or due soon. An action is told to who owns it, in person or as
/// the organisation, and to who may record actions; the rest to who may record it. Nothing sealed is opened for that.
/// </summary>
public static class WorkDuties
{
    /// <summary>All of one reader, by the day on which they are due.</summary>
    /// <param name="desk">Of whom.</param>
    /// <param name="view">As of which day, as known at which entry.</param>
    public static IReadOnlyList<WorkDuty> Of(Desk desk, ViewRequest view)
    {
        ArgumentNullException.ThrowIfNull(desk);
        var day = view.AsOf ?? DateOnly.FromDateTime(desk.Folder.Time.GetUtcNow().UtcDateTime);
        return [.. Actions(desk, day, view).Concat(Campaigns(desk, day, view)).Concat(Declarations(desk, day, view))
            .Where(duty => duty.Step.Rank > 0).OrderBy(duty => duty.Due).ThenBy(duty => duty.Path, StringComparer.Ordinal)];
    }

    private static IEnumerable<WorkDuty> Actions(Desk desk, DateOnly day, ViewRequest view)
    {
        if (!desk.May(CommitmentsPermissions.Read))
            return [];
        var organisation = desk.Ask<MyAccessQuery, MyAccess>(new MyAccessQuery(), default).Value?.Holder?.Organisation;
        var mayAct = desk.May(MissionsPermissions.Record);
        return from row in desk.Ask<ActionsQuery, ActionList>(new ActionsQuery(Day: day, IsBrief: true), view).Value?.Rows ?? []
               where row.Step is not null && (mayAct || Is(row.Owner, desk.Name) || Is(row.Owner, organisation))
               select new WorkDuty(WorkDutyKind.Action, new Bilingual(row.Words ?? row.Id, row.Words ?? row.Id),
                   "/commitments/actions/" + row.Id, row.Owner, row.Due, Late(day, row.Due));
    }

    private static IEnumerable<WorkDuty> Campaigns(Desk desk, DateOnly day, ViewRequest view)
    {
        // To record and to read are two rights: whoever lacks one is asked for nothing, or it would stand in the access log as refused.
        if (!desk.May(CommitmentsPermissions.Record) || !desk.May(CommitmentsPermissions.Read))
            yield break;
        var pressing = new CampaignsQuery(day, IsBrief: true, DueBy: day.AddDays(-DueLadder.Pressing));
        foreach (var row in desk.Ask<CampaignsQuery, CampaignList>(pressing, view).Value?.Rows ?? [])
        {
            if (row.State == CampaignState.Closed)
                continue;
            var (campaign, path) = (row.Campaign, "/commitments/campaigns/" + row.Campaign.Id);
            yield return new WorkDuty(WorkDutyKind.Campaign, new Bilingual(campaign.NameEn, campaign.NameZh), path, null, campaign.Due,
                Late(day, campaign.Due));
            foreach (var step in row.Milestones.Where(step => step.Reached is null).Select(step => step.Milestone))
            {
                yield return new WorkDuty(WorkDutyKind.Milestone,
                    new Bilingual($"{campaign.NameEn}: {step.NameEn}", $"{campaign.NameZh}：{step.NameZh}"), path, null, step.Due,
                    Late(day, step.Due));
            }
        }
    }

    private static IEnumerable<WorkDuty> Declarations(Desk desk, DateOnly day, ViewRequest view) =>
        !desk.May(ArmsControlPermissions.Record) || !desk.May(ArmsControlPermissions.Read) ? []
        : from row in desk.Ask<CalendarQuery, Calendar>(new CalendarQuery(Day: day), view).Value?.Rows ?? []
          where row.State is DeclarationState.Open or DeclarationState.Overdue
          select new WorkDuty(WorkDutyKind.Declaration, new Bilingual($"{row.NameEn} · {row.Period}", $"{row.NameZh} · {row.Period}"),
              "/arms-control/declarations/" + row.Id, null, row.Due, Late(day, row.Due));

    private static int Late(DateOnly day, DateOnly due) => day.DayNumber - due.DayNumber;

    private static bool Is(string owner, string? who) => string.Equals(owner, who, StringComparison.OrdinalIgnoreCase);
}

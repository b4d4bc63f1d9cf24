using Custodia.Books.Approvals;
using Custodia.Materials.Queries;
using Custodia.People;
using Custodia.People.Queries;

namespace Custodia.Server.Reading;

/// <summary>How much work waits.</summary>
/// <param name="Overdue">What should have been done by now.</param>
/// <param name="Due">What can be done and is still in time.</param>
/// <param name="Approvals">Proposals that wait for the reader.</param>
/// <param name="Reviews">Emergency accesses that wait for the reader's review.</param>
public readonly record struct WorkCounts(int Overdue, int Due, int Approvals = 0, int Reviews = 0)
{
    /// <summary>What one must hold to be told what is due.</summary>
    public const string ReadPermission = "materials.read";

    /// <summary>All of it.</summary>
    public int Open => Overdue + Due + Approvals + Reviews;

    /// <summary>Counts what the books call for now.</summary>
    public static WorkCounts Of(Desk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        // Who may not read what is due is not asked for: that would stand in the access log as refused.
        var due = desk.May(ReadPermission) ? desk.Ask<DueQuery, DueList>(new DueQuery(), default).Value?.Items ?? [] : [];
        var duties = WorkDuties.Of(desk, default);
        var late = duties.Count(duty => duty.DaysLate > 0);
        var counted = Of(due);
        return new WorkCounts(counted.Overdue + late, counted.Due + duties.Count - late, Waiting(desk), Unreviewed(desk).Count);
    }

    /// <summary>The emergency accesses that wait for the reader's review: nobody reviews their own.</summary>
    public static IReadOnlyList<EmergencyRow> Unreviewed(Desk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        return desk.May(PeoplePermissions.Review)
            ? [.. (desk.Ask<EmergenciesQuery, EmergencyList>(new EmergenciesQuery(), default).Value?.Rows ?? [])
                .Where(row => row.Holder != desk.Name)]
            : [];
    }

    /// <summary>Counts a list.</summary>
    public static WorkCounts Of(IReadOnlyList<DueItem> items) => new(
        items.Count(item => item.State == DueState.Overdue), items.Count(item => item.State == DueState.Due));

    // Only counted: no content of a proposal is opened for that.
    private static int Waiting(Desk desk) =>
        desk.Ask<ProposalsQuery, ProposalList>(new ProposalsQuery(ProposalChoice.Mine, Size: 0), default).Value?.Total ?? 0;
}

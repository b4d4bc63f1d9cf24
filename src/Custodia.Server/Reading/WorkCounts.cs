using Custodia.Materials.Queries;

namespace Custodia.Server.Reading;

/// <summary>How much work waits.</summary>
/// <param name="Overdue">What should have been done by now.</param>
/// <param name="Due">What can be done and is still in time.</param>
public readonly record struct WorkCounts(int Overdue, int Due)
{
    /// <summary>Both.</summary>
    public int Open => Overdue + Due;

    /// <summary>Counts what the books call for now.</summary>
    public static WorkCounts Of(Desk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        return desk.May("materials.read") ? Of(desk.Ask<DueQuery, DueList>(new DueQuery(), default).Value?.Items ?? []) : default;
    }

    /// <summary>Counts a list.</summary>
    public static WorkCounts Of(IReadOnlyList<DueItem> items) => new(
        items.Count(item => item.State == DueState.Overdue), items.Count(item => item.State == DueState.Due));
}

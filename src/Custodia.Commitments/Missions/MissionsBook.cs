using Custodia.Books;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Facts;
using Custodia.Commitments.Missions.Folds;

namespace Custodia.Commitments.Missions;

/// <summary>
/// The book of missions (任務): peer reviews and their findings, the support plan, self-assessments, and the one list of actions
/// to which they all lead.
/// </summary>
public sealed class MissionsBook : Book
{
    private readonly Dictionary<string, MissionFile> _missions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActionFile> _actions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FindingFile> _findings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AssessmentFile> _assessments = new(StringComparer.Ordinal);
    private readonly List<(Stamp Stamp, AdoptPlan Plan)> _plans = [];
    private readonly List<(Stamp Stamp, ReviewPlan Review)> _reviews = [];
    private readonly List<(Stamp Stamp, AssessGuidance Assessed)> _guidance = [];

    /// <inheritdoc/>
    public override string Name => "missions";

    /// <inheritdoc/>
    public override KindTable Kinds => MissionsKinds.Table;

    /// <inheritdoc/>
    public override Catalogue Catalogue => MissionsCatalogue.Instance;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorFormula> Indicators => MissionsIndicators.All;

    /// <inheritdoc/>
    public override string ReadPermission => CommitmentsPermissions.Read;

    /// <summary>The missions, in the order in which they were recorded.</summary>
    internal IEnumerable<MissionFile> Missions => _missions.Values;

    /// <summary>The actions, in the order in which they were recorded.</summary>
    internal IEnumerable<ActionFile> Actions => _actions.Values;

    /// <summary>The self-assessments, in the order in which they were recorded.</summary>
    internal IEnumerable<AssessmentFile> Assessments => _assessments.Values;

    /// <summary>The versions of the plan, by entry.</summary>
    internal IReadOnlyList<(Stamp Stamp, AdoptPlan Plan)> Plans => _plans;

    /// <summary>The reviews of the plan, by entry.</summary>
    internal IReadOnlyList<(Stamp Stamp, ReviewPlan Review)> Reviews => _reviews;

    /// <summary>What was held against guidance, by entry.</summary>
    internal IReadOnlyList<(Stamp Stamp, AssessGuidance Assessed)> GuidanceAssessed => _guidance;

    /// <inheritdoc/>
    public override string ReadPermissionOf(string compartment) =>
        compartment == MissionsPermissions.Compartment ? MissionsPermissions.Findings : ReadPermission;

    /// <summary>The mission of that id, or <c>null</c>.</summary>
    internal MissionFile? MissionOf(string id) => _missions.GetValueOrDefault(id);

    /// <summary>The finding of that id, or <c>null</c>.</summary>
    internal FindingFile? FindingOf(string id) => _findings.GetValueOrDefault(id);

    /// <summary>The action of that id, or <c>null</c>.</summary>
    internal ActionFile? ActionOf(string id) => _actions.GetValueOrDefault(id);

    /// <summary>The self-assessment of that id, or <c>null</c>.</summary>
    internal AssessmentFile? AssessmentOf(string id) => _assessments.GetValueOrDefault(id);

    /// <summary>The plan that stands on a day, as a view knows it; its entry is -1 where there is none.</summary>
    internal (long Entry, AdoptPlan? Plan) PlanOn(DateOnly day, View view)
    {
        var standing = (Entry: -1L, Plan: (AdoptPlan?)null);
        foreach (var (stamp, plan) in _plans)
        {
            if (view.Knows(stamp.Sequence) && plan.On <= day && (standing.Plan is null || plan.On >= standing.Plan.On))
                standing = (stamp.Sequence, plan);
        }

        return standing;
    }

    /// <inheritdoc/>
    protected override DateOnly DayOf(Fact fact) => fact switch
    {
        ActionFact action => action.On,
        ActionWorded worded => _actions[worded.Action].Steps[^1].Fact.On,
        MissionRequested { Mission.On: var on } => on,
        MissionAgreed { Agreed.On: var on } => on,
        MissionHeld { Held.To: var on } => on,
        ReportReceived { Report.On: var on } => on,
        ReportPublished { Published.On: var on } => on,
        MissionCancelled { Cancelled.On: var on } => on,
        FindingRecorded recorded => recorded.On,
        FindingWorded worded => _findings[FindingFile.IdOf(worded.Mission, worded.Number)].Fact.On,
        PlanAdopted { Plan.On: var on } => on,
        PlanReviewed { Review.On: var on } => on,
        AssessmentOpened opened => opened.On,
        QuestionAnswered { Answer.On: var on } => on,
        AssessmentCompleted { Completed.On: var on } => on,
        GuidanceAssessed { Assessed.On: var on } => on,
        _ => DateOnly.MinValue,
    };

    /// <inheritdoc/>
    protected override void Apply(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case ActionFact action:
                Apply(stamp, action);
                break;
            case ActionWorded worded:
                _actions[worded.Action].Steps[^1].Sealed = worded.Words;
                break;
            case PlanAdopted adopted:
                _plans.Add((stamp, adopted.Plan));
                break;
            case PlanReviewed reviewed:
                _reviews.Add((stamp, reviewed.Review));
                break;
            case AssessmentOpened opened:
                _assessments.Add(opened.Id, new AssessmentFile(stamp, opened));
                break;
            case QuestionAnswered answered:
                _assessments[answered.Answer.Assessment].Add(stamp, answered.Answer);
                break;
            case AssessmentCompleted completed:
                _assessments[completed.Completed.Id].Completed = (stamp, completed.Completed.On);
                break;
            case GuidanceAssessed assessed:
                _guidance.Add((stamp, assessed.Assessed));
                break;
            case Withheld:
                break;
            default:
                ApplyToMission(stamp, fact);
                break;
        }
    }

    private void Apply(in Stamp stamp, ActionFact fact)
    {
        if (fact is ActionOpened opened)
            _actions.Add(opened.Action, new ActionFile(stamp, opened));
        else
            _actions[fact.Action].Add(stamp, fact);
    }

    private void ApplyToMission(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case MissionRequested requested:
                _missions.Add(requested.Mission.Id, new MissionFile(stamp, requested.Mission));
                break;
            case MissionAgreed { Agreed: var agreed }:
                _missions[agreed.Id].Add(stamp, agreed.On, fact);
                break;
            case MissionHeld { Held: var held }:
                _missions[held.Id].Add(stamp, held.To, fact);
                break;
            case ReportReceived { Report: var report }:
                _missions[report.Id].Add(stamp, report.On, fact);
                break;
            case ReportPublished { Published: var published }:
                _missions[published.Id].Add(stamp, published.On, fact);
                break;
            case MissionCancelled { Cancelled: var cancelled }:
                _missions[cancelled.Id].Add(stamp, cancelled.On, fact);
                break;
            case FindingRecorded recorded:
                var finding = new FindingFile(stamp, recorded);
                _missions[recorded.Mission].Findings.Add(finding);
                _findings.Add(finding.Id, finding);
                break;
            case FindingWorded worded:
                _findings[FindingFile.IdOf(worded.Mission, worded.Number)].Words = worded;
                break;
            default:
                throw new InvalidOperationException($"The book of missions has no fold for {fact.GetType().Name}.");
        }
    }
}

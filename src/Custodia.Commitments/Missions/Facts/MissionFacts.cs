using Custodia.Books;
using Custodia.Commitments.Missions.Commands;

namespace Custodia.Commitments.Missions.Facts;

/// <summary>A mission was asked for.</summary>
public sealed record MissionRequested(RequestMission Mission) : Fact;

/// <summary>A mission was agreed.</summary>
public sealed record MissionAgreed(AgreeMission Agreed) : Fact;

/// <summary>A mission was held.</summary>
public sealed record MissionHeld(HoldMission Held) : Fact;

/// <summary>The report of a mission came in.</summary>
public sealed record ReportReceived(ReceiveReport Report) : Fact;

/// <summary>A form of the report was made public.</summary>
public sealed record ReportPublished(PublishReport Published) : Fact;

/// <summary>A mission was called off.</summary>
public sealed record MissionCancelled(CancelMission Cancelled) : Fact;

/// <summary>A finding of a mission, without its words: so that it counts even where nobody may read them any more.</summary>
/// <param name="Mission">Id of the mission.</param>
/// <param name="Number">Its number in the report.</param>
/// <param name="Kind">What it is.</param>
/// <param name="On">Day on which it was taken up.</param>
/// <param name="Module">Number of the module.</param>
/// <param name="IsAccepted">Whether the State accepts it.</param>
public sealed record FindingRecorded(string Mission, string Number, FindingKind Kind, DateOnly On, string? Module, bool IsAccepted) : Fact;

/// <summary>What a finding says.</summary>
/// <param name="Mission">Id of the mission.</param>
/// <param name="Number">Its number in the report.</param>
/// <param name="Words">What it says.</param>
/// <param name="Reason">Why it is not accepted.</param>
public sealed record FindingWorded(string Mission, string Number, string Words, string? Reason) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => MissionsPermissions.Compartment;
}

/// <summary>The support plan was agreed.</summary>
public sealed record PlanAdopted(AdoptPlan Plan) : Fact;

/// <summary>The support plan was reviewed.</summary>
public sealed record PlanReviewed(ReviewPlan Review) : Fact;

/// <summary>A self-assessment was opened.</summary>
/// <param name="Id">Its id.</param>
/// <param name="On">The day.</param>
/// <param name="Sets">Ids of its sets of questions.</param>
public sealed record AssessmentOpened(string Id, DateOnly On, IReadOnlyList<string> Sets) : Fact;

/// <summary>A question was answered: where the State is weak, sealed like what missions found.</summary>
public sealed record QuestionAnswered(AnswerQuestion Answer) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => MissionsPermissions.Compartment;
}

/// <summary>A self-assessment was completed.</summary>
public sealed record AssessmentCompleted(CompleteAssessment Completed) : Fact;

/// <summary>The State held its practice against a publication.</summary>
public sealed record GuidanceAssessed(AssessGuidance Assessed) : Fact;

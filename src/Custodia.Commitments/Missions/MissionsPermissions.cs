namespace Custodia.Commitments.Missions;

/// <summary>What one must hold to use the book of missions; to see what is not sealed, <see cref="CommitmentsPermissions.Read"/>.</summary>
public static class MissionsPermissions
{
    /// <summary>To read the words of findings, and of what is done about them.</summary>
    public const string Findings = "missions.findings";

    /// <summary>To record missions, actions, the plan and self-assessments.</summary>
    public const string Record = "missions.record";

    /// <summary>The compartment in which the words of findings are sealed.</summary>
    public const string Compartment = "mission-findings";
}

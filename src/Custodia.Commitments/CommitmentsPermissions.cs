namespace Custodia.Commitments;

/// <summary>What one must hold to use the book of commitments.</summary>
public static class CommitmentsPermissions
{
    /// <summary>To see the register, the commitments and how they stand.</summary>
    public const string Read = "commitments.read";

    /// <summary>To record acts, the State's profile and statements.</summary>
    public const string Record = "commitments.record";

    /// <summary>To approve, as the second person, what is recorded of treaties and statements.</summary>
    public const string Approve = "commitments.approve";
}

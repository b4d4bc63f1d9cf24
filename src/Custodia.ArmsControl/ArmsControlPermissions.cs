namespace Custodia.ArmsControl;

/// <summary>What one must hold to use the book of arms control.</summary>
public static class ArmsControlPermissions
{
    /// <summary>To see declarations, statements and treaty counts.</summary>
    public const string Read = "arms-control.read";

    /// <summary>To record them.</summary>
    public const string Record = "arms-control.record";

    /// <summary>To approve, as the second person, what the State says to others.</summary>
    public const string Approve = "arms-control.approve";
}

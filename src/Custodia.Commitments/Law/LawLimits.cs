namespace Custodia.Commitments.Law;

/// <summary>The limits of what the book of law takes.</summary>
public static class LawLimits
{
    /// <summary>Longest id of an act, regulation or standard.</summary>
    public const int MaxId = 30;

    /// <summary>Longest number of a clause.</summary>
    public const int MaxClause = 20;

    /// <summary>Longest id of a control.</summary>
    public const int MaxControl = 40;

    /// <summary>Longest name, reference or reason.</summary>
    public const int MaxText = 500;

    /// <summary>Longest wording of a clause or measure.</summary>
    public const int MaxWording = 2_000;

    /// <summary>Longest cycle of review, in years.</summary>
    public const int MaxReviewYears = 30;

    /// <summary>First day that is taken.</summary>
    public static readonly DateOnly FirstDay = new(1800, 1, 1);

    /// <summary>Last day that is taken.</summary>
    public static readonly DateOnly LastDay = new(2200, 12, 31);
}

namespace Custodia.Statistics.Balances;

/// <summary>Why a period leaves nothing to divide by.</summary>
public enum SingularReason
{
    /// <summary>No reading of the period has a random error.</summary>
    NoRandomError,

    /// <summary>Its MUF follows from the earlier ones, as when measurements are repeated.</summary>
    Repeated,
}

/// <summary>The first period whose MUF has no error of its own. From it on there is no SITMUF, and nothing that rests on it.</summary>
/// <param name="Period">The period, from 0.</param>
/// <param name="Pivot">V_ii less what the earlier periods explain (mass²), at most 1e−12 V_ii.</param>
/// <param name="Reason">Why.</param>
public sealed record SingularBalance(int Period, double Pivot, SingularReason Reason);

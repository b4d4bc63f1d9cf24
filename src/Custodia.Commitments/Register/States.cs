namespace Custodia.Commitments;

/// <summary>A State or territory that the register names.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Name">Its name.</param>
/// <param name="DepositaryEligible">Whether depositaries take its instruments; where not, its implementation is shown as aligned.</param>
public sealed record State(string Code, Words Name, bool DepositaryEligible);

/// <summary>States with something in common, as a source has it.</summary>
/// <param name="Id">Id of the group.</param>
/// <param name="System">The system it belongs to.</param>
/// <param name="Name">What they have in common.</param>
/// <param name="States">Codes of the States.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="AsAt">Day for which it was said.</param>
/// <param name="Note">What to know beside it.</param>
public sealed record StateGroup(string Id, string System, Words Name, IReadOnlyList<string> States, string Source,
    DateOnly? AsAt = null, Words? Note = null);

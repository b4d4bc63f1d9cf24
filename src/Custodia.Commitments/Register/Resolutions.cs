namespace Custodia.Commitments;

/// <summary>A resolution of the United Nations Security Council.</summary>
/// <param name="Id">Such as <c>UNSCR-1540</c>.</param>
/// <param name="System">Its term, or that of the group or committee that it belongs to.</param>
/// <param name="Number">Its number.</param>
/// <param name="Date">When it was adopted.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="IsBinding">Whether it lays duties on every State under Chapter VII.</param>
/// <param name="Source">Id of the source that names it.</param>
/// <param name="Confidence">How far its date was checked.</param>
/// <param name="Duties">Its duties by operative paragraph, where the register has them.</param>
/// <param name="MandateUntil">Year to which it extended the mandate of the 1540 Committee.</param>
/// <param name="Note">What to know about it.</param>
public sealed record Resolution(string Id, string System, int Number, DateOnly Date, Words Topic, bool IsBinding, string Source,
    Confidence Confidence, IReadOnlyList<Duty> Duties, string? MandateUntil = null, Words? Note = null);

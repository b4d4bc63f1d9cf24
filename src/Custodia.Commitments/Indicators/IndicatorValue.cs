using Custodia.Books;

namespace Custodia.Commitments.Indicators;

/// <summary>How an indicator or a commitment stands.</summary>
public enum Standing
{
    /// <summary>What was promised is so.</summary>
    Met,

    /// <summary>It is on its way.</summary>
    OnTrack,

    /// <summary>It is not.</summary>
    OffTrack,

    /// <summary>Nothing shows how it stands. Never counted as met.</summary>
    NoEvidence,

    /// <summary>It does not apply, for a reason that was approved.</summary>
    NotApplicable,

    /// <summary>It is measured, and no threshold says what would be met.</summary>
    Measured,
}

/// <summary>On what a value rests; the lower the number, the stronger.</summary>
public enum Grade
{
    /// <summary>On the books alone.</summary>
    Computed,

    /// <summary>On a signed statement that has not expired.</summary>
    Attested,

    /// <summary>On words alone, or on a statement that has expired. It turns no status green.</summary>
    Asserted,
}

/// <summary>Why there is no value.</summary>
public enum MissingReason
{
    /// <summary>There is a value.</summary>
    None,

    /// <summary>The State does not keep the book yet.</summary>
    BookNotKept,

    /// <summary>The book is kept and does not declare this indicator yet.</summary>
    NotDeclared,

    /// <summary>The book has nothing to count.</summary>
    NothingToCount,

    /// <summary>The book stopped, or refused the question.</summary>
    Refused,

    /// <summary>No book shows it, and the signed statement has expired.</summary>
    Expired,

    /// <summary>No book and no signed statement shows it: it was only said.</summary>
    SaidOnly,
}

/// <summary>One question that was asked for a value, so that it can be asked again.</summary>
/// <param name="Query">Book and name of the query.</param>
/// <param name="Input">Its input, as JSON.</param>
/// <param name="Digest">SHA-256 of the answer as it was, in hexadecimal.</param>
public sealed record AskedQuestion(string Query, string Input, string Digest);

/// <summary>An indicator as of a day, as known at an entry.</summary>
/// <param name="Indicator">Id.</param>
/// <param name="AsOf">The day.</param>
/// <param name="KnownAt">Number of the last entry that counted; -1 before the first.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Grade">On what it rests; null where there is no value.</param>
/// <param name="Value">The value: a number as exact decimal, a day or a status; null where there is none.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="FormulaVersion">Version of the formula; null where none is declared.</param>
/// <param name="Missing">Why there is no value.</param>
/// <param name="Entries">Numbers of the entries that it rests on: the first, at most <see cref="EntryTrace.MaxNamed"/>.</param>
/// <param name="Asked">What was asked for it.</param>
/// <param name="IsReduced">Whether less is shown than was worked out.</param>
/// <param name="Statement">The entry of what was stated, where it rests on that or does not apply because of it.</param>
/// <param name="Expires">The last day on which the statement counts.</param>
/// <param name="Threshold">The entry that set the State's own threshold, where that judged it.</param>
/// <param name="Parts">Its whole and the parts of it, where it is made of what sites hold.</param>
/// <param name="EntryCount">On how many entries it rests.</param>
/// <param name="EntryDigest">The digest of all of them (<see cref="EntryTrace.Digest"/>).</param>
public sealed record IndicatorValue(string Indicator, DateOnly AsOf, long KnownAt, Standing Standing, Grade? Grade, string? Value,
    string? Unit, int? FormulaVersion, MissingReason Missing, IReadOnlyList<long> Entries, IReadOnlyList<AskedQuestion> Asked,
    bool IsReduced = false, long? Statement = null, DateOnly? Expires = null, long? Threshold = null,
    IReadOnlyList<PartValue>? Parts = null, int EntryCount = 0, string? EntryDigest = null)
{
    /// <summary>It with the entries that it rests on.</summary>
    internal IndicatorValue With(EntryTrace trace) =>
        this with { Entries = trace.Entries, EntryCount = trace.Count, EntryDigest = trace.Digest };
}

using Custodia.Books;

namespace Custodia.Commitments.Law;

/// <summary>An act, regulation or standard as it stands in the book.</summary>
/// <param name="id">Its id.</param>
internal sealed class Statute(string id)
{
    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>From when to when it is in force.</summary>
    public Timeline<EnactLaw> Force { get; } = new();

    /// <summary>Its reviews, by entry.</summary>
    public List<LawReviewEntry> Reviews { get; } = [];

    /// <summary>Its clauses, by number: 2 before 12.</summary>
    public SortedDictionary<string, Clause> Clauses { get; } = new(ClauseOrder.Instance);

    /// <summary>What it is, as a view knows it; <c>null</c> where it does not.</summary>
    public EnactLaw? Law(View view) => Force.Known(view).Find(turn => turn.Value is not null)?.Value;

    /// <summary>Whether it is in force on a day.</summary>
    public bool IsInForce(DateOnly day, View view) => Force.At(day, view)?.Value is not null;
}

/// <summary>A review of a law.</summary>
internal sealed class LawReviewEntry(Stamp stamp, ReviewLaw review) : Recorded(stamp)
{
    /// <summary>What was recorded.</summary>
    public ReviewLaw Review { get; } = review;
}

/// <summary>What a clause says from a day on.</summary>
internal sealed record ClauseTerms(string TextEn, string TextZh, RuleStyle? Style, string? PenaltyEn, string? PenaltyZh)
{
    /// <summary>As it was recorded.</summary>
    public ClauseTerms(AddClause added)
        : this(added.TextEn, added.TextZh, added.Style, added.PenaltyEn, added.PenaltyZh)
    {
    }

    /// <summary>As it was amended.</summary>
    public ClauseTerms(AmendClause amended)
        : this(amended.TextEn, amended.TextZh, amended.Style, amended.PenaltyEn, amended.PenaltyZh)
    {
    }
}

/// <summary>A clause as it stands in the book.</summary>
/// <param name="law">Its act, regulation or standard.</param>
/// <param name="number">Its number.</param>
internal sealed class Clause(Statute law, string number)
{
    /// <summary>Its act, regulation or standard.</summary>
    public Statute Law { get; } = law;

    /// <summary>Its number.</summary>
    public string Number { get; } = number;

    /// <summary>What it says from when to when.</summary>
    public Timeline<ClauseTerms> Terms { get; } = new();

    /// <summary>Whether it is in force on a day, and its law with it.</summary>
    public bool IsInForce(DateOnly day, View view) => Terms.At(day, view)?.Value is not null && Law.IsInForce(day, view);
}

/// <summary>A duty that a clause carries out.</summary>
internal sealed class Mapping(Stamp stamp, MapDuty mapping, Clause clause) : Recorded(stamp)
{
    /// <summary>What was recorded.</summary>
    public MapDuty Duty { get; } = mapping;

    /// <summary>The clause.</summary>
    public Clause Clause { get; } = clause;

    /// <summary>Until when it holds.</summary>
    public Timeline<string> End { get; } = new();

    /// <summary>Whether it holds on a day.</summary>
    public bool Holds(DateOnly day, View view) => IsKnown(view) && End.At(day, view) is null;
}

/// <summary>An equivalent measure as it stands in the book.</summary>
internal sealed class Measure(Stamp stamp, RecordMeasure measure, Clause? clause) : Recorded(stamp)
{
    /// <summary>What was recorded.</summary>
    public RecordMeasure What { get; } = measure;

    /// <summary>The clause that provides for it, where one does.</summary>
    public Clause? Clause { get; } = clause;

    /// <summary>Until when it is in place.</summary>
    public Timeline<string> End { get; } = new();

    /// <summary>Whether it is in place on a day: not where it rests on a clause that is not in force.</summary>
    public bool Holds(DateOnly day, View view) =>
        IsKnown(view) && What.From <= day && End.At(day, view) is null && Clause?.IsInForce(day, view) != false;
}

/// <summary>A clause that provides for the regulator's independence.</summary>
internal sealed class Provision(Stamp stamp, RecordIndependence provision, Clause clause) : Recorded(stamp)
{
    /// <summary>What was recorded.</summary>
    public RecordIndependence What { get; } = provision;

    /// <summary>The clause.</summary>
    public Clause Clause { get; } = clause;
}

/// <summary>Orders the numbers of clauses as people read them: runs of digits as numbers, the rest as text.</summary>
internal sealed class ClauseOrder : IComparer<string>
{
    /// <summary>The order.</summary>
    public static ClauseOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y) =>
        string.CompareOrdinal(Padded(x), Padded(y)) is var order and not 0 ? order : string.CompareOrdinal(x, y);

    private static string Padded(string? number) => string.Concat(Runs(number ?? "").Select(run =>
        char.IsAsciiDigit(run[0]) ? run.PadLeft(LawLimits.MaxClause, '0') : run));

    private static IEnumerable<string> Runs(string number)
    {
        for (var (start, at) = (0, 1); start < number.Length; at++)
        {
            if (at < number.Length && char.IsAsciiDigit(number[at]) == char.IsAsciiDigit(number[start]))
                continue;
            yield return number[start..at];
            start = at;
        }
    }
}

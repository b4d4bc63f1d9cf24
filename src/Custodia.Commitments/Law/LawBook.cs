using Custodia.Books;

namespace Custodia.Commitments.Law;

/// <summary>
/// The book of national law (法規): acts, regulations and standards with their clauses from when to when they are in force,
/// which duty each clause carries out, and by what measure the State carries out what does not bind it.
/// </summary>
public sealed class LawBook : Book
{
    private readonly SortedDictionary<string, Statute> _laws = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Recorded> _recorded = [];
    private readonly List<Mapping> _mappings = [];
    private readonly List<Measure> _measures = [];
    private readonly List<Provision> _provisions = [];

    /// <inheritdoc/>
    public override string Name => "law";

    /// <inheritdoc/>
    public override KindTable Kinds => LawKinds.Table;

    /// <inheritdoc/>
    public override Catalogue Catalogue => LawCatalogue.Instance;

    /// <inheritdoc/>
    public override string ReadPermission => CommitmentsPermissions.Read;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorFormula> Indicators => LawIndicators.All;

    /// <summary>All acts, regulations and standards, by id.</summary>
    internal IEnumerable<Statute> Laws => _laws.Values;

    /// <summary>The mappings, by entry.</summary>
    internal IReadOnlyList<Mapping> Mappings => _mappings;

    /// <summary>The equivalent measures, by entry.</summary>
    internal IReadOnlyList<Measure> Measures => _measures;

    /// <summary>What provides for the regulator's independence, by entry.</summary>
    internal IReadOnlyList<Provision> Provisions => _provisions;

    /// <summary>The act, regulation or standard of that id, or <c>null</c>.</summary>
    internal Statute? Law(string? id) => id is null ? null : _laws.GetValueOrDefault(id);

    /// <summary>What an entry of this book recorded, or <c>null</c>.</summary>
    internal Recorded? Of(long entry) => _recorded.GetValueOrDefault(entry);

    /// <inheritdoc/>
    protected override void Apply(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case LawEnacted(var law):
                Keep(LawOf(law.Id).Force.Add(new(stamp, law.From, law)));
                break;
            case LawRepealed(var repeal):
                Keep(LawOf(repeal.Law).Force.Add(new(stamp, repeal.LastDay.AddDays(1), null, repeal.Reason)));
                break;
            case LawReviewed(var review):
                var reviewed = new LawReviewEntry(stamp, review);
                LawOf(review.Law).Reviews.Add(reviewed);
                Keep(reviewed);
                break;
            case ClauseAdded(var added):
                Keep(ClauseOf(added.Law, added.Clause).Terms.Add(new(stamp, added.From, new ClauseTerms(added))));
                break;
            case ClauseAmended(var amended):
                Keep(ClauseOf(amended.Law, amended.Clause).Terms.Add(new(stamp, amended.From, new ClauseTerms(amended), amended.By)));
                break;
            case ClauseEnded(var ended):
                Keep(ClauseOf(ended.Law, ended.Clause).Terms.Add(new(stamp, ended.LastDay.AddDays(1), null, ended.Reason)));
                break;
            case LawTakenBack taken:
                _recorded[taken.Entry].TakenBackBy = stamp.Sequence;
                break;
            case Withheld:
                break;
            default:
                ApplyToDuties(stamp, fact);
                break;
        }
    }

    /// <inheritdoc/>
    protected override DateOnly DayOf(Fact fact) => fact switch
    {
        LawReviewed(var review) => review.On,
        DutyUnmapped(var end) => end.LastDay.AddDays(1),
        MeasureRecorded(var measure) => measure.From,
        MeasureEnded(var end) => end.LastDay.AddDays(1),
        // The last day of what they end, and what is to come, is told of earlier days, too; and a mapping holds on all of them.
        _ => DateOnly.MinValue,
    };

    private void ApplyToDuties(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case DutyMapped(var duty):
                var mapping = new Mapping(stamp, duty, ClauseOf(duty.Law, duty.Clause));
                _mappings.Add(mapping);
                Keep(mapping);
                break;
            case DutyUnmapped(var end):
                Keep(((Mapping)_recorded[end.Entry]).End.Add(new(stamp, end.LastDay.AddDays(1), null, end.Reason)));
                break;
            case MeasureRecorded(var recorded):
                var measure = new Measure(stamp, recorded,
                    recorded is { Law: { } law, Clause: { } clause } ? ClauseOf(law, clause) : null);
                _measures.Add(measure);
                Keep(measure);
                break;
            case MeasureEnded(var end):
                Keep(((Measure)_recorded[end.Entry]).End.Add(new(stamp, end.LastDay.AddDays(1), null, end.Reason)));
                break;
            case IndependenceRecorded(var what):
                var provision = new Provision(stamp, what, ClauseOf(what.Law, what.Clause));
                _provisions.Add(provision);
                Keep(provision);
                break;
            default:
                throw new InvalidOperationException($"The book of law has no fold for {fact.GetType().Name}.");
        }
    }

    private void Keep(Recorded recorded) => _recorded.Add(recorded.Stamp.Sequence, recorded);

    private Statute LawOf(string id)
    {
        if (!_laws.TryGetValue(id, out var law))
            _laws.Add(id, law = new Statute(id));
        return law;
    }

    private Clause ClauseOf(string law, string number)
    {
        var clauses = LawOf(law).Clauses;
        if (!clauses.TryGetValue(number, out var clause))
            clauses.Add(number, clause = new Clause(LawOf(law), number));
        return clause;
    }
}

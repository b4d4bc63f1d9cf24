using Custodia.Books;
using Custodia.Commitments.Documents;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Reports;
using Custodia.Commitments.Statements;

namespace Custodia.Commitments;

/// <summary>
/// The book of commitments (承諾): what the State did with each instrument, and how far it is with each promise, worked out of
/// the books. It reads all of them; none reads it.
/// </summary>
public sealed class CommitmentsBook : Book
{
    private readonly SortedDictionary<long, ActOfState> _acts = [];
    private readonly List<(Stamp Stamp, SetProfile Profile)> _profiles = [];
    private readonly List<Publication> _publications = [];

    /// <summary>The book.</summary>
    /// <param name="others">The books that its indicators ask.</param>
    /// <param name="keepsFile">Whether a file of that SHA-256 is kept; null: none is.</param>
    public CommitmentsBook(IReadOnlyCollection<Book> others, Func<string, bool>? keepsFile = null)
    {
        KeepsFile = keepsFile ?? (_ => false);
        Questions = new BookQuestions([.. others, this], this);
        Engine = new IndicatorEngine(Questions, Statements);
    }

    /// <inheritdoc/>
    public override string Name => "commitments";

    /// <inheritdoc/>
    public override KindTable Kinds => CommitmentsKinds.Table;

    /// <inheritdoc/>
    public override Catalogue Catalogue => CommitmentsCatalogue.Instance;

    /// <inheritdoc/>
    public override string ReadPermission => CommitmentsPermissions.Read;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorFormula> Indicators => CommitmentsIndicators.All;

    /// <summary>What works the indicators out.</summary>
    internal IndicatorEngine Engine { get; }

    /// <summary>What may be asked of the books.</summary>
    internal BookQuestions Questions { get; }

    /// <summary>What persons stated and set.</summary>
    internal StatementLedger Statements { get; } = new();

    /// <summary>The documents and promises of the State's own.</summary>
    internal OwnDocuments Documents { get; } = new();

    /// <summary>Whether a file of that SHA-256 is kept: asked when a document is to be kept, never by the fold.</summary>
    internal Func<string, bool> KeepsFile { get; }

    /// <summary>The acts, by entry.</summary>
    internal IEnumerable<ActOfState> Acts => _acts.Values;

    /// <summary>The published reports, in the order of their entries.</summary>
    internal IReadOnlyList<Publication> Publications => _publications;

    /// <summary>The act that an entry recorded, or <c>null</c>.</summary>
    internal ActOfState? ActOf(long entry) => _acts.GetValueOrDefault(entry);

    /// <summary>A promise of the catalogue or of the State's own, or <c>null</c>.</summary>
    internal Item? ItemOf(string id, View view) => Register.Items.Find(id) ?? Documents.Item(id, view);

    /// <summary>Whether a promise of the State's own of that id stands, by all that is recorded.</summary>
    public bool HasOwnPromise(string id) => Documents.Item(id, View.Everything) is not null;

    /// <summary>The profile that a view knows; <c>null</c> where none was set: then depositaries take its instruments.</summary>
    internal SetProfile? Profile(View view) => _profiles.FindLast(profile => view.Knows(profile.Stamp.Sequence)).Profile;

    /// <inheritdoc/>
    public override string ReadPermissionOf(string compartment) => compartment == IndicatorFact.Sealed
        ? CommitmentsPermissions.Record
        : ReadPermission;

    /// <inheritdoc/>
    public override string? PlaceOf(string compartment) => compartment == IndicatorFact.Sealed ? Books.Access.Places.State : null;

    /// <inheritdoc/>
    protected override DateOnly DayOf(Fact fact) => fact switch
    {
        ActRecorded recorded => recorded.Act.On,
        ActTakenBack taken => _acts[taken.Entry].Act.On,
        ReportPublished published => published.Report.On,
        PublicationWithdrawn withdrawn => _publications.Find(known => known.Stamp.Sequence == withdrawn.Entry)!.Report.On,
        AttestationRecorded recorded => recorded.Attestation.StatedOn,
        AssertionRecorded recorded => recorded.Assertion.On,
        ThresholdSet set => set.Threshold.From,
        ApplicabilitySet set => set.Applicability.From,
        DocumentKept kept => kept.Date,
        ParagraphKept kept => Documents.DateOf(kept.Document),
        CommitmentAdded added => added.Commitment.Baseline,
        CommitmentEnded ended => ended.End.On,
        _ => DateOnly.MinValue,
    };

    /// <inheritdoc/>
    protected override void Apply(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case ActRecorded recorded:
                _acts.Add(stamp.Sequence, new ActOfState(stamp, recorded.Act));
                break;
            case ActTakenBack taken:
                _acts[taken.Entry].TakenBackBy = stamp.Sequence;
                break;
            case ProfileSet set:
                _profiles.Add((stamp, set.Profile));
                break;
            case ReportPublished published:
                _publications.Add(new Publication(stamp, published.Report));
                break;
            case PublicationWithdrawn withdrawn:
                _publications.Find(known => known.Stamp.Sequence == withdrawn.Entry)!.WithdrawnBy = stamp.Sequence;
                break;
            case Withheld:
                break;
            default:
                if (Statements.Fold(stamp, fact) || Documents.Fold(stamp, fact))
                    break;
                throw new InvalidOperationException($"The book of commitments has no fold for {fact.GetType().Name}.");
        }
    }
}

/// <summary>An act of the State as it stands in the book.</summary>
/// <param name="stamp">The entry that recorded it.</param>
/// <param name="act">What was done.</param>
internal sealed class ActOfState(Stamp stamp, RecordAct act)
{
    /// <summary>The entry that recorded it.</summary>
    public Stamp Stamp { get; } = stamp;

    /// <summary>What was done.</summary>
    public RecordAct Act { get; } = act;

    /// <summary>The entry that took it back; past every view where none did.</summary>
    public long TakenBackBy { get; set; } = long.MaxValue;

    /// <summary>Whether it counts on a day, as a view knows it.</summary>
    public bool Counts(DateOnly day, View view) => view.Knows(Stamp.Sequence) && !view.Knows(TakenBackBy) && Act.On <= day;
}

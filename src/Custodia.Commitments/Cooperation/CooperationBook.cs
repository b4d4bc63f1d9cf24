using Custodia.Books;
using Custodia.Commitments.Cooperation.Facts;

namespace Custodia.Commitments.Cooperation;

/// <summary>
/// The book of cooperation: campaigns against highly enriched uranium, contributions, points of contact, forums, assistance,
/// activities, voluntary measures, publications, and the 1540 matrix. It reads the book of materials; commitments reads it.
/// </summary>
public sealed class CooperationBook : Book
{
    private readonly SortedDictionary<long, KeptRecord> _records = [];
    private readonly Dictionary<long, KeptStep> _steps = [];
    private readonly Dictionary<string, List<KeptCell>> _cells = new(StringComparer.Ordinal);
    private readonly List<(Stamp Stamp, MatrixSent Report)> _reports = [];

    /// <summary>The book.</summary>
    /// <param name="others">The books that it asks: what a campaign removed is what they show.</param>
    /// <param name="hasPromise">Whether the State has a promise of its own of that id: asked when it is named, never by the fold.</param>
    public CooperationBook(IReadOnlyCollection<Book> others, Func<string, bool>? hasPromise = null)
    {
        Questions = new BookQuestions(others, this);
        HasPromise = id => Register.Items.Find(id) is not null || hasPromise?.Invoke(id) == true;
    }

    /// <inheritdoc/>
    public override string Name => "cooperation";

    /// <inheritdoc/>
    public override KindTable Kinds => CooperationKinds.Table;

    /// <inheritdoc/>
    public override Catalogue Catalogue => CooperationCatalogue.Instance;

    /// <inheritdoc/>
    public override string ReadPermission => CommitmentsPermissions.Read;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorFormula> Indicators => CooperationIndicators.All;

    /// <summary>What may be asked of the other books.</summary>
    internal BookQuestions Questions { get; }

    /// <summary>Whether the register or the State has a promise of that id.</summary>
    internal Func<string, bool> HasPromise { get; }

    /// <summary>The reports that were sent, by entry.</summary>
    internal IEnumerable<(Stamp Stamp, MatrixSent Report)> Reports => _reports;

    /// <summary>What an entry recorded, or <c>null</c>.</summary>
    internal KeptRecord? RecordOf(long entry) => _records.GetValueOrDefault(entry);

    /// <summary>The step that an entry recorded, or <c>null</c>.</summary>
    internal KeptStep? StepOf(long entry) => _steps.GetValueOrDefault(entry);

    /// <summary>The records of a sort that a view sees, by entry.</summary>
    internal IEnumerable<KeptRecord> Of<T>(View view) where T : IDated =>
        _records.Values.Where(record => record.Content is T && record.Counts(view));

    /// <summary>The last that a view sees of a cell, or <c>null</c> while nothing was said.</summary>
    internal KeptCell? CellOf(string cell, View view) =>
        _cells.GetValueOrDefault(cell)?.FindLast(filled => view.Sees(filled.Stamp.Sequence, filled.Cell.On));

    /// <inheritdoc/>
    protected override DateOnly DayOf(Fact fact) => fact switch
    {
        StepRecorded step => step.Step.On,
        CooperationTakenBack taken => Keep(taken.Back.Entry).On,
        MatrixFilled filled => filled.Filled.Cells.Min(cell => cell.On),
        MatrixSent sent => sent.Sent.On,
        Withheld => DateOnly.MinValue,
        _ => ContentOf(fact).On,
    };

    /// <inheritdoc/>
    protected override void Apply(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case StepRecorded step:
                _steps.Add(stamp.Sequence, _records[step.Step.Entry].Add(stamp, step.Step));
                break;
            case CooperationTakenBack taken:
                Keep(taken.Back.Entry).TakenBackBy = stamp.Sequence;
                break;
            case MatrixFilled filled:
                foreach (var cell in filled.Filled.Cells)
                    CellsOf(cell.Cell).Add(new KeptCell(stamp, cell));
                break;
            case MatrixSent sent:
                _reports.Add((stamp, sent));
                break;
            case Withheld:
                break;
            default:
                _records.Add(stamp.Sequence, new KeptRecord(stamp, ContentOf(fact)));
                break;
        }
    }

    private static IDated ContentOf(Fact fact) => fact switch
    {
        CampaignAnnounced announced => announced.Campaign,
        ContributionRecorded recorded => recorded.Contribution,
        ContactNamed named => named.Contact,
        ForumRecorded recorded => recorded.Forum,
        AssistanceRecorded recorded => recorded.Assistance,
        ActivityRecorded recorded => recorded.Activity,
        MeasureAnnounced announced => announced.Measure,
        FrameworkPublished published => published.Publication,
        ProductionRecorded recorded => recorded.Production,
        PlutoniumPlanned planned => planned.Plan,
        ExpertsLent lent => lent.Loan,
        _ => throw new InvalidOperationException($"The book of cooperation has no fold for {fact.GetType().Name}."),
    };

    private Kept Keep(long entry) => _steps.TryGetValue(entry, out var step) ? step : _records[entry];

    private List<KeptCell> CellsOf(string cell)
    {
        if (!_cells.TryGetValue(cell, out var cells))
            _cells.Add(cell, cells = []);
        return cells;
    }
}

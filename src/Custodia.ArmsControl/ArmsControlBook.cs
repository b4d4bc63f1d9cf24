using Custodia.ArmsControl.Declarations;
using Custodia.ArmsControl.Facts;
using Custodia.ArmsControl.Treaty;
using Custodia.Books;

namespace Custodia.ArmsControl;

/// <summary>
/// The book of arms control (裁軍): declarations that the State owes and sent, statements of States on their arms, and the
/// counts of New START as they follow from what was notified. It holds no design, no location and no target.
/// </summary>
public sealed class ArmsControlBook : Book
{
    private readonly SortedDictionary<long, KeptNotification> _notifications = [];
    private readonly SortedDictionary<Party, ItemHistory> _items = new() { [Party.Us] = new(), [Party.Ru] = new() };
    private readonly List<(Stamp Stamp, RecordExchange Content)> _exchanges = [];
    private readonly List<(Stamp Stamp, RecordObjection Content)> _objections = [];
    private readonly List<(Stamp Stamp, RecordInspection Content)> _inspections = [];
    private readonly List<KeptUndertaking> _undertakings = [];
    private readonly Dictionary<(string Obligation, string Period), KeptDeclaration> _declarations = [];
    private readonly SortedDictionary<long, KeptStatement> _statements = [];

    /// <summary>The book.</summary>
    /// <param name="others">The books whose figures stand beside declared ones.</param>
    public ArmsControlBook(IReadOnlyCollection<Book> others) => Figures = new BookFigures(new BookQuestions([.. others, this], this));

    /// <inheritdoc/>
    public override string Name => "arms-control";

    /// <inheritdoc/>
    public override KindTable Kinds => ArmsControlKinds.Table;

    /// <inheritdoc/>
    public override Catalogue Catalogue => ArmsControlCatalogue.Instance;

    /// <inheritdoc/>
    public override string ReadPermission => ArmsControlPermissions.Read;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorFormula> Indicators => ArmsControlIndicators.All;

    /// <summary>The figures of other books.</summary>
    internal BookFigures Figures { get; }

    /// <summary>The notifications, by entry.</summary>
    internal IEnumerable<KeptNotification> Notifications => _notifications.Values;

    /// <summary>The exchanges, by entry.</summary>
    internal IReadOnlyList<(Stamp Stamp, RecordExchange Content)> Exchanges => _exchanges;

    /// <summary>The objections, by entry.</summary>
    internal IReadOnlyList<(Stamp Stamp, RecordObjection Content)> Objections => _objections;

    /// <summary>The inspections, by entry.</summary>
    internal IReadOnlyList<(Stamp Stamp, RecordInspection Content)> Inspections => _inspections;

    /// <summary>What the State took on, by entry.</summary>
    internal IReadOnlyList<KeptUndertaking> Undertakings => _undertakings;

    /// <summary>What States said, by entry.</summary>
    internal IEnumerable<KeptStatement> Statements => _statements.Values;

    /// <summary>What became of the items of a party.</summary>
    internal ItemHistory ItemsOf(Party party) => _items[party];

    /// <summary>The notification that an entry recorded, or <c>null</c>.</summary>
    internal KeptNotification? NotificationOf(long entry) => _notifications.GetValueOrDefault(entry);

    /// <summary>The statement that an entry recorded, or <c>null</c>.</summary>
    internal KeptStatement? StatementOf(long entry) => _statements.GetValueOrDefault(entry);

    /// <summary>The declaration of a period, or <c>null</c> where none was sent.</summary>
    internal KeptDeclaration? DeclarationOf(string obligation, string period) => _declarations.GetValueOrDefault((obligation, period));

    /// <inheritdoc/>
    protected override DateOnly DayOf(Fact fact) => fact switch
    {
        NotificationRecorded { Notification.On: var on } => on,
        NotificationTakenBack taken => _notifications[taken.Entry].Content.On,
        ExchangeRecorded { Exchange.Sent: var sent } => sent,
        ObjectionRecorded { Objection.On: var on } => on,
        InspectionRecorded { Inspection.On: var on } => on,
        ObligationUndertaken { Undertaking.From: var from } => from,
        // A period that runs when the obligation ends was not owed on any of its days.
        UndertakingEnded { End.Obligation: var ended } => _undertakings.Last(known => known.Content.Obligation == ended).Content.From,
        DeclarationSent { Declaration.Sent: var sent } => sent,
        DeclarationCorrected { Correction.Sent: var sent } => sent,
        DeclarationAcknowledged { Acknowledgement.On: var on } => on,
        StatementRecorded { Statement.On: var on } => on,
        StatementWithdrawn { Withdrawal.On: var on } => on,
        _ => DateOnly.MinValue,
    };

    /// <inheritdoc/>
    protected override void Apply(in Stamp stamp, Fact fact)
    {
        if (!ApplyToTreaty(stamp, fact) && !ApplyToDeclarations(stamp, fact) && fact is not Withheld)
            throw new InvalidOperationException($"The book of arms control has no fold for {fact.GetType().Name}.");
    }

    private bool ApplyToTreaty(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case NotificationRecorded { Notification: var content }:
                var kept = new KeptNotification(stamp, content);
                _notifications.Add(stamp.Sequence, kept);
                _items[content.Party].Add(kept);
                return true;
            case NotificationTakenBack taken:
                _notifications[taken.Entry].TakenBackBy = stamp.Sequence;
                return true;
            case ExchangeRecorded { Exchange: var exchange }:
                _exchanges.Add((stamp, exchange));
                return true;
            case ObjectionRecorded { Objection: var objection }:
                _objections.Add((stamp, objection));
                return true;
            case InspectionRecorded { Inspection: var inspection }:
                _inspections.Add((stamp, inspection));
                return true;
            default:
                return false;
        }
    }

    private bool ApplyToDeclarations(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case ObligationUndertaken { Undertaking: var content }:
                _undertakings.Add(new KeptUndertaking(stamp, content));
                return true;
            case UndertakingEnded { End: var end }:
                _undertakings.Last(known => known.Content.Obligation == end.Obligation).Ended = (stamp.Sequence, end.Until);
                return true;
            case DeclarationSent { Declaration: var sent }:
                _declarations[(sent.Obligation, sent.Period)] = new KeptDeclaration
                {
                    Versions = { new(stamp.Sequence, sent.Sent, sent.Fields, sent.Document, null) },
                };
                return true;
            case DeclarationCorrected { Correction: var corrected }:
                _declarations[(corrected.Obligation, corrected.Period)].Versions
                    .Add(new(stamp.Sequence, corrected.Sent, corrected.Fields, corrected.Document, corrected.Reason));
                return true;
            case DeclarationAcknowledged { Acknowledgement: var content }:
                _declarations[(content.Obligation, content.Period)].Acknowledgements.Add((stamp, content));
                return true;
            case StatementRecorded { Statement: var content }:
                _statements.Add(stamp.Sequence, new KeptStatement(stamp, content));
                return true;
            case StatementWithdrawn { Withdrawal: var withdrawal }:
                _statements[withdrawal.Entry].Withdrawn = (stamp.Sequence, withdrawal.On, withdrawal.Reason);
                return true;
            default:
                return false;
        }
    }
}

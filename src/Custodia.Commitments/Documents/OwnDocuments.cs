using Custodia.Books;

namespace Custodia.Commitments.Documents;

/// <summary>
/// The documents that the State keeps and the promises that it added: what the catalogue does not hold. All that was kept
/// stays; which of it counts is found for each view.
/// </summary>
internal sealed class OwnDocuments
{
    private readonly Dictionary<string, List<KeptDocument>> _kept = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, OwnCommitment> _commitments = new(StringComparer.Ordinal);
    private readonly List<OwnCommitment> _inOrder = [];

    /// <summary>The documents that a view sees, each as it was kept last, in the order in which they first came.</summary>
    public IEnumerable<KeptDocument> All(View view) => _order.Select(id => Find(id, view)).OfType<KeptDocument>();

    /// <summary>A document as it was kept last, or <c>null</c>.</summary>
    public KeptDocument? Find(string id, View view) =>
        _kept.GetValueOrDefault(id)?.FindLast(kept => view.Sees(kept.Stamp.Sequence, kept.Head.Date));

    /// <summary>A document that promises name, as a view knows it last, whatever its day.</summary>
    public KeptDocument Latest(string id, View view) => _kept[id].FindLast(kept => view.Knows(kept.Stamp.Sequence))!;

    /// <summary>The texts of a document of the catalogue.</summary>
    public IEnumerable<KeptDocument> TextsOf(string catalogue, View view) => All(view).Where(kept => kept.Head.Catalogue == catalogue);

    /// <summary>The State's own promises that stand in a view, in the order in which they were added.</summary>
    public IEnumerable<Item> Items(View view) => _inOrder.Where(own => own.Stands(view)).Select(own => own.Item);

    /// <summary>The State's own promises that a view knows, whether or not they stand on its day.</summary>
    public IEnumerable<OwnCommitment> Known(View view) => _inOrder.Where(own => view.Knows(own.Stamp.Sequence));

    /// <summary>One of those that stand, or <c>null</c>.</summary>
    public Item? Item(string id, View view) => Commitment(id) is { } own && own.Stands(view) ? own.Item : null;

    /// <summary>A promise that was ever added, or <c>null</c>.</summary>
    public OwnCommitment? Commitment(string id) => _commitments.GetValueOrDefault(id);

    /// <summary>When the document that was kept last under that id was adopted.</summary>
    public DateOnly DateOf(string id) => _kept[id][^1].Head.Date;

    /// <summary>Folds a fact; <c>false</c> where it is none of these.</summary>
    public bool Fold(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case DocumentKept head:
                if (!_kept.TryGetValue(head.Id, out var versions))
                {
                    _kept.Add(head.Id, versions = []);
                    _order.Add(head.Id);
                }

                versions.Add(new KeptDocument(stamp, head));
                return true;
            case ParagraphKept { Document: var id, Paragraph: var paragraph }:
                _kept[id][^1].Paragraphs.Add((stamp, paragraph));
                return true;
            case CommitmentAdded { Commitment: var added }:
                var own = new OwnCommitment(stamp, added, _inOrder.Count(known => known.Item.Document == added.Document) + 1);
                _commitments.Add(added.Id, own);
                _inOrder.Add(own);
                return true;
            case CommitmentEnded { End: var end }:
                (_commitments[end.Id].EndedBy, _commitments[end.Id].EndedOn) = (stamp.Sequence, end.On);
                return true;
            default:
                return false;
        }
    }
}

/// <summary>A document as it was kept once.</summary>
/// <param name="stamp">The entry that kept it.</param>
/// <param name="head">What it is.</param>
internal sealed class KeptDocument(Stamp stamp, DocumentKept head)
{
    /// <summary>The entry that kept it.</summary>
    public Stamp Stamp { get; } = stamp;

    /// <summary>What it is.</summary>
    public DocumentKept Head { get; } = head;

    /// <summary>Its name.</summary>
    public Words Name { get; } = new(head.NameEn, head.NameZh);

    /// <summary>Its paragraphs, each with its entry.</summary>
    public List<(Stamp Stamp, KeptParagraph Paragraph)> Paragraphs { get; } = [];
}

/// <summary>A promise of the State's own.</summary>
/// <param name="stamp">The entry that added it.</param>
/// <param name="added">What was added.</param>
/// <param name="order">Its place in its document, from 1.</param>
internal sealed class OwnCommitment(Stamp stamp, AddCommitment added, int order)
{
    /// <summary>The promise, of the form that those of the catalogue have.</summary>
    public Item Item { get; } = new(added.Id, added.Document, order, added.Theme, added.Type, new Words(added.TextEn, added.TextZh),
        added.Indicators, added.Baseline, null, added is { Due: { } due, TargetIndicator: { } indicator }
            ? new Target(due, new Words(added.TextEn, added.TextZh), indicator)
            : null);

    /// <summary>The entry that added it.</summary>
    public Stamp Stamp { get; } = stamp;

    /// <summary>The entry that ended it; past every view where none did.</summary>
    public long EndedBy { get; set; } = long.MaxValue;

    /// <summary>The first day on which it stands no more.</summary>
    public DateOnly EndedOn { get; set; } = DateOnly.MaxValue;

    /// <summary>Whether it stands on the view's day.</summary>
    public bool Stands(View view) => view.Sees(Stamp.Sequence, Item.Baseline) && !view.Sees(EndedBy, EndedOn);
}

using Custodia.Books;
using Custodia.Commitments.Cooperation.Facts;

namespace Custodia.Commitments.Cooperation;

/// <summary>What an entry recorded, until another takes it back.</summary>
/// <param name="stamp">The entry.</param>
/// <param name="on">The day from which it counts.</param>
internal abstract class Kept(Stamp stamp, DateOnly on)
{
    /// <summary>The entry.</summary>
    public Stamp Stamp { get; } = stamp;

    /// <summary>The day from which it counts.</summary>
    public DateOnly On { get; } = on;

    /// <summary>The entry that took it back; past every view where none did.</summary>
    public long TakenBackBy { get; set; } = long.MaxValue;

    /// <summary>Whether it counts in a view.</summary>
    public bool Counts(View view) => view.Sees(Stamp.Sequence, On) && !view.Knows(TakenBackBy);
}

/// <summary>A record with what came of it.</summary>
/// <param name="stamp">The entry.</param>
/// <param name="content">What was recorded.</param>
internal sealed class KeptRecord(Stamp stamp, IDated content) : Kept(stamp, content.On)
{
    private readonly List<KeptStep> _steps = [];

    /// <summary>What was recorded.</summary>
    public IDated Content { get; } = content;

    /// <summary>The last step of a sort that a view sees, by its day; or <c>null</c>.</summary>
    /// <param name="kind">The sort.</param>
    /// <param name="view">What is seen.</param>
    /// <param name="milestone">Of which milestone.</param>
    public KeptStep? Last(StepKind kind, View view, int? milestone = null) => _steps
        .Where(step => step.Step.Step == kind && step.Step.Milestone == milestone && step.Counts(view))
        .MaxBy(step => (step.Step.On, step.Stamp.Sequence));

    internal KeptStep Add(Stamp stamp, RecordStep step)
    {
        var kept = new KeptStep(stamp, step);
        _steps.Add(kept);
        return kept;
    }
}

/// <summary>A step of a record.</summary>
/// <param name="stamp">The entry.</param>
/// <param name="step">What happened.</param>
internal sealed class KeptStep(Stamp stamp, RecordStep step) : Kept(stamp, step.On)
{
    /// <summary>What happened.</summary>
    public RecordStep Step { get; } = step;
}

/// <summary>What an entry said of a cell of the matrix.</summary>
/// <param name="Stamp">The entry.</param>
/// <param name="Cell">What it said.</param>
internal sealed record KeptCell(Stamp Stamp, FilledCell Cell);

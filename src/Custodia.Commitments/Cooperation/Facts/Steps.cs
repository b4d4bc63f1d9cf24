using Custodia.Books;

namespace Custodia.Commitments.Cooperation.Facts;

/// <summary>What can happen to something that was recorded.</summary>
public enum StepKind
{
    /// <summary>A milestone of a campaign was reached.</summary>
    Reached,

    /// <summary>Somebody declares a campaign completed. What the ledger shows decides, not this.</summary>
    Completed,

    /// <summary>A test confirmed a point of contact.</summary>
    Confirmed,

    /// <summary>Assistance found its partner.</summary>
    Matched,

    /// <summary>Assistance or an activity ended, with its outcome.</summary>
    Closed,

    /// <summary>A voluntary measure got its evidence.</summary>
    Evidenced,
}

/// <summary>Records that something which was recorded went on.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Step">What happened.</param>
/// <param name="On">The day.</param>
/// <param name="Note">The outcome, partner or document: what shows it.</param>
/// <param name="Milestone">Which milestone, from 1.</param>
/// <param name="Evidence">The journal entry that shows it.</param>
public sealed record RecordStep(
    [Meaning("Entry that recorded it", "原登載分錄")] long Entry,
    [Meaning("What happened", "進展")] StepKind Step,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("Outcome, partner or document", "成果、對象或文件")] string Note,
    [Meaning("Which milestone, from 1", "第幾項里程碑（自 1 起）")] int? Milestone = null,
    [Meaning("Journal entry that shows it", "佐證分錄")] long? Evidence = null) : IDated, INamesEvidence
{
    IEnumerable<NamedEntry> INamesEvidence.Evidence => NamedEntry.In("evidence", Evidence);
}

/// <summary>Takes back what was recorded wrongly: a record with all its steps, or a step.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Reason">Why.</param>
public sealed record TakeBack(
    [Meaning("Entry that recorded it", "原登載分錄")] long Entry,
    [Meaning("Why", "理由")] string Reason);

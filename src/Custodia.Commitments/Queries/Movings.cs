using Custodia.Books;
using Custodia.Commitments.Indicators;

namespace Custodia.Commitments.Queries;

/// <summary>Asks what would move an indicator.</summary>
/// <param name="Indicator">Its id.</param>
/// <param name="Day">The day.</param>
public sealed record MovesQuery(
    [Meaning("Id, such as IND-M08", "識別碼，如 IND-M08")] string Indicator,
    [Meaning("Day on which it is judged", "判定之日")] DateOnly Day);

/// <summary>What was found of what would move an indicator.</summary>
public enum MoveFinding
{
    /// <summary>It is met already.</summary>
    Met,

    /// <summary>It does not apply.</summary>
    NotApplicable,

    /// <summary>Nothing says what would be met: there is no threshold.</summary>
    NoThreshold,

    /// <summary>No book shows it: a signed statement, or the book, would.</summary>
    NoBook,

    /// <summary>It is a status: it must become one of those that the threshold accepts.</summary>
    Status,

    /// <summary>Rows that are there would have to count otherwise.</summary>
    Rows,

    /// <summary>No rows that are there were found to move it far enough: others must come.</summary>
    NotFound,

    /// <summary>There are too many rows to look.</summary>
    TooMany,
}

/// <summary>Changes in the books that change how an indicator stands.</summary>
/// <param name="Indicator">Its id.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Finding">What was found.</param>
/// <param name="To">How it would stand then.</param>
/// <param name="Rule">The rule that would hold.</param>
/// <param name="Accepted">The statuses that the rule accepts.</param>
/// <param name="Count">How many rows; null where that may not be shown.</param>
/// <param name="Value">The value after; null where it may not be shown.</param>
/// <param name="Rows">The rows; empty where they may not be shown.</param>
/// <param name="IsFewest">
/// Whether every way with fewer rows was tried, and every way where none was found; false where they are too many to try: then
/// another may be shorter. Null where nothing was sought, or that may not be shown.
/// </param>
public sealed record Moves(string Indicator, Standing Standing, MoveFinding Finding, Standing? To = null, string? Rule = null,
    IReadOnlyList<string>? Accepted = null, int? Count = null, string? Value = null, IReadOnlyList<Move>? Rows = null,
    bool? IsFewest = null);

/// <summary>A row that would have to count otherwise.</summary>
/// <param name="Row">What names it in the answer.</param>
/// <param name="Changes">What of it would have to change.</param>
public sealed record Move(IReadOnlyList<MoveField> Row, IReadOnlyList<MoveChange> Changes);

/// <summary>A field that names a row.</summary>
/// <param name="Name">The field.</param>
/// <param name="Value">What stands in it.</param>
public sealed record MoveField(string Name, string Value);

/// <summary>A condition of the formula that a row would have to meet, or not to meet.</summary>
/// <param name="En">The condition in English.</param>
/// <param name="Zh">The condition in Chinese.</param>
/// <param name="Counts">Whether it would have to meet it.</param>
public sealed record MoveChange(string En, string Zh, bool Counts);

/// <summary>Answers <see cref="MovesQuery"/>.</summary>
public static class Movings
{
    /// <summary>Most rows that are named.</summary>
    public const int MaxNamed = 100;

    private static readonly string[] Naming =
        ["id", "code", "number", "reference", "mba", "facility", "batch", "kind", "type", "from", "to", "latest", "name", "nameEn", "nameZh"];

    /// <summary>Answers the question.</summary>
    public static Answer<Moves> Ask(CommitmentsBook book, MovesQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (IndicatorCatalogue.Find(query.Indicator) is not { } indicator)
            return CommitmentsRefusals.Unknown.In("indicator", found: query.Indicator.Length <= 40 ? query.Indicator : null);
        var own = view with { AsOf = query.Day, Reader = null };
        var value = book.Engine.At(own).Of(indicator);
        var (met, onTrack, _) = book.Engine.RulesOf(indicator, own);
        var written = book.Engine.WrittenRulesOf(indicator, own);
        var none = new Moves(indicator.Id, value.Standing, MoveFinding.Met, Rule: written.Met);
        return value.Standing == Standing.NotApplicable ? none with { Finding = MoveFinding.NotApplicable }
            : met is null ? none with { Finding = MoveFinding.NoThreshold }
            : value.Standing == Standing.Met ? none
            : Accepted(met) is { Count: > 0 } accepted ? none with { Finding = MoveFinding.Status, To = Standing.Met, Accepted = accepted }
            : book.Engine.BasisOf(indicator, own) is not { } basis || value.Grade is not (null or Grade.Computed)
                ? none with { Finding = MoveFinding.NoBook }
            : Sight.MaySee(value, book.Questions, view) ? Found(none, basis, (met, onTrack), written.OnTrack)
            : Reduced(Found(none, basis, (met, onTrack), written.OnTrack), Sight.IsOfSites(value, indicator));
    }

    private static Moves Found(Moves none, (Formula Value, Dictionary<string, FormulaValue> Names) basis,
        (Formula Met, Formula? OnTrack) rules, string? onTrack)
    {
        var found = MoveSearch.Find(basis.Value, rules.Met, basis.Names);
        if (found is null)
            return none with { Finding = MoveFinding.TooMany };
        if (found.Changes.Count > 0)
            return Of(none with { To = Standing.Met }, found);
        // What cannot be met by the rows that are there may yet be brought on its way by them.
        return none.Standing != Standing.OnTrack && rules.OnTrack is { } rule
            && MoveSearch.Find(basis.Value, rule, basis.Names) is { Changes.Count: > 0 } nearer
            ? Of(none with { To = Standing.OnTrack, Rule = onTrack }, nearer)
            : none with { Finding = MoveFinding.NotFound, IsFewest = found.IsFewest };
    }

    private static Moves Of(Moves moves, FoundMoves found) => moves with
    {
        Finding = MoveFinding.Rows,
        Count = found.Changes.Count,
        IsFewest = found.IsFewest,
        Value = found.After.Text,
        Rows = [.. found.Changes.Take(MaxNamed).Select(Of)],
    };

    private static Move Of(RowChange change) => new(Named(change.Row),
    [
        .. change.Conditions.Select(one => FormulaWords.Of(one.Condition) is var words ? new MoveChange(words.En, words.Zh, one.Counts) : null!),
    ]);

    private static List<MoveField> Named(FormulaValue row) =>
        [.. Naming.Select(name => new MoveField(name, row[name].Text ?? "")).Where(field => field.Value.Length > 0).Take(5)];

    private static Moves Reduced(Moves moves, bool isOfSites) =>
        isOfSites ? moves with { Rows = [], Count = null, Value = null, IsFewest = null } : moves with { Rows = [] };

    private static List<string> Accepted(Formula met) =>
        [.. met.Limits().Where(limit => limit.Number is null && limit.Day is null).Select(limit => limit.Text).OfType<string>()];
}

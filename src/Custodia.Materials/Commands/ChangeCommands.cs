using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Rules;

namespace Custodia.Materials.Commands;

/// <summary>Records inventory changes together, all or nothing: typed, or from a file.</summary>
/// <param name="Changes">The lines, with their rows.</param>
/// <param name="File">The file, or <c>null</c>.</param>
public sealed record RecordChanges(
    [property: Meaning("Inventory changes", "存量變動")] IReadOnlyList<FileRow<InventoryChange>> Changes,
    [property: Meaning("The file they come from", "來源檔案")] ReceivedFile? File = null) : IManyRows
{
    /// <inheritdoc/>
    public int RowCount => Changes.Count;
}

/// <summary>Records changes of a period that is closed.</summary>
public sealed record RecordLateChanges(
    [property: Meaning("Inventory changes", "存量變動")] IReadOnlyList<InventoryChange> Changes,
    [property: Meaning("Why they come late", "逾期理由")] string Reason) : IManyRows
{
    /// <inheritdoc/>
    public int RowCount => Changes.Count;
}

/// <summary>One correction: which line, and what it should have said.</summary>
/// <param name="Entry">Number of the entry that holds the line that counts now.</param>
/// <param name="Change">The whole line as it should have been; left out: delete it.</param>
public sealed record Correction(
    [property: Meaning("Entry number of the line", "原列分錄編號")] long Entry,
    [property: Meaning("The whole corrected line; left out: delete", "更正後完整內容；留空表示刪除")] InventoryChange? Change = null);

/// <summary>Corrects or deletes recorded changes, together.</summary>
public sealed record CorrectChanges(
    [property: Meaning("The corrections", "更正")] IReadOnlyList<Correction> Corrections,
    [property: Meaning("Reason", "理由")] string Reason) : IManyRows
{
    /// <inheritdoc/>
    public int RowCount => Corrections.Count;
}

/// <summary>Decides commands on inventory changes.</summary>
internal static class ChangeDecisions
{
    /// <summary>Most rows of one command: a batch of the journal has room for them, with what they bring.</summary>
    public const int MaxRows = 200_000;

    public static Decision Decide(MaterialsBook book, InventoryChange command, DecisionContext context) =>
        Decide(book, new RecordChanges([new(0, command)]), context);

    public static Decision Decide(MaterialsBook book, RecordChanges command, DecisionContext context)
    {
        if (RowLimits(command.Changes.Count) is { } limit)
            return Decision.Refuse(limit);
        var draft = new Draft(book);
        var rules = new ChangeRules(draft, context);
        foreach (var row in command.Changes)
        {
            if (rules.Refusals.Count >= ChangeRules.MaxRefusals)
                return Decision.Refuse(rules.Refusals);
            var change = row.Value;
            var place = Sources.Place(command.File, row.Row);
            if (change.Reference is { } reference && book.Mbas.ContainsKey(change.Mba)
                && draft.Referenced(change.Mba, reference) is { } recorded)
            {
                // The same record again is no error: an import can be repeated, whole or grown.
                if (!Lines.Same(recorded, change))
                    rules.Refuse(MaterialsRefusals.ReferenceUsed.At(place.At("reference"), found: reference));
                continue;
            }

            rules.Take(change, place, line => new InventoryChanged(line, Sources.Row(command.File, row.Row), null));
        }

        rules.CheckTogether();
        return rules.Refusals.Count > 0
            ? Decision.Refuse(rules.Refusals)
            : Decision.Accept(Sources.WithFile(command.File, "changes", command.Changes.Count, draft.Facts,
                command.Changes.Select(row => row.Value.Mba)));
    }

    public static Decision Decide(MaterialsBook book, RecordLateChanges command, DecisionContext context)
    {
        if (RowLimits(command.Changes.Count) is { } limit)
            return Decision.Refuse(limit);
        if (!GivenText.IsTaken(command.Reason, GivenText.MaxReason, hasLines: true))
            return Decision.Refuse(MaterialsRefusals.ReasonMissing.In("reason", $"1 – {GivenText.MaxReason}", $"{command.Reason?.Length ?? 0}"));
        var draft = new Draft(book);
        var rules = new ChangeRules(draft, context);
        for (var i = 0; i < command.Changes.Count; i++)
        {
            var change = command.Changes[i];
            var place = Place.OfField(FormattableString.Invariant($"changes[{i}]"));
            if (change.Reference is { } reference && book.Mbas.ContainsKey(change.Mba)
                && draft.Referenced(change.Mba, reference) is not null)
                rules.Refuse(MaterialsRefusals.ReferenceUsed.At(place, found: reference));
            else
                rules.Take(change, place, line => new InventoryChanged(line, null, command.Reason), command.Reason);
        }

        rules.CheckTogether();
        return rules.Refusals.Count > 0 ? Decision.Refuse(rules.Refusals) : Decision.Accept(draft.Facts);
    }

    public static Decision Decide(MaterialsBook book, CorrectChanges command, DecisionContext context)
    {
        if (RowLimits(command.Corrections.Count) is { } limit)
            return Decision.Refuse(limit);
        if (!GivenText.IsTaken(command.Reason, GivenText.MaxReason, hasLines: true))
            return Decision.Refuse(MaterialsRefusals.ReasonMissing.In("reason", $"1 – {GivenText.MaxReason}", $"{command.Reason?.Length ?? 0}"));
        var draft = new Draft(book);
        var rules = new ChangeRules(draft, context);
        var taken = new HashSet<long>();
        for (var i = 0; i < command.Corrections.Count; i++)
        {
            var place = Place.OfField(FormattableString.Invariant($"corrections[{i}].entry"));
            Correct(book, draft, rules, command.Corrections[i], command.Reason, taken, place);
        }

        rules.CheckTogether();
        return rules.Refusals.Count > 0 ? Decision.Refuse(rules.Refusals) : Decision.Accept(draft.Facts);
    }

    private static void Correct(MaterialsBook book, Draft draft, ChangeRules rules, Correction correction, string reason,
        HashSet<long> taken, Place place)
    {
        var found = LineRules.Text(checked((int)Math.Min(correction.Entry, int.MaxValue)));
        var target = book.LineOf(correction.Entry);
        if (target is null || target.Kind == LineKind.Initial)
        {
            rules.Refuse(MaterialsRefusals.TargetUnknown.At(place, found: found));
            return;
        }

        if (target.CorrectedBy != long.MaxValue || target.Kind == LineKind.Deletion || !taken.Add(correction.Entry))
        {
            rules.Refuse(MaterialsRefusals.TargetSuperseded.At(place, found: found));
            return;
        }

        var line = target.Change;
        if (correction.Change is { } change && change.Mba != line.Mba)
            rules.Refuse(MaterialsRefusals.CorrectionMovesMba.At(place, line.Mba, change.Mba));
        else if (correction.Change is { } same && Lines.Same(same, line))
            rules.Refuse(MaterialsRefusals.CorrectionEmpty.At(place, found: found));
        else
        {
            rules.TakeBack(target, place);
            if (correction.Change is { } corrected)
                rules.Take(corrected with { Reference = line.Reference }, place,
                    c => new ChangeCorrected(correction.Entry, line.Mba, c, reason), isCorrection: true);
            else
                draft.Add(new ChangeCorrected(correction.Entry, line.Mba, null, reason));
        }
    }

    public static Refusal? RowLimits(int rows) => rows switch
    {
        0 => MaterialsRefusals.NoRows.At(default),
        > MaxRows => MaterialsRefusals.TooManyRows.At(default, $"≤ {MaxRows}", LineRules.Text(rows)),
        _ => null,
    };
}

/// <summary>Where lines come from.</summary>
internal static class Sources
{
    /// <summary>The place of a row for refusals.</summary>
    public static Place Place(ReceivedFile? file, int row) => new(file?.Name, file is null && row == 0 ? null : row, null, null);

    /// <summary>File and row as an entry keeps them.</summary>
    public static SourceRow? Row(ReceivedFile? file, int row) => file is null ? null : SourceRow.Of(file.Digest, row);

    /// <summary>The facts of a file's rows, led by the receipt of the file.</summary>
    public static List<Fact> WithFile(
        ReceivedFile? file, string kind, int rows, IReadOnlyList<Fact> facts, IEnumerable<string> mbas) =>
        file is null || facts.Count == 0
            ? [.. facts]
            : [new FileReceived(file, kind, rows, facts.Count, [.. mbas.Distinct().Order(StringComparer.Ordinal)]), .. facts];
}

/// <summary>Compares lines by what they say: records would compare their lists by reference.</summary>
internal static class Lines
{
    private static readonly IReadOnlyList<Weight> None = [];

    public static bool Same(InventoryChange left, InventoryChange right) =>
        left.Weights.SequenceEqual(right.Weights) && (left.Methods ?? []).SequenceEqual(right.Methods ?? [])
        && left with { Weights = None, Methods = null } == right with { Weights = None, Methods = null };
}

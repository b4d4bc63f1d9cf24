using System.Text;
using Custodia.Proofs;

namespace Custodia.Books.Keeping;

/// <summary>Records the cosignatures on a checkpoint that a witness gave back.</summary>
public sealed record RecordCosignature(
    [property: Meaning("The cosigned checkpoint: its text and signature lines, as the witness gave it",
        "經副署之檢查點：見證者交付之內文與簽章列")] string Note);

/// <summary>
/// Decides cosignatures: the checkpoint has to be one of this journal at its size, and the signature that of a witness in
/// force. The journal's own signature on it needs no look: the root is compared with the entries themselves.
/// </summary>
internal static class CosignatureDecisions
{
    // The clock of a witness may run ahead of ours by so much.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    public static Decision Decide(JournalBook book, RecordCosignature command, DecisionContext context)
    {
        // Shells and text fields drop the last newline.
        var bytes = Encoding.UTF8.GetBytes(command.Note.TrimEnd('\n') + "\n");
        if (!SignedNote.TryParse(bytes, out var note, out var fault) || !Checkpoint.TryParse(note.Text, out var checkpoint, out fault))
            return Refuse(JournalRefusals.CosignatureMalformed, found: fault.ToString());
        if (checkpoint.Extensions.Length > 0)
            return Refuse(JournalRefusals.CosignatureMalformed, "3", checkpoint.Extensions.TrimEnd('\n'));
        if (checkpoint.Origin != book.Origin)
            return Refuse(JournalRefusals.CosignatureOfOtherJournal, book.Origin, checkpoint.Origin);
        if (book.RootAt(checkpoint.Size) is not { } root)
            return Refuse(JournalRefusals.CosignatureAhead, found: FormattableString.Invariant($"{checkpoint.Size}"));
        if (root != checkpoint.Root)
            return Refuse(JournalRefusals.CosignatureForked, root.ToHex(), checkpoint.Root.ToHex());
        return Decide(book, note, checkpoint, context);
    }

    private static Decision Decide(JournalBook book, SignedNote note, Checkpoint checkpoint, DecisionContext context)
    {
        var facts = new Dictionary<string, CheckpointCosigned>(StringComparer.Ordinal);
        var refusals = new List<Refusal>();
        var isKnown = false;
        foreach (var line in note.Signatures)
        {
            if (book.Witnesses.Find(line.Name) is not { } witness
                || !VerifierKey.TryParse(witness.Fact.Key, out var key, out _) || !line.IsBy(key))
                continue;
            isKnown = true;
            if (Read(note, line, key, witness, checkpoint, context, refusals) is not { } fact)
                continue;
            var last = facts.GetValueOrDefault(line.Name) ?? witness.Cosigned.LastOrDefault().Fact;
            if (last is null || (fact.Size, fact.Time).CompareTo((last.Size, last.Time)) > 0)
                facts[line.Name] = fact;
        }

        if (refusals.Count > 0)
            return Decision.Refuse(refusals);
        if (facts.Count > 0)
            return Decision.Accept([.. facts.Values]);
        return Refuse(isKnown ? JournalRefusals.CosignatureNotNewer : JournalRefusals.CosignatureOfNobody,
            found: string.Join(", ", note.Signatures.Select(line => line.Name).Distinct()));
    }

    private static CheckpointCosigned? Read(SignedNote note, NoteSignature line, VerifierKey key, RegisteredWitness witness,
        Checkpoint checkpoint, DecisionContext context, List<Refusal> refusals)
    {
        if (!key.Verify(Encoding.UTF8.GetBytes(note.Text), line.Bytes.Span))
        {
            refusals.Add(JournalRefusals.CosignatureInvalid.In("note", found: line.Name));
            return null;
        }

        if (!Cosignature.TryReadTime(line.Bytes.Span, out var time) || time > context.Now + ClockDifference
            || !witness.IsInForce(DateOnly.FromDateTime(time.UtcDateTime)))
        {
            refusals.Add(JournalRefusals.CosignatureTime.In("note",
                FormattableString.Invariant($"{witness.Fact.From:yyyy-MM-dd} … {witness.End?.LastDay ?? context.Today:yyyy-MM-dd}"),
                FormattableString.Invariant($"{time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC")));
            return null;
        }

        return new CheckpointCosigned(witness.Fact.Name, checkpoint.Size, checkpoint.Root.ToHex(), time, line.ToString());
    }

    private static Decision Refuse(RefusalCode code, string? expected = null, string? found = null) =>
        Decision.Refuse(code.In("note", expected, found));
}

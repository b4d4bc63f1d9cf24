namespace Custodia.Books.Keeping;

/// <summary>Gives a compartment a new key.</summary>
public sealed record RotateKey(
    [property: Meaning("Compartment: for material, the code of an MBA", "區隔：核物料為物料平衡區代碼")] string Compartment,
    [property: Meaning("Why", "理由")] string Reason);

/// <summary>Destroys the keys of a compartment: what is sealed in it is erased for ever, in every copy.</summary>
public sealed record DestroyKeys(
    [property: Meaning("Compartment: for material, the code of an MBA", "區隔：核物料為物料平衡區代碼")] string Compartment,
    [property: Meaning("Why", "理由")] string Reason);

/// <summary>Decides commands on keys. What they do to the key ring follows when the entry is durable.</summary>
internal static class KeyDecisions
{
    public static Decision Decide(JournalBook book, RotateKey command, DecisionContext context)
    {
        var keys = book.KeysOf(command.Compartment);
        // What was erased stays erased: a new key would let its compartment be written and, until the next start, read again.
        if (keys.Generation > 0 && keys.Held.Count == 0)
            return Decision.Refuse(BooksRefusals.CompartmentErased.In("compartment", found: command.Compartment));
        return Check(keys.Generation > 0, command.Compartment, command.Reason) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(new KeyRotated(command.Compartment, keys.Generation + 1, command.Reason.Trim()));
    }

    public static Decision Decide(JournalBook book, DestroyKeys command, DecisionContext context)
    {
        var keys = book.KeysOf(command.Compartment);
        return Check(keys.Held.Count > 0, command.Compartment, command.Reason) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(new KeysDestroyed(command.Compartment, keys.Held, command.Reason.Trim()));
    }

    private static Refusal? Check(bool isKnown, string compartment, string reason)
    {
        if (!isKnown)
            return JournalRefusals.CompartmentUnknown.In("compartment", found: compartment.Length <= 48 ? compartment : null);
        return GivenText.IsTaken(reason, GivenText.MaxReason, hasLines: true)
            ? null
            : JournalRefusals.KeyReasonMissing.In("reason", $"1 – {GivenText.MaxReason}", $"{reason?.Length ?? 0}");
    }
}

namespace Custodia.Books.Keeping;

/// <summary>Asks for the witnesses.</summary>
public sealed record WitnessesQuery;

/// <summary>The witnesses.</summary>
/// <param name="Witnesses">Each registration, in the order in which they were made.</param>
public sealed record WitnessList(IReadOnlyList<WitnessRow> Witnesses);

/// <summary>A witness and its last visit.</summary>
public sealed record WitnessRow(
    [property: Meaning("Witness", "見證者")] string Name,
    [property: Meaning("Organisation", "機關（構）")] string Organisation,
    [property: Meaning("Verifier key", "驗證金鑰")] string Key,
    [property: Meaning("Address", "網址")] string? Url,
    [property: Meaning("From", "生效日")] DateOnly From,
    [property: Meaning("Last day", "末日")] DateOnly? LastDay,
    [property: Meaning("Cosignatures", "副署次數")] int Cosignatures,
    [property: Meaning("Entries it has vouched for", "已見證分錄數")] long? Size,
    [property: Meaning("Root that it cosigned", "所副署之樹根")] string? Root,
    [property: Meaning("Signature line", "簽章列")] string? Signature,
    [property: Meaning("Last cosigned", "最近副署時間")] DateTimeOffset? CosignedAt,
    [property: Meaning("Entries since, its own cosignature with them", "其後新增分錄數（含該副署）")] long? EntriesSince);

/// <summary>Questions about witnesses.</summary>
internal static class WitnessQueries
{
    /// <summary>Answers <see cref="WitnessesQuery"/>.</summary>
    public static Answer<WitnessList> Ask(JournalBook book, WitnessesQuery query, View view) => new WitnessList(
    [
        .. book.Witnesses.All.Where(witness => view.Sees(witness.Stamp.Sequence, witness.Fact.From))
            .Select(witness => Row(witness, view)),
    ]);

    private static WitnessRow Row(RegisteredWitness witness, View view)
    {
        var seen = witness.Cosigned.FindAll(cosigned =>
            view.Sees(cosigned.Stamp.Sequence, cosigned.Stamp.Day));
        var last = seen.Count > 0 ? seen[^1].Fact : null;
        var fact = witness.Fact;
        return new WitnessRow(fact.Name, fact.Organisation, fact.Key, fact.Url, fact.From,
            witness.End is { } end && view.Knows(end.Sequence) ? end.LastDay : null,
            seen.Count, last?.Size, last?.Root, last?.Signature, last?.Time, view.Count - last?.Size);
    }
}

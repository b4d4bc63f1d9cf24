using Custodia.Proofs;

namespace Custodia.Books.Keeping;

/// <summary>Registers a witness.</summary>
public sealed record RegisterWitness(
    [property: Meaning("Verifier key of the witness: name+id+base64, type 04", "見證者之驗證金鑰：名稱+識別碼+base64，類型 04")] string Key,
    [property: Meaning("Organisation", "機關（構）")] string Organisation,
    [property: Meaning("First day on which its cosignatures count; left out: today", "副署生效首日；留空為今日")] DateOnly? From = null,
    [property: Meaning("Address where it takes checkpoints; left out: it comes for them", "接收檢查點之網址；留空表示由其自行取用")] string? Url = null);

/// <summary>Ends the registration of a witness.</summary>
public sealed record EndWitness(
    [property: Meaning("Name of the witness", "見證者名稱")] string Name,
    [property: Meaning("Last day on which its cosignatures count; left out: today", "副署效力末日；留空為今日")] DateOnly? LastDay = null);

/// <summary>Decides commands on witnesses.</summary>
internal static class WitnessDecisions
{
    /// <summary>Every reader of notes accepts 16 signatures (C2SP signed-note): the journal's own and these.</summary>
    public const int MaxWitnesses = 15;

    private const int MaxOrganisation = 120;
    private const int MaxUrl = 300;

    public static Decision Decide(JournalBook book, RegisterWitness command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        var from = command.From ?? context.Today;
        if (ReadKey(command.Key, refusals) is { } key)
            CheckKey(book, key, from, refusals);
        var organisation = command.Organisation.Trim();
        if (organisation.Length is 0 or > MaxOrganisation)
            refusals.Add(JournalRefusals.OrganisationMissing.In("organisation", $"1 … {MaxOrganisation}", $"{organisation.Length}"));
        if (command.Url is { } url && !IsAddress(url))
            refusals.Add(JournalRefusals.WitnessUrlMalformed.In("url", "https://…", url));
        if (book.Witnesses.All.Count(witness => IsOpen(witness, from)) >= MaxWitnesses)
            refusals.Add(JournalRefusals.TooManyWitnesses.In("key", $"≤ {MaxWitnesses}"));
        return refusals.Count > 0
            ? Decision.Refuse(refusals)
            : Decision.Accept(new WitnessRegistered(command.Key[..command.Key.IndexOf('+')], organisation, command.Key, from, command.Url));
    }

    public static Decision Decide(JournalBook book, EndWitness command, DecisionContext context)
    {
        if (book.Witnesses.Find(command.Name) is not { End: null } witness)
            return Decision.Refuse(JournalRefusals.WitnessUnknown.In("name", found: command.Name));
        var lastDay = command.LastDay ?? context.Today;
        return lastDay < witness.Fact.From
            ? Decision.Refuse(JournalRefusals.WitnessEndTooEarly.In("lastDay", $"≥ {witness.Fact.From:yyyy-MM-dd}", $"{lastDay:yyyy-MM-dd}"))
            : Decision.Accept(new WitnessEnded(command.Name, lastDay));
    }

    private static VerifierKey? ReadKey(string line, List<Refusal> refusals)
    {
        if (!VerifierKey.TryParse(line, out var key, out var fault))
            refusals.Add(JournalRefusals.WitnessKeyMalformed.In("key", "name+id+base64(04, key)", fault.ToString()));
        else if (key.Type != SignatureType.CosignatureEd25519)
            refusals.Add(JournalRefusals.WitnessKeyMalformed.In("key", "04", $"{(byte)key.Type:x2}"));
        else
            return key;
        return null;
    }

    private static void CheckKey(JournalBook book, VerifierKey key, DateOnly from, List<Refusal> refusals)
    {
        if (book.Witnesses.Find(key.Name) is { } same && IsOpen(same, from))
            refusals.Add(JournalRefusals.WitnessNameTaken.In("key", found: key.Name));
        // A cosignature does not name its witness, so a key under two names would speak for both (tlog-cosignature).
        var material = MaterialOf(key.ToString());
        if (book.Witnesses.All.FirstOrDefault(other => other.Fact.Name != key.Name && MaterialOf(other.Fact.Key) == material) is { } used)
            refusals.Add(JournalRefusals.WitnessKeyUsed.In("key", found: used.Fact.Name));
    }

    // Behind the second plus sign of the line; the material has such signs of its own.
    private static string MaterialOf(string line) => line.Split('+', 3)[2];

    private static bool IsOpen(RegisteredWitness witness, DateOnly from) => witness.End is not { } end || end.LastDay >= from;

    private static bool IsAddress(string url) => url.Length <= MaxUrl && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https" && address is { Query: "", Fragment: "", UserInfo: "" };
}

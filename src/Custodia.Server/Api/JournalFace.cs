using System.Buffers;
using System.Globalization;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Faces;
using Custodia.Commitments;
using Custodia.Journal;
using Custodia.Journal.Sealing;
using Custodia.Proofs;
using Custodia.Server.Access;
using Custodia.Server.Hosting;
using Custodia.Server.Proving;

namespace Custodia.Server.Api;

/// <summary>One thing that the journal shows, for descriptions.</summary>
/// <param name="Path">Its path below the journal, with <c>{n}</c> for a number.</param>
/// <param name="Query">Names of its query fields.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Permission">What a person must hold to read it.</param>
public sealed record JournalResource(string Path, IReadOnlyList<string> Query, Bilingual Summary, string Permission = Places.SignedIn);

/// <summary>The journal as it is shown: entries, receipts, checkpoints, and the files of C2SP tlog-tiles.</summary>
public sealed class JournalFace(DataFolder folder)
{
    /// <summary>Most entries of one answer.</summary>
    public const int MaxEntries = 1_000;

    private const int DefaultEntries = 100;

    /// <summary>What can be read.</summary>
    public static IReadOnlyList<JournalResource> Resources { get; } =
    [
        new("state", [], new("How many entries the journal has, its root, its key, and its compartments.", "日誌之分錄數、根雜湊、金鑰與區隔。")),
        new("entries", ["first", "count"], new("Entries from a number on, at most 1,000.", "自某編號起之分錄，至多 1,000 筆。")),
        new("entry/{n}", ["raw"], new("One entry; raw=true: its stored bytes.", "單筆分錄；raw=true：所儲存之位元組。")),
        new("receipt/{n}", [], new("A receipt for an entry, which verifies offline.", "分錄之收據，可離線驗證。")),
        new("checkpoint", ["size"], new("The signed checkpoint with its cosignatures: the newest, or that of a size.", "簽署之檢查點及其副署：最新者或指定筆數者。")),
        new("visit", ["from"], new("What a witness takes away: the checkpoint, and the proof since the size that it saw (C2SP tlog-witness).",
            "供見證者取用：檢查點及自其前次所見筆數起之證明（C2SP tlog-witness）。")),
        new("consistency", ["from", "to"], new("Proof that the journal of one size begins that of another.", "日誌前後一致之證明。")),
        new("proof/{indicator}", ["day", AddressFields.KnownAt], new(
            "The proof of an indicator on a day: the figure, its entries with receipts, and the checkpoint.",
            "某日指標之證明：數值、相關分錄與收據及檢查點。"), CommitmentsPermissions.Read),
        new("report-proof", [.. ReportProofFace.Fields.Select(field => field.Name), ReportProofFace.KnownAt], new(
            "The proof of a report: every figure, its formula, the entries with receipts, and the checkpoint.",
            "報告之證明：各項數值與公式、相關分錄與收據及檢查點。"), CommitmentsPermissions.Read),
        new("tile/{**path}", [], new("A tile of the tree, or a bundle of entries (C2SP tlog-tiles).", "雜湊樹磚或分錄束（C2SP tlog-tiles）。")),
    ];

    /// <summary>Reads one of the resources.</summary>
    /// <param name="path">Its path below the journal.</param>
    /// <param name="query">A query field by its name; null where it was left out.</param>
    /// <param name="caller">Who reads.</param>
    public FaceAnswer Read(string path, Func<string, string?> query, Caller caller)
    {
        if (path.StartsWith("proof/", StringComparison.Ordinal))
            return new ProofFace(folder).Read(path["proof/".Length..], query("day"), query(AddressFields.KnownAt), caller);
        if (path == "report-proof")
            return new ReportProofFace(folder).Read(query, caller);
        var answer = folder.Node.Read<FaceAnswer>(Places.SignedIn, "journal/" + path.Split('/')[0], caller,
            reader => Read(path, query, reader, new EntrySight(folder.Node, reader)));
        return answer.IsGiven ? answer.Value : FaceAnswer.Refuse(answer.Refusals);
    }

    private FaceAnswer Read(string path, Func<string, string?> query, Reader reader, EntrySight sight) => path.Split('/', 2) switch
    {
        ["state"] => FaceAnswer.Of(State(reader)),
        ["entries"] => Entries(sight, Number(query("first")) ?? 0, Number(query("count")) ?? DefaultEntries),
        ["entry", var number] => Entry(sight, Number(number), query("raw") == "true"),
        ["receipt", var number] => Receipt(sight, Number(number)),
        ["checkpoint"] => CheckpointOf(query("size")),
        ["visit"] => Visit(query("from")),
        ["consistency"] => Consistency(Number(query("from")), Number(query("to"))),
        ["tile", _] => TileContent(sight, path),
        _ => Unknown(path),
    };

    private object State(Reader reader)
    {
        var (count, checkpoint) = (folder.Node.Count, folder.Checkpoint());
        return new
        {
            folder.Origin,
            Count = count,
            Root = MerkleProof.Root(folder.Store, count).ToHex(),
            folder.Store.Epoch,
            Key = folder.VerifierKey.ToString(),
            Checkpoint = checkpoint is not null && Checkpoint.TryParse(checkpoint.Text, out var signed, out _)
                ? new { signed.Size, Root = signed.Root.ToHex() }
                : null,
            // The names of compartments say what there is to know of: they are shown to those who keep the keys.
            Compartments = reader.May("journal.keys", Places.State)
                ? folder.Keys.Records.Select(Describe)
                : [],
            Faults = folder.Node.Books.Select(book => book.Fault).Where(fault => fault is not null),
        };
    }

    private static KeyView Describe(KeyRecord key) =>
        new(key.Compartment, key.Generation, key.Id.ToString(), key.Created, key.Destroyed);

    private FaceAnswer Entries(EntrySight sight, long first, long count)
    {
        var total = folder.Node.Count;
        if (first < 0 || first > total || count < 0)
            return Unknown(FormattableString.Invariant($"entries {first}"));
        var entries = new JsonArray();
        folder.Store.Read(first, Math.Min(Math.Min(count, MaxEntries), total - first), (in entry) => entries.Add(Describe(entry, sight)));
        return FaceAnswer.Of(new JsonObject { ["count"] = total, ["first"] = first, ["entries"] = entries });
    }

    private FaceAnswer Entry(EntrySight sight, long? number, bool isRaw)
    {
        if (number is not { } n || n < 0 || n >= folder.Node.Count)
            return Unknown(FormattableString.Invariant($"entry {number}"));
        byte[] bytes = [];
        JsonObject? json = null;
        var showsBytes = false;
        folder.Store.Read(n, 1, (in entry) =>
        {
            (bytes, json) = (entry.Bytes.ToArray(), Describe(entry, sight));
            showsBytes = isRaw && sight.ShowsBytes(entry.Header);
        });
        return !isRaw ? FaceAnswer.Of(json) : showsBytes ? new(FaceStatus.Ok, bytes, FaceAnswer.Bytes) : Withheld(n);
    }

    private FaceAnswer Receipt(EntrySight sight, long? number)
    {
        if (number is not { } n || n < 0 || n >= folder.Node.Count)
            return Unknown(FormattableString.Invariant($"receipt {number}"));
        var shows = false;
        folder.Store.Read(n, 1, (in entry) => shows = sight.ShowsBytes(entry.Header));
        if (!shows)
            return Withheld(n);
        return folder.Receipt(n) is { } receipt
            ? new(FaceStatus.Ok, receipt.Encode(), FaceAnswer.Text)
            : Unknown(FormattableString.Invariant($"receipt {number}"));
    }

    private JsonObject Describe(in Entry entry, EntrySight sight)
    {
        var header = sight.Shown(entry.Header);
        var isWithheld = header.Kind.Length == 0;
        var body = sight.ShowsBody(entry.Header) ? folder.Node.OpenBody(entry) : null;
        var shown = new JsonObject
        {
            ["sequence"] = header.Sequence,
            ["recordedAt"] = header.RecordedAt.ToString("O", CultureInfo.InvariantCulture),
            ["leaf"] = MerkleTree.LeafHash(entry.Bytes.Span).ToHex(),
            ["withheld"] = isWithheld ? "entry" : body is null ? "body" : "nothing",
        };
        if (isWithheld)
            return shown;
        shown["actor"] = header.Actor;
        shown["commandId"] = header.CommandId.ToString();
        shown["book"] = header.Book;
        shown["kind"] = header.Kind;
        shown["version"] = header.Version;
        shown["compartment"] = header.Compartment;
        shown["isSealed"] = header.IsSealed;
        shown["body"] = body is null ? null : JsonNode.Parse(body);
        return shown;
    }

    private FaceAnswer CheckpointOf(string? size)
    {
        var note = size is null ? folder.StandingCheckpoint() : Number(size) is { } n ? folder.Checkpoint(n) : null;
        return note is null ? Unknown("checkpoint " + size) : new(FaceStatus.Ok, note.Encode(), FaceAnswer.Text);
    }

    private FaceAnswer Visit(string? from) => Number(from ?? "0") is { } size && folder.WitnessRequest(size) is { } request
        ? new(FaceStatus.Ok, request.Encode(), FaceAnswer.Text)
        : Unknown("visit " + from);

    private FaceAnswer Consistency(long? from, long? to)
    {
        var count = folder.Node.Count;
        var (first, second) = (from ?? 0, to ?? count);
        if (first < 0 || first > second || second > count)
            return Unknown(FormattableString.Invariant($"consistency {first} {second}"));
        var path = MerkleProof.Consistency(folder.Store, first, second).Select(hash => hash.ToBase64());
        return FaceAnswer.Of(new { From = first, To = second, Path = path });
    }

    private FaceAnswer TileContent(EntrySight sight, string path)
    {
        var size = folder.Node.Count;
        if (!Tile.TryParse(path, out var tile, out _) || !tile.IsIn(size))
            return Unknown(path);
        if (!tile.IsEntries)
            return new(FaceStatus.Ok, tile.Content(folder.Store), FaceAnswer.Bytes);
        var bundle = new ArrayBufferWriter<byte>();
        var withheld = -1L;
        folder.Store.Read(tile.First, tile.Width, (in entry) =>
        {
            EntryBundle.Write(bundle, entry.Bytes.Span);
            if (withheld < 0 && !sight.ShowsBytes(entry.Header))
                withheld = entry.Header.Sequence;
        });
        return withheld >= 0 ? Withheld(withheld) : new(FaceStatus.Ok, bundle.WrittenMemory, FaceAnswer.Bytes);
    }

    private static FaceAnswer Withheld(long entry) =>
        FaceAnswer.Refuse(AccessRefusals.Withheld.In("entry", found: entry.ToString(CultureInfo.InvariantCulture)));

    private static FaceAnswer Unknown(string what) => FaceAnswer.Refuse(InputRefusals.Unknown.In("path", found: what));

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A key of a compartment, without its bytes.</summary>
/// <param name="Compartment">Its compartment.</param>
/// <param name="Generation">Which one of it, from 1.</param>
/// <param name="Key">Id of the key.</param>
/// <param name="Created">When it was made (UTC).</param>
/// <param name="Destroyed">When it was destroyed (UTC), or absent.</param>
public sealed record KeyView(string Compartment, int Generation, string Key, DateTimeOffset Created, DateTimeOffset? Destroyed);

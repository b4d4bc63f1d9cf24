using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Faces;
using Custodia.Journal;
using Custodia.Proofs;
using Custodia.Server.Access;

namespace Custodia.Server.Reading;

/// <summary>Which entries of the journal are looked for; what is left out does not matter.</summary>
/// <param name="Book">Name of the book.</param>
/// <param name="Kind">Part of the kind.</param>
/// <param name="Actor">Part of the actor.</param>
/// <param name="Compartment">Name of the compartment: for material, the code of an MBA.</param>
/// <param name="LastDay">Recorded on that day (UTC) or before.</param>
public sealed record JournalFilter(string? Book, string? Kind, string? Actor, string? Compartment, DateOnly? LastDay)
{
    /// <summary>Whether it is no filter at all: then entries that are withheld are listed, too, without their names.</summary>
    public bool IsEmpty => this == new JournalFilter(null, null, null, null, LastDay);

    /// <summary>Whether an entry is one of them.</summary>
    public bool Matches(in EntryHeader header) =>
        (Book is null || header.Book == Book)
        && (Kind is null || header.Kind.Contains(Kind, StringComparison.OrdinalIgnoreCase))
        && (Actor is null || header.Actor.Contains(Actor, StringComparison.OrdinalIgnoreCase))
        && (Compartment is null || header.Compartment.Equals(Compartment, StringComparison.OrdinalIgnoreCase))
        && (LastDay is not { } day || DateOnly.FromDateTime(header.RecordedAt.UtcDateTime) <= day);
}

/// <summary>Entries of the journal, the newest first.</summary>
/// <param name="Rows">Their envelopes; with empty names where withheld.</param>
/// <param name="Next">From which number to go on, or <c>null</c> at the end.</param>
public sealed record JournalSlice(IReadOnlyList<EntryHeader> Rows, long? Next);

/// <summary>One entry of the journal as it is shown.</summary>
/// <param name="Header">Its envelope.</param>
/// <param name="Leaf">Its leaf hash.</param>
/// <param name="Size">Bytes stored.</param>
/// <param name="Body">Its body as JSON, or <c>null</c> where it is withheld.</param>
public sealed record ShownEntry(EntryHeader Header, Hash Leaf, int Size, byte[]? Body);

/// <summary>Reads the journal for pages.</summary>
public static class JournalReader
{
    private const int Block = 2_000;

    /// <summary>Looks for entries from a number downwards.</summary>
    /// <param name="desk">The journal.</param>
    /// <param name="filter">Which.</param>
    /// <param name="from">The highest number that may be shown.</param>
    /// <param name="size">How many at most.</param>
    public static Answer<JournalSlice> Search(Desk desk, JournalFilter filter, long from, int size) =>
        Read<JournalSlice>(desk, "journal/entries", sight => Search(desk, sight, filter, from, size));

    /// <summary>One entry; refused where there is none of that number.</summary>
    public static Answer<ShownEntry> Find(Desk desk, long number) => Read<ShownEntry>(desk, "journal/entry", sight =>
    {
        if (number < 0 || number >= desk.Count)
            return InputRefusals.Unknown.In("entry", found: $"{number}");
        ShownEntry? found = null;
        desk.Folder.Store.Read(number, 1, (in entry) => found = new ShownEntry(
            sight.Shown(entry.Header), MerkleTree.LeafHash(entry.Bytes.Span), entry.Bytes.Length,
            sight.ShowsBody(entry.Header) ? desk.Folder.Node.OpenBody(entry) : null));
        return found!;
    });

    /// <summary>Whether the bytes of an entry, alone or in a receipt, may be handed out.</summary>
    public static bool MayTake(Desk desk, long number) => Read<bool>(desk, "journal/receipt", sight =>
    {
        if (number < 0 || number >= desk.Count)
            return false;
        var shows = false;
        desk.Folder.Store.Read(number, 1, (in entry) => shows = sight.ShowsBytes(entry.Header));
        return shows;
    }).Value;

    private static Answer<T> Read<T>(Desk desk, string what, Func<EntrySight, Answer<T>> read) =>
        desk.Read(Places.SignedIn, what, reader => read(new EntrySight(desk.Folder.Node, reader)));

    private static JournalSlice Search(Desk desk, EntrySight sight, JournalFilter filter, long from, int size)
    {
        var rows = new List<EntryHeader>(size);
        var block = new List<EntryHeader>();
        for (var end = Math.Min(from, desk.Count - 1) + 1; end > 0;)
        {
            var first = Math.Max(0, end - Block);
            block.Clear();
            desk.Folder.Store.Read(first, end - first, (in entry) =>
            {
                if (filter.Matches(entry.Header) && (filter.IsEmpty || sight.ShowsEnvelope(entry.Header)))
                    block.Add(sight.Shown(entry.Header));
            });
            for (var i = block.Count - 1; i >= 0; i--)
            {
                if (rows.Count == size)
                    return new JournalSlice(rows, block[i].Sequence);
                rows.Add(block[i]);
            }

            end = first;
        }

        return new JournalSlice(rows, null);
    }
}

using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Journal;

namespace Custodia.Server.Access;

/// <summary>
/// What a reader may see of an entry of the journal. Everybody who is signed in may see that it is there, when it was
/// recorded, and its leaf hash: that is what proofs are made of.
/// </summary>
/// <param name="node">The books.</param>
/// <param name="reader">Who reads.</param>
internal sealed class EntrySight(Node node, Reader reader)
{
    /// <summary>What a holder must hold to see envelopes of entries that are not their own books'.</summary>
    public const string JournalRead = "journal.read";

    /// <summary>Whether the body may be shown: the book's right to read there, and the clearance.</summary>
    public bool ShowsBody(in EntryHeader header) => IsOpen(header, opens: true);

    /// <summary>Whether the envelope may be shown.</summary>
    public bool ShowsEnvelope(in EntryHeader header) =>
        header.Compartment.Length > 0 && reader.Of(header.Compartment, JournalRead, opens: false) != Visibility.Hidden
        || IsOpen(header, opens: false);

    /// <summary>Whether the bytes as stored may be handed out: the envelope may be shown, and what is not sealed is open.</summary>
    public bool ShowsBytes(in EntryHeader header) => header.IsSealed ? ShowsEnvelope(header) : IsOpen(header, opens: true);

    /// <summary>The header as it may be shown: with empty names where it is withheld.</summary>
    public EntryHeader Shown(in EntryHeader header) => ShowsEnvelope(header)
        ? header
        : header with { Actor = "", Book = "", Kind = "", Compartment = "", CommandId = default, CommandDigest = default };

    // What is in no compartment is the State's: open to who reads that book, or the journal itself, in the whole State.
    private bool IsOpen(in EntryHeader header, bool opens) => header.Compartment.Length == 0
        ? reader.May(JournalRead, Places.State)
            || node.Find(header.Book) is { } owner && reader.May(owner.ReadPermission, Places.State)
        : node.Find(header.Book) is { } book && reader.Of(header.Compartment, book.ReadPermissionOf(header.Compartment), opens) == Visibility.Open;
}

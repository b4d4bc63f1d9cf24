using System.Text.Json;
using Custodia.Books;
using Custodia.Journal;
using Custodia.Journal.Disks;
using Custodia.Materials;

namespace Custodia.Bench.Materials;

/// <summary>A journal of the materials book on disk, made of facts.</summary>
internal static class BenchBook
{
    private const int BatchEntries = 1_000;

    internal static FileStore Open(string folder, EntryVisitor? visitor) =>
        FileStore.Open(new OsDisk(folder), new FileStoreOptions { Origin = "bench.example/materials", Create = true }, visitor);

    /// <summary>Gives what asks a book that was opened over facts, with a view of all of them.</summary>
    internal static void Ask(IEnumerable<Fact> facts, Action<MaterialsBook, View> ask)
    {
        var folder = Directory.CreateTempSubdirectory("custodia-bench-").FullName;
        try
        {
            Write(folder, facts);
            using var book = new MaterialsBook();
            using var node = new Node([book]);
            using var store = Open(folder, node.Fold);
            node.Start(store, new JournalOptions(), TimeProvider.System);
            if (book.Fault is { } fault)
                throw new InvalidOperationException(fault.ToString());
            ask(book, new View(node.Count, DateOnly.MaxValue));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    internal static void Write(string folder, IEnumerable<Fact> facts)
    {
        using var store = Open(folder, null);
        var batch = new EntryBatch();
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        long sequence = 0;
        foreach (var fact in facts)
        {
            buffer.SetLength(0);
            using (var writer = new Utf8JsonWriter(buffer, options))
                MaterialsKinds.Table.Of(fact).Write(writer, fact);
            var kind = MaterialsKinds.Table.Of(fact);
            batch.Add(
                new EntryHeader(
                    sequence, EntryCodec.FromMicroseconds(1_800_000_000_000_000 + sequence),
                    new Guid((int)(sequence / BatchEntries), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 1, "officer", "materials",
                    kind.Name, kind.Version, fact.Compartment, false),
                buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
            sequence++;
            if (batch.Count == BatchEntries)
            {
                store.Append(batch);
                batch.Clear();
            }
        }

        store.Append(batch);
    }
}

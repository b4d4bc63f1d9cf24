using System.Buffers;
using System.Text.Json;
using Custodia.Journal;
using Custodia.Journal.Sealing;

namespace Custodia.Books;

/// <summary>Writes facts as entries, sealed where they belong to a compartment. Used on the writer's thread only.</summary>
internal sealed class FactWriter(IKeyRing? keys) : IDisposable
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly ArrayBufferWriter<byte> _buffer = new(4_096);
    private readonly Utf8JsonWriter _json = new(Stream.Null, Options);

    public void Write(EntryDrafts drafts, Book book, Fact fact, string actor, Guid commandId, UInt128 digest)
    {
        var kind = book.Kinds.Of(fact);
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        kind.Write(_json, fact);
        _json.Flush();
        var compartment = fact.Compartment;
        if (compartment.Length > 0 && keys is not null)
            drafts.AddSealed(actor, commandId, digest, book.Name, kind.Name, kind.Version, compartment, _buffer.WrittenSpan,
                keys.SealingKey(compartment).Seal);
        else
            drafts.Add(actor, commandId, digest, book.Name, kind.Name, kind.Version, compartment, _buffer.WrittenSpan);
    }

    public void Dispose() => _json.Dispose();
}

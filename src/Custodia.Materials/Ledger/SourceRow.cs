using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Custodia.Materials.Ledger;

/// <summary>The row of a received file from which a line was taken.</summary>
/// <param name="File">The first eight bytes of the file's SHA-256, big-endian.</param>
/// <param name="Row">Row number, the header being row 1.</param>
[JsonConverter(typeof(SourceRowJson))]
public readonly record struct SourceRow(ulong File, int Row)
{
    private const int DigestLength = 16;

    /// <summary>A row of a file.</summary>
    /// <param name="digest">SHA-256 of the file in hexadecimal.</param>
    /// <param name="row">Row number.</param>
    public static SourceRow Of(string digest, int row) =>
        new(ulong.Parse(digest.AsSpan(0, DigestLength), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), row);

    /// <summary>As it stands in the journal: the first 16 digits of the digest, a colon, the row.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File:x16}:{Row}");

    /// <summary>Reads <see cref="ToString"/>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out SourceRow source)
    {
        source = default;
        if (text.Length <= DigestLength || text[DigestLength] != ':'
            || !Utf8Parser.TryParse(text[..DigestLength], out ulong file, out var read, 'x') || read != DigestLength
            || !Utf8Parser.TryParse(text[(DigestLength + 1)..], out int row, out read)
            || read != text.Length - DigestLength - 1)
            return false;
        source = new SourceRow(file, row);
        return true;
    }
}

/// <summary>A source row in JSON: its text.</summary>
public sealed class SourceRowJson : JsonConverter<SourceRow>
{
    /// <inheritdoc/>
    public override SourceRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && SourceRow.TryParse(reader.ValueSpan, out var source)
            ? source
            : throw new JsonException("A source is 16 hexadecimal digits, a colon and a row number.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SourceRow value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

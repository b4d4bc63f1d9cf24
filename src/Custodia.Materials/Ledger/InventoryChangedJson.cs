using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Custodia.Journal;

namespace Custodia.Materials.Ledger;

/// <summary>
/// An inventory change in the journal. Most of a journal is of this kind, and opening it reads every one: so it is written
/// and read by hand, and names that recur are held once.
/// </summary>
/// <remarks>The format is the one that the tests' golden files hold.</remarks>
public sealed class InventoryChangedJson : JsonConverter<InventoryChanged>
{
    private const int LongestName = 64;

    /// <inheritdoc/>
    public override InventoryChanged Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var draft = default(Draft);
        Expect(reader.TokenType, JsonTokenType.StartObject);
        while (Next(ref reader))
        {
            if (reader.ValueTextEquals("change"u8))
                ReadChange(ref reader, ref draft);
            else if (reader.ValueTextEquals("source"u8))
                draft.Source = Source(ref reader);
            else if (reader.ValueTextEquals("lateReason"u8))
                draft.LateReason = Text(ref reader);
            else
                throw Unknown(ref reader);
        }

        return new InventoryChanged(draft.ToChange(), draft.Source, draft.LateReason);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, InventoryChanged value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("change"u8);
        WriteChange(writer, value.Change);
        if (value.Source is { } source)
            writer.WriteString("source"u8, source.ToString());
        WriteText(writer, "lateReason"u8, value.LateReason);
        writer.WriteEndObject();
    }

    private static void ReadChange(ref Utf8JsonReader reader, ref Draft draft)
    {
        reader.Read();
        Expect(reader.TokenType, JsonTokenType.StartObject);
        while (Next(ref reader))
        {
            // In the order in which they are written, so that the first comparisons hit.
            if (reader.ValueTextEquals("mba"u8))
                draft.Mba = Name(ref reader);
            else if (reader.ValueTextEquals("date"u8))
                draft.Date = Day(ref reader);
            else if (reader.ValueTextEquals("code"u8))
                draft.Code = Name(ref reader);
            else if (reader.ValueTextEquals("batch"u8))
                draft.Batch = Name(ref reader);
            else if (reader.ValueTextEquals("items"u8))
                draft.Items = Number(ref reader);
            else if (reader.ValueTextEquals("description"u8))
                draft.Description = Name(ref reader);
            else if (reader.ValueTextEquals("basis"u8))
                draft.Basis = Name(ref reader);
            else if (reader.ValueTextEquals("weights"u8))
                draft.Weights = Weights(ref reader);
            else
                ReadRest(ref reader, ref draft);
        }
    }

    private static void ReadRest(ref Utf8JsonReader reader, ref Draft draft)
    {
        if (reader.ValueTextEquals("kmp"u8))
            draft.Kmp = Name(ref reader);
        else if (reader.ValueTextEquals("from"u8))
            draft.From = Name(ref reader);
        else if (reader.ValueTextEquals("to"u8))
            draft.To = Name(ref reader);
        else if (reader.ValueTextEquals("shipperBatch"u8))
            draft.ShipperBatch = Name(ref reader);
        else if (reader.ValueTextEquals("operation"u8))
            draft.Operation = Name(ref reader);
        else if (reader.ValueTextEquals("consent"u8))
            draft.Consent = Name(ref reader);
        else if (reader.ValueTextEquals("specialReport"u8))
            draft.SpecialReport = Name(ref reader);
        else if (reader.ValueTextEquals("burnUp"u8))
            draft.BurnUp = Decimal(ref reader);
        else if (reader.ValueTextEquals("reference"u8))
            draft.Reference = Text(ref reader);
        else if (reader.ValueTextEquals("note"u8))
            draft.Note = Text(ref reader);
        else if (reader.ValueTextEquals("established"u8))
            draft.Established = Day(ref reader);
        else if (reader.ValueTextEquals("methods"u8))
            draft.Methods = Names(ref reader);
        else
            throw Unknown(ref reader);
    }

    private static void WriteChange(Utf8JsonWriter writer, InventoryChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("mba"u8, change.Mba);
        WriteDay(writer, "date"u8, change.Date);
        writer.WriteString("code"u8, change.Code);
        writer.WriteString("batch"u8, change.Batch);
        writer.WriteNumber("items"u8, change.Items);
        writer.WriteString("description"u8, change.Description);
        writer.WriteString("basis"u8, change.Basis);
        writer.WriteStartArray("weights"u8);
        foreach (var weight in change.Weights)
            writer.WriteStringValue(weight.ToString());
        writer.WriteEndArray();
        WriteText(writer, "kmp"u8, change.Kmp);
        WriteText(writer, "from"u8, change.From);
        WriteText(writer, "to"u8, change.To);
        WriteText(writer, "shipperBatch"u8, change.ShipperBatch);
        WriteText(writer, "operation"u8, change.Operation);
        WriteText(writer, "consent"u8, change.Consent);
        WriteText(writer, "specialReport"u8, change.SpecialReport);
        if (change.BurnUp is { } burnUp)
            writer.WriteNumber("burnUp"u8, burnUp);
        WriteText(writer, "reference"u8, change.Reference);
        WriteText(writer, "note"u8, change.Note);
        if (change.Established is { } established)
            WriteDay(writer, "established"u8, established);
        if (change.Methods is { } methods)
        {
            writer.WriteStartArray("methods"u8);
            foreach (var method in methods)
                writer.WriteStringValue(method);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }

    private static void WriteDay(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateOnly day)
    {
        Span<char> text = stackalloc char[10];
        day.TryFormat(text, out _, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        writer.WriteString(name, text);
    }

    /// <summary>Moves to the next property's name; false at the end of the object.</summary>
    private static bool Next(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    private static void Expect(JsonTokenType found, JsonTokenType expected)
    {
        if (found != expected)
            throw new JsonException($"Expected {expected}, found {found}.");
    }

    private static JsonException Unknown(ref Utf8JsonReader reader) => new($"Unknown property '{reader.GetString()}'.");

    /// <summary>A text that recurs: held once.</summary>
    private static string Name(ref Utf8JsonReader reader)
    {
        reader.Read();
        Expect(reader.TokenType, JsonTokenType.String);
        return !reader.HasValueSequence && !reader.ValueIsEscaped && reader.ValueSpan.Length <= LongestName
            ? NameCache.Find(reader.ValueSpan) ?? reader.GetString()!
            : reader.GetString()!;
    }

    private static string[] Names(ref Utf8JsonReader reader)
    {
        reader.Read();
        Expect(reader.TokenType, JsonTokenType.StartArray);
        var names = new List<string>(2);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(reader.TokenType, JsonTokenType.String);
            names.Add(!reader.HasValueSequence && !reader.ValueIsEscaped && reader.ValueSpan.Length <= LongestName
                ? NameCache.Find(reader.ValueSpan) ?? reader.GetString()!
                : reader.GetString()!);
        }

        return [.. names];
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        Expect(reader.TokenType, JsonTokenType.String);
        return reader.GetString()!;
    }

    private static SourceRow Source(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String && SourceRow.TryParse(reader.ValueSpan, out var source)
            ? source
            : throw new JsonException("A source is 16 hexadecimal digits, a colon and a row number.");
    }

    private static int Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt32();
    }

    private static decimal Decimal(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetDecimal();
    }

    private static DateOnly Day(ref Utf8JsonReader reader)
    {
        reader.Read();
        Expect(reader.TokenType, JsonTokenType.String);
        var text = reader.ValueSpan;
        return text.Length == 10 && text[4] == '-' && text[7] == '-'
            && Utf8Parser.TryParse(text[..4], out int year, out var read) && read == 4
            && Utf8Parser.TryParse(text[5..7], out int month, out read) && read == 2
            && Utf8Parser.TryParse(text[8..], out int day, out read) && read == 2
            && year > 0 && month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : throw new JsonException("A date is written yyyy-MM-dd.");
    }

    private static Weight[] Weights(ref Utf8JsonReader reader)
    {
        reader.Read();
        Expect(reader.TokenType, JsonTokenType.StartArray);
        var one = default(Weight);
        List<Weight>? many = null;
        var count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            if (!Weight.TryParse(reader.ValueSpan, out var weight))
                throw new JsonException("A weight is written like E:1840000/G:80960 or P:20250, in grams.");
            if (count++ == 0)
                one = weight;
            else
                (many ??= [one]).Add(weight);
        }

        return many is not null ? [.. many] : count == 0 ? [] : [one];
    }

    private struct Draft
    {
        public string? Mba, Code, Batch, Description, Basis, Kmp, From, To, ShipperBatch, Operation, Consent;
        public string? SpecialReport, Reference, Note, LateReason;
        public SourceRow? Source;
        public DateOnly? Date, Established;
        public int Items;
        public decimal? BurnUp;
        public Weight[]? Weights;
        public string[]? Methods;

        public readonly InventoryChange ToChange() => new(
            Need(Mba), Date ?? throw Missing(), Need(Code), Need(Batch), Items, Need(Description), Need(Basis),
            Weights ?? throw Missing(), Kmp, From, To, ShipperBatch, Operation, Consent, SpecialReport, BurnUp, Reference,
            Note, Established, Methods);

        private static string Need(string? text) => text ?? throw Missing();

        private static JsonException Missing() => new("An inventory change lacks a property.");
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Custodia.Statistics.Balances;

namespace Custodia.Statistics.Cases;

/// <summary>
/// A folder of a case: <c>case.json</c> and one table of readings a location. It is read whole or refused with all that is wrong.
/// Which files there are, and what stands in them, whoever calls says: nothing here opens a file.
/// </summary>
public static class CaseFolder
{
    /// <summary>The file that describes the case.</summary>
    public const string Description = "case.json";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Reads a case.</summary>
    /// <param name="file">The content of a file of the folder, <c>null</c> if there is none of that name. Names are checked before: they name
    /// nothing outside the folder.</param>
    public static CaseReading Read(Func<string, byte[]?> file)
    {
        if (file(Description) is not { } description)
            return Refused(new CaseFault(CaseFaults.FileMissing, Description, null, null, null, null, null));
        ReadOnlyMemory<byte> json = description;
        if (json.Length > CaseLimits.JsonBytes)
            return Refused(new CaseFault(CaseFaults.FileTooLarge, Description, null, null, null, Limit(CaseLimits.JsonBytes), Limit(json.Length)));
        try
        {
            if (json.Span.StartsWith("\uFEFF"u8))
                json = json[3..];
            if (!Utf8.IsValid(json.Span))
                return Refused(new CaseFault(CaseFaults.NotJson, Description, null, null, null, "UTF-8", null));
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new CaseDescription(document.RootElement, json).Read(file)
                : Refused(new CaseFault(CaseFaults.NotJson, Description, null, 1, 1, "{", null));
        }
        catch (JsonException exception)
        {
            return Refused(new CaseFault(CaseFaults.NotJson, Description, null, (int)(exception.LineNumber ?? 0) + 1,
                (int)(exception.BytePositionInLine ?? 0) + 1, null, null));
        }
        // A name that is half of a letter, written as an escape.
        catch (InvalidOperationException exception)
        {
            return Refused(new CaseFault(CaseFaults.NotJson, Description, null, null, null, null, ShownText.Of(exception.Message)));
        }
    }

    /// <summary>Whether a file name stays within the folder: one plain part, not hidden, without any separator.</summary>
    public static bool IsInside(string name) =>
        ShownText.IsName(name) && name[0] != '.' && name.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|']) < 0;

    internal static string Limit(long bytes) => bytes.ToString(CultureInfo.InvariantCulture);

    private static CaseReading Refused(CaseFault fault) => new(null, new(), [fault], [], null);
}

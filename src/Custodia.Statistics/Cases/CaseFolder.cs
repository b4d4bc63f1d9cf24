using System.Text.Json;
using System.Text.Unicode;

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
    public static Outcome<CaseReading> Read(Func<string, byte[]?> file)
    {
        if (file(Description) is not { } description)
            return new Fault(FaultCodes.FileMissing, "").At(Description);
        ReadOnlyMemory<byte> json = description;
        if (json.Length > CaseLimits.JsonBytes)
            return new Fault(FaultCodes.FileTooLarge, "", $"{CaseLimits.JsonBytes}", $"{json.Length}").At(Description);
        try
        {
            if (json.Span.StartsWith("\uFEFF"u8))
                json = json[3..];
            if (!Utf8.IsValid(json.Span))
                return new Fault(FaultCodes.NotJson, "", "UTF-8").At(Description);
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new CaseDescription(document.RootElement, json).Read(file)
                : new Fault(FaultCodes.NotJson, "", "{").At(Description, 1, 1);
        }
        catch (JsonException exception)
        {
            return new Fault(FaultCodes.NotJson, "").At(Description, (int)(exception.LineNumber ?? 0) + 1,
                (int)(exception.BytePositionInLine ?? 0) + 1);
        }
        // A name that is half of a letter, written as an escape.
        catch (InvalidOperationException exception)
        {
            return new Fault(FaultCodes.NotJson, "", null, ShownText.Of(exception.Message)).At(Description);
        }
    }

    /// <summary>Whether a file name stays within the folder: one plain part, not hidden, without any separator.</summary>
    public static bool IsInside(string name) =>
        ShownText.IsName(name) && name[0] != '.' && name.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|']) < 0;
}

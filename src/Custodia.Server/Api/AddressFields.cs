using System.Globalization;
using System.Text.Json;
using Custodia.Books;
using Custodia.Books.Faces;

namespace Custodia.Server.Api;

/// <summary>Reads fields of an address that are no fields of a command or query; what cannot be read is refused.</summary>
/// <param name="text">A field by its name; null where it was left out.</param>
internal sealed class AddressFields(Func<string, string?> text)
{
    /// <summary>Name of the last day that counts.</summary>
    public const string AsOf = "asOf";

    /// <summary>Name of the last entry that counts.</summary>
    public const string KnownAt = "knownAt";

    private readonly List<Refusal> _refusals = [];

    private delegate bool Reading<T>(string text, out T value);

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Refusal> Refusals => _refusals;

    /// <summary>From where a query looks: <see cref="AsOf"/> and <see cref="KnownAt"/>.</summary>
    public ViewRequest View() => new(Day(AsOf), Read(KnownAt, "0 …", (string found, out long entry) =>
        long.TryParse(found, NumberStyles.None, CultureInfo.InvariantCulture, out entry)));

    /// <summary>A day, or null where it was left out.</summary>
    public DateOnly? Day(string name) => Read(name, "yyyy-MM-dd", (string found, out DateOnly day) =>
        DateOnly.TryParseExact(found, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day));

    /// <summary>A number, or null where it was left out.</summary>
    public int? Number(string name) => Read(name, "1, 2, 3 …", (string found, out int number) =>
        int.TryParse(found, NumberStyles.None, CultureInfo.InvariantCulture, out number));

    /// <summary>One of several names, or null where it was left out.</summary>
    public T? Choice<T>(string name) where T : struct, Enum =>
        // By its name: the number behind it is nobody's business.
        Read(name, string.Join(" | ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)), (string found, out T choice) =>
            Enum.TryParse(found, ignoreCase: true, out choice) && string.Equals($"{choice}", found, StringComparison.OrdinalIgnoreCase));

    private T? Read<T>(string name, string expected, Reading<T> read) where T : struct
    {
        if (text(name) is not { } found)
            return null;
        if (read(found, out var value))
            return value;
        _refusals.Add(InputRefusals.Malformed.In(name, expected, GivenText.Quote(found)));
        return null;
    }
}

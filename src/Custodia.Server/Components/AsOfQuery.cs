using System.Globalization;
using Custodia.Server.Api;

namespace Custodia.Server.Components;

/// <summary>
/// The two questions that every page can be asked by its address: the books <em>as of</em> which day
/// (<c>?asOf=2026-03-31</c>), and <em>as known at</em> which entry of the journal (<c>?knownAt=120</c>).
/// </summary>
/// <param name="Date">The day, or null for today's books.</param>
/// <param name="KnownAt">The last entry to count, or null for all.</param>
/// <param name="IsValid">Whether both could be read. A page must not answer what it did not understand.</param>
public readonly record struct AsOfQuery(DateOnly? Date, long? KnownAt, bool IsValid)
{
    /// <summary>The name in the address of the day.</summary>
    public const string DateName = AddressFields.AsOf;

    /// <summary>The name in the address of the last entry to count.</summary>
    public const string KnownAtName = AddressFields.KnownAt;

    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>The day as it stands in an address, or null.</summary>
    public string? DateText => Date?.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>The entry number as it stands in an address, or null.</summary>
    public string? KnownAtText => KnownAt?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A path that asks another page the same.</summary>
    /// <param name="path">The path, with or without a query.</param>
    public string On(string path)
    {
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        if (DateText is { } date)
            (path, separator) = ($"{path}{separator}{DateName}={date}", '&');
        return KnownAtText is { } entry ? $"{path}{separator}{KnownAtName}={entry}" : path;
    }

    /// <summary>Reads both from the address of a page.</summary>
    public static AsOfQuery OfAddress(string address)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(address).Query);
        return Parse(query.TryGetValue(DateName, out var date) ? date.ToString() : null,
            query.TryGetValue(KnownAtName, out var entry) ? entry.ToString() : null);
    }

    /// <summary>Reads both from the texts of an address; an absent or empty one asks for the newest.</summary>
    public static AsOfQuery Parse(string? date, string? knownAt)
    {
        DateOnly? day = null;
        long? entry = null;
        var valid = true;
        if (!string.IsNullOrEmpty(date))
        {
            var culture = CultureInfo.InvariantCulture;
            valid = DateOnly.TryParseExact(date, DateFormat, culture, DateTimeStyles.None, out var read);
            day = valid ? read : null;
        }

        if (!string.IsNullOrEmpty(knownAt))
        {
            var isNumber = long.TryParse(knownAt, NumberStyles.None, CultureInfo.InvariantCulture, out var read);
            valid &= isNumber;
            entry = isNumber ? read : null;
        }

        return new AsOfQuery(day, entry, valid);
    }
}

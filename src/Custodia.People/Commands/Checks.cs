using System.Text.RegularExpressions;
using Custodia.Books;
using Custodia.Books.Access;

namespace Custodia.People.Commands;

/// <summary>The forms that the book's commands hold their input against.</summary>
internal static partial class Checks
{
    private const int MaxName = 120;
    private const int MaxText = 500;

    /// <summary>The kinds of place that a right can be given for.</summary>
    private static readonly string[] Kinds = ["organisation", "facility", "mba", "compartment", "licence", "site", "port", "laboratory"];

    public static void Names(string en, string zh, List<Refusal> refusals)
    {
        foreach (var (field, name) in new[] { ("nameEn", en), ("nameZh", zh) })
        {
            if (!IsText(name, MaxName))
                refusals.Add(PeopleRefusals.NameMissing.In(field, $"1 – {MaxName}"));
        }
    }

    public static void Id(string id, Regex form, string expected, List<Refusal> refusals)
    {
        if (id is null || !form.IsMatch(id))
            refusals.Add(PeopleRefusals.IdMalformed.In("id", expected, Short(id)));
    }

    public static Refusal? Reason(string? reason, string field = "reason") => IsText(reason, MaxText)
        ? null
        : PeopleRefusals.ReasonMissing.In(field, $"1 – {MaxText}", $"{reason?.Length ?? 0}");

    public static Refusal? Place(string place, string field = "place") => IsPlace(place)
        ? null
        : PeopleRefusals.PlaceMalformed.In(field, $"{Places.State} | {string.Join(" | ", Kinds.Select(kind => kind + ":…"))}", Short(place));

    /// <summary>What belongs to an organisation: never the State, nor another organisation, or its rights would reach as far.</summary>
    public static Refusal? OwnPlace(string place, string field) =>
        IsPlace(place) && place != Places.State && !place.StartsWith("organisation:", StringComparison.Ordinal)
            ? null
            : PeopleRefusals.PlaceMalformed.In(field, string.Join(" | ", Kinds.Skip(1).Select(kind => kind + ":…")), Short(place));

    public static bool IsPlace(string? place) =>
        place == Places.State || (place?.Split(':', 2) is [var kind, var code] && Kinds.Contains(kind) && Code().IsMatch(code));

    [GeneratedRegex("^[A-Z0-9][A-Z0-9-]{0,23}$")]
    public static partial Regex OrganisationId();

    [GeneratedRegex("^[a-z][a-z0-9.-]{1,30}[a-z0-9]$")]
    public static partial Regex HolderId();

    [GeneratedRegex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$")]
    public static partial Regex RoleId();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
    private static partial Regex Code();

    private static bool IsText(string? text, int most) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= most && !text.Any(char.IsControl);

    // What was typed into an id may be anything: a refusal does not repeat all of it.
    private static string Short(string? text) => text is null ? "" : text.Length <= 40 ? text : text[..40] + "…";
}

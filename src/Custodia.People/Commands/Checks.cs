using System.Text.RegularExpressions;
using Custodia.Books;
using Custodia.Books.Access;

namespace Custodia.People.Commands;

/// <summary>The forms that the book's commands hold their input against.</summary>
internal static partial class Checks
{
    private const int MaxName = 120;

    /// <summary>The kinds of place that a right can be given for.</summary>
    private static readonly string[] Kinds = ["organisation", "facility", "mba", "compartment", "licence", "site", "port", "laboratory"];

    public static void Names(string en, string zh, List<Refusal> refusals)
    {
        foreach (var (field, name) in new[] { ("nameEn", en), ("nameZh", zh) })
        {
            if (!GivenText.IsTaken(name, MaxName))
                refusals.Add(PeopleRefusals.NameMissing.In(field, $"1 – {MaxName}"));
        }
    }

    public static void Id(string id, Regex form, string expected, List<Refusal> refusals)
    {
        if (id is null || !form.IsMatch(id))
            refusals.Add(PeopleRefusals.IdMalformed.In("id", expected, GivenText.Quote(id)));
    }

    public static Refusal? Reason(string? reason, string field = "reason") => GivenText.IsTaken(reason, GivenText.MaxReason)
        ? null
        : PeopleRefusals.ReasonMissing.In(field, $"1 – {GivenText.MaxReason}", $"{reason?.Length ?? 0}");

    public static Refusal? Place(string place, string field = "place") => IsPlace(place)
        ? null
        : PeopleRefusals.PlaceMalformed.In(
            field, $"{Places.State} | {string.Join(" | ", Kinds.Select(kind => kind + ":…"))}", GivenText.Quote(place));

    /// <summary>What belongs to an organisation: never the State, nor another organisation, or its rights would reach as far.</summary>
    public static Refusal? OwnPlace(string place, string field) =>
        IsPlace(place) && place != Places.State && !place.StartsWith("organisation:", StringComparison.Ordinal)
            ? null
            : PeopleRefusals.PlaceMalformed.In(field, string.Join(" | ", Kinds.Skip(1).Select(kind => kind + ":…")), GivenText.Quote(place));

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
}

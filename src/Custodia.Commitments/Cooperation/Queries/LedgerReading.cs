using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Commitments.Cooperation.Facts;

namespace Custodia.Commitments.Cooperation.Queries;

/// <summary>By which way highly enriched uranium leaves a ledger, or comes into it.</summary>
public enum HeuRoute
{
    /// <summary>Shipped to another State.</summary>
    Abroad,

    /// <summary>Blended down: what went into a batch below 20 %, or into another category.</summary>
    Blended,

    /// <summary>Burnt in a reactor.</summary>
    Burnt,

    /// <summary>Moved inside the State.</summary>
    Moved,

    /// <summary>Exempted or put to retained waste: out of the book, and still in the State.</summary>
    Retained,

    /// <summary>Received from abroad or held from the beginning.</summary>
    Received,

    /// <summary>Lost, found, discarded, or struck by an inventory.</summary>
    Other,
}

/// <summary>What one line did to highly enriched uranium.</summary>
/// <param name="Entry">The entry of the line in the journal.</param>
/// <param name="Day">Accounting date.</param>
/// <param name="Mba">MBA code.</param>
/// <param name="Batch">Batch.</param>
/// <param name="Code">Change code.</param>
/// <param name="Route">What the code means here.</param>
/// <param name="Kilograms">Mass of uranium in kg: signed.</param>
public sealed record HeuChange(long Entry, DateOnly Day, string Mba, string Batch, string Code, HeuRoute Route, decimal Kilograms);

/// <summary>What the book of materials says of highly enriched uranium at places.</summary>
/// <param name="Places">MBAs that hold or held some.</param>
/// <param name="Changes">What changed it, by day and entry.</param>
/// <param name="Unknown">What the book does not have.</param>
/// <param name="Facilities">How many facilities were looked at.</param>
internal sealed record LedgerReading(IReadOnlyList<LedgerPlace> Places, IReadOnlyList<HeuChange> Changes, IReadOnlyList<string> Unknown,
    int Facilities)
{
    /// <summary>The query that is asked.</summary>
    public const string Query = "materials/high-enriched";

    private const decimal GramsPerKilogram = 1_000m;

    /// <summary>Reads what a campaign is about; <c>null</c> where the State does not keep the book.</summary>
    public static LedgerReading? Of(BookQuestions questions, AnnounceCampaign campaign, View view) => Of(questions, new JsonObject
    {
        ["places"] = List(campaign.Places),
        ["batches"] = campaign.Batches is { } batches ? List(batches) : null,
    }, view);

    /// <summary>Reads the whole State.</summary>
    public static LedgerReading? OfState(BookQuestions questions, View view) => Of(questions, [], view);

    /// <summary>Whether a reader may see what the ledger holds at places, each for itself: what is shown of it then counts as seen.</summary>
    public static bool IsOpen(BookQuestions questions, IReadOnlyCollection<LedgerPlace> places, Reader? reader)
    {
        if (reader is null)
            return true;
        var permission = questions.Query(Query)!.Permission;
        return places.All(place => reader.Of(place.Mba, permission, opens: false) == Visibility.Open)
            && places.All(place => reader.Of(place.Mba, permission) == Visibility.Open);
    }

    private static LedgerReading? Of(BookQuestions questions, JsonObject input, View view)
    {
        if (questions.Query(Query) is null)
            return null;
        foreach (var empty in input.Where(field => field.Value is null).Select(field => field.Key).ToList())
            input.Remove(empty);
        var answer = questions.Ask(new IndicatorQuestion(Query, input), view);
        if (!answer.IsGiven)
            return null;
        var json = answer.Value;
        return new LedgerReading(
            [.. json.GetProperty("held").EnumerateArray().Select(Place)],
            [.. json.GetProperty("changes").EnumerateArray().Select(Change)],
            [.. json.GetProperty("unknown").EnumerateArray().Select(name => name.GetString()!)],
            json.GetProperty("facilities").GetInt32());
    }

    private static JsonArray List(IReadOnlyList<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static LedgerPlace Place(JsonElement row) => new(Text(row, "mba"), Text(row, "facility"), new(Text(row, "nameEn"), Text(row, "nameZh")),
        Text(row, "kind") is "researchReactor" or "powerReactor", Kilograms(row));

    private static HeuChange Change(JsonElement row) => new(row.GetProperty("entry").GetInt64(),
        DateOnly.ParseExact(Text(row, "day"), "yyyy-MM-dd", CultureInfo.InvariantCulture), Text(row, "mba"), Text(row, "batch"), Text(row, "code"),
        RouteOf(Text(row, "code")), Kilograms(row));

    // INFCIRC/153 ¶64; Code 10, label 411.
    private static HeuRoute RouteOf(string code) => code switch
    {
        "SF" => HeuRoute.Abroad,
        "RM" or "RP" or "ED" or "EN" => HeuRoute.Blended,
        "LN" => HeuRoute.Burnt,
        "SD" or "RD" => HeuRoute.Moved,
        "EU" or "EQ" or "DU" or "DQ" or "TW" or "FW" => HeuRoute.Retained,
        "PB" or "RF" or "RS" or "RN" => HeuRoute.Received,
        _ => HeuRoute.Other,
    };

    private static string Text(JsonElement row, string field) => row.GetProperty(field).GetString()!;

    private static decimal Kilograms(JsonElement row) =>
        decimal.Parse(Text(row, "element"), NumberStyles.Float, CultureInfo.InvariantCulture) / GramsPerKilogram;
}

/// <summary>An MBA that holds or held highly enriched uranium.</summary>
/// <param name="Mba">Its code.</param>
/// <param name="Facility">Code of its facility.</param>
/// <param name="Name">Name of the facility.</param>
/// <param name="IsReactor">Whether it is a reactor.</param>
/// <param name="Kilograms">What it holds, in kg of uranium.</param>
internal sealed record LedgerPlace(string Mba, string Facility, Bilingual Name, bool IsReactor, decimal Kilograms);

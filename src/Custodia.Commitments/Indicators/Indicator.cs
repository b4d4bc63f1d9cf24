using System.Text.Json;
using System.Text.Json.Serialization;
using Custodia.Books;

namespace Custodia.Commitments.Indicators;

/// <summary>How an indicator may be shown to those who may not see what it is made of.</summary>
public enum Disclosure
{
    /// <summary>As it is.</summary>
    Open,

    /// <summary>As the band in which it lies.</summary>
    Band,

    /// <summary>Its status alone.</summary>
    Status,
}

/// <summary>One of the measures by which commitments are judged, as the catalogue states it.</summary>
/// <param name="Id">Id, such as <c>IND-M01</c>.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Unit">Its unit, or null for a status or a day.</param>
/// <param name="WordsEn">What is worked out, in words.</param>
/// <param name="WordsZh">The same in Chinese.</param>
/// <param name="Keeper">The book that keeps what it counts: <c>materials</c>, <c>sources</c>, <c>detection</c> …</param>
/// <param name="Met">Formula of <c>value</c> that says when it is met; null: no threshold is set.</param>
/// <param name="OnTrack">Formula that says when it is on its way.</param>
/// <param name="NotApplicable">Formula that says when it does not apply to this State.</param>
/// <param name="Disclosure">How it is shown to those who may not see what it is made of.</param>
/// <param name="Bands">The upper ends of the bands, rising.</param>
/// <param name="OwnThreshold">Whether the threshold is this catalogue's own: no source states one.</param>
public sealed record Indicator(string Id, string NameEn, string NameZh, string? Unit, string WordsEn, string WordsZh, string Keeper,
    string? Met = null, string? OnTrack = null, string? NotApplicable = null,
    Disclosure Disclosure = Disclosure.Open, IReadOnlyList<decimal>? Bands = null, bool OwnThreshold = false)
{
    /// <summary>Its rules, read once: when it does not apply, when it is met, when it is on its way.</summary>
    [JsonIgnore]
    internal (Formula? NotApplicable, Formula? Met, Formula? OnTrack) Rules { get; } = (Read(NotApplicable), Read(Met), Read(OnTrack));

    /// <summary>Its name in both languages.</summary>
    public Bilingual Name => new(NameEn, NameZh);

    /// <summary>What is worked out, in both languages.</summary>
    public Bilingual Words => new(WordsEn, WordsZh);

    private static Formula? Read(string? rule) => rule is null ? null : Formula.Parse(rule);
}

/// <summary>The 89 indicators.</summary>
public static class IndicatorCatalogue
{
    /// <summary>All, in the order of the catalogue.</summary>
    public static IReadOnlyList<Indicator> All { get; } = Read();

    /// <summary>The indicator of that id, or <c>null</c>.</summary>
    public static Indicator? Find(string id) => All.FirstOrDefault(known => known.Id == id);

    private static List<Indicator> Read()
    {
        using var file = typeof(IndicatorCatalogue).Assembly.GetManifestResourceStream("indicators/indicators.json")!;
        return JsonSerializer.Deserialize<List<Indicator>>(file, FaceJson.Options)!;
    }
}
